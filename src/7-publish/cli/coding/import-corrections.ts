/** Takes a CSV of corrections in: shows what would change, or records all of it. */
import { derivedCells } from '../../exports/coding/derived.ts';
import { PROFILES } from '../../exports/formats.ts';
import { csvCell } from '../claims-csv.ts';
import { sourceFor } from '../export-options.ts';
import { plural, type Who, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';
import { asInputs, readCorrections } from './corrections-file.ts';

export async function importCorrections(
  file: string,
  options: LedgerChoice & Who & { dryRun?: boolean },
): Promise<void> {
  const by = options.dryRun ? null : whoOf(options);
  await withLedger(
    options,
    async (ledger) => {
      // Only the ledger is meant: what is said of a correction is said to the people of the project.
      const { ledger: where } = options;
      const source = await sourceFor(ledger, { ledger: where, unreviewed: true, internal: true });
      const lines = await readCorrections(ledger, file, derivedCells(source, PROFILES));
      write('line,on,what,before,after\n');
      for (const { line, decision, before, after } of lines) {
        const on = decision.type === 'code' ? decision.incident : 'claim' in decision ? decision.claim : '';
        const what =
          decision.type === 'code'
            ? `${decision.profile} ${decision.cell}`
            : decision.type === 'correct'
              ? decision.field
              : decision.type;
        write(`${[line, on, what, before, after].map(csvCell).join(',')}\n`);
      }
      if (!by) {
        say(`${plural(lines.length, 'line')} fit; nothing recorded.`);
        return;
      }
      const said = await ledger.decide(asInputs(lines, by.who, by.why));
      say(`${plural(said.length, 'decision')} recorded.`);
    },
    { mustExist: true },
  );
}
