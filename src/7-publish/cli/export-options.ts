/** What the commands that make public files have in common: whose claims, what is held back, where it goes. */
import { appendFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { Ledger } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';
import { readPackageFile } from '../../package.ts';
import { divisionsOf } from '../exports/divisions.ts';
import type { Tally } from '../exports/exporter.ts';
import { DELAY_HOURS, type ExportOptions, type ExportSource, openSource } from '../exports/source.ts';
import { openExportTables } from '../exports/tables.ts';
import { addClaimFilter, type FilterOptions, filterOf } from './claim-filter.ts';
import { openReconciler } from './open-reconciler.ts';
import { type AsOf, addAsOf, plural, readOptions, wholeNumber } from './options.ts';
import { say, write } from './output.ts';
import { gazetteerFile, type LedgerChoice } from './where.ts';

export interface PublicOptions extends LedgerChoice, FilterOptions, AsOf {
  incident?: string[];
  unreviewed?: boolean;
  internal?: boolean;
  delay?: number;
  enemyDead?: boolean;
  out?: string;
}

export function addPublic(command: Command): Command {
  command
    .option('--incident <name...>', 'only these incidents')
    .option('--unreviewed', 'also what no person reviewed; the file’s name and every row then say so')
    .option('--internal', 'for the people of the project: names uncovered, no point held back')
    .option('--delay <hours>', `hold back points of the last hours (default ${DELAY_HOURS})`, wholeNumber)
    .option('--enemy-dead', 'count a belligerent’s figures for its enemy’s dead')
    .option(
      '--out <file or folder>',
      'write there; into a folder under a name of its own (default: standard output)',
    );
  return addAsOf(addClaimFilter(command));
}

async function exportOptions(ledger: Ledger, options: PublicOptions): Promise<ExportOptions> {
  const { incident, unreviewed, internal, delay, enemyDead } = options;
  return {
    ...readOptions(options),
    filter: await filterOf(ledger, options),
    incidents: incident,
    delayHours: delay,
    ...{ unreviewed, internal, enemyDead },
  };
}

export async function sourceFor(
  ledger: Ledger,
  choice: PublicOptions,
  more: Partial<ExportOptions> = {},
): Promise<ExportSource> {
  const { openGazetteers } = await import('../../engine.ts');
  return openSource(
    {
      ledger,
      reconciler: () => openReconciler(ledger, choice),
      tables: openExportTables(readPackageFile),
      divisions: divisionsOf(() => openGazetteers(gazetteerFile(choice))),
      now: new Date(),
    },
    { ...(await exportOptions(ledger, choice)), ...more },
  );
}

/** Where a file goes: standard output, the file named, or a folder under the file's own name. */
export function outlet(
  out: string | undefined,
  name: string,
): { put: (piece: string | Uint8Array) => void; file: string | null } {
  if (out === undefined) return { put: (piece) => write(String(piece)), file: null };
  const file = existsSync(out) && statSync(out).isDirectory() ? path.join(out, name) : honest(out, name);
  try {
    writeFileSync(file, '');
  } catch (cause) {
    throw new ReportedlyError('output-unwritable', { file, reason: (cause as Error).message }, { cause });
  }
  return { put: (piece) => appendFileSync(file, piece), file };
}

/** What a name must say it says, whatever a person called the file. */
function honest(out: string, name: string): string {
  const { dir, name: stem, ext } = path.parse(out);
  const words = ['machine-unreviewed', 'internal'].filter(
    (word) => name.includes(word) && !stem.includes(word),
  );
  return path.join(dir, [stem, ...words].join('-') + ext);
}

export function sayTally({ rows, unreviewed, held }: Tally, source: ExportSource, file: string | null): void {
  say(`${plural(rows, 'row')}${file ? ` in ${file}` : ''}. ${source.caption}.`);
  if (unreviewed > 0)
    say(
      `Left out: ${plural(unreviewed, 'incident')} that nobody reviewed; --unreviewed takes them in, marked.`,
    );
  for (const [why, n] of held) say(`Held for review: ${plural(n, 'incident')}, ${why}.`);
}
