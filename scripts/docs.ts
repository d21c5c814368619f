/** `npm run docs`: writes the pages that are made from the code, and the figures of the benchmarks in others. With `--check`, only says which are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { codebook } from './docs/codebook.ts';
import { commandReference } from './docs/command-reference.ts';
import { errorTable } from './docs/error-table.ts';
import { keptFigures, withFigures } from './docs/figures.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Pages made whole. */
const MADE: readonly [page: string, make: () => string | Promise<string>][] = [
  ['docs/cli.md', commandReference],
  ['docs/errors.md', errorTable],
  ['docs/codebook.md', codebook],
];
/** Pages written by hand, in which marked figures are what the benchmarks kept. */
const WITH_FIGURES = ['README.md', 'models/en/CARD.md', 'docs/ledger.md'];

/** Each page as it should be; one that is not there is left out. */
async function pages(): Promise<[page: string, text: string][]> {
  const figures = keptFigures();
  const marked = WITH_FIGURES.flatMap((page): [string, string][] => {
    const text = textOf(page);
    return text === null ? [] : [[page, withFigures(text, figures)]];
  });
  const made = MADE.map(async ([page, make]): Promise<[string, string]> => [page, await make()]);
  return [...(await Promise.all(made)), ...marked];
}

/** Pages that are not as the code and the benchmarks would make them. */
export async function stalePages(): Promise<string[]> {
  return (await pages()).filter(([page, text]) => textOf(page) !== text).map(([page]) => page);
}

function textOf(page: string): string | null {
  try {
    return readFileSync(path.join(ROOT, page), 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const stale = await stalePages();
  for (const page of stale) console.log(page);
  if (!process.argv.includes('--check')) {
    for (const [page, text] of await pages())
      if (stale.includes(page)) writeFileSync(path.join(ROOT, page), text);
  } else if (stale.length > 0) {
    console.log('stale: run npm run docs');
    process.exitCode = 1;
  }
}
