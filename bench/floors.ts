/** Quality floors: no figure may fall below the one kept in bench/floors.json. Only what the corpora here allow is run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORPORA, hasCorpora } from './corpora.ts';
import { type Figures, lowerIsBetter } from './figures.ts';

/** The exit status; prints a line a figure and `N passed, N failed`. */
export async function checkFloors(): Promise<number> {
  const floors = JSON.parse(readFileSync(path.join(import.meta.dirname, 'floors.json'), 'utf8')) as Record<
    string,
    Figures
  >;
  if (!hasCorpora) {
    console.log(
      `No corpora at ${CORPORA} (REPORTEDLY_CORPORA names the folder): the quality floors are not checked.`,
    );
    return 0;
  }
  let passed = 0;
  let failed = 0;
  for (const [name, wanted] of Object.entries(floors)) {
    const bench = (await import(path.join(import.meta.dirname, `${name}.ts`))) as {
      run: (args: string[]) => Promise<Figures>;
    };
    const figures = await bench.run(['--floors']);
    for (const [figure, floor] of Object.entries(wanted)) {
      const value = figures[figure] ?? Number.NaN;
      const good = lowerIsBetter(figure) ? value <= floor : value >= floor;
      if (good) passed++;
      else failed++;
      console.log(`${good ? 'ok    ' : 'BELOW '} ${name} ${figure}: ${value} (floor ${floor})`);
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
