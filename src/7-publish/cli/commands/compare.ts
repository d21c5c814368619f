/** `reportedly compare FILE`: which events of an ACLED or UCDP file have claims here. */
import { type Command, Option } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { type Compared, compareFile } from '../../exports/compare/compare.ts';
import { csvCell } from '../claims-csv.ts';
import { addPublic, type PublicOptions, sourceFor } from '../export-options.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { withLedger } from '../where.ts';

interface CompareCommand extends PublicOptions {
  format: 'csv' | 'json';
  missing?: boolean;
}

export function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .argument('<file>', 'CSV of ACLED or UCDP GED')
    .addOption(new Option('--format <form>').choices(['csv', 'json']).default('csv'))
    .option('--missing', 'only those of their events that have no claims here')
    .description(
      'lay the events of an ACLED or UCDP file beside the incidents here; nothing of theirs is kept',
    );
  addPublic(command).action(async (file: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<CompareCommand>();
    await withLedger(options, (ledger) => run(ledger, file, options), { mustExist: true });
  });
}

const COLUMNS: [name: string, value: (one: Compared) => unknown][] = [
  ['their_id', ({ event }) => event.id],
  ['their_from', ({ event }) => event.from],
  ['their_to', ({ event }) => event.to],
  ['their_place', ({ event }) => event.place],
  ['their_country', ({ event }) => event.country],
  ['their_event', ({ event }) => event.what],
  ['their_deaths', ({ event }) => event.deaths],
  ['claims_here', ({ here }) => here.reduce((sum, { claims }) => sum + claims, 0)],
  ['incidents_here', ({ here }) => here.map(({ incident }) => incident).join('; ')],
  ['days_here', ({ here }) => here.map(({ days }) => days).join('; ')],
  ['km_apart', ({ here }) => here.map(({ km }) => km ?? '').join('; ')],
];

async function run(ledger: Ledger, file: string, options: CompareCommand): Promise<void> {
  const source = await sourceFor(ledger, { ...options, unreviewed: true });
  const tally = { events: 0, undated: 0, withClaims: 0, incidents: 0, met: 0 };
  if (options.format === 'csv') write(`${COLUMNS.map(([name]) => name).join(',')}\n`);
  for await (const one of compareFile(file, source, tally)) {
    if (options.missing && one.here.length > 0) continue;
    write(
      options.format === 'json'
        ? `${JSON.stringify(one)}\n`
        : `${COLUMNS.map(([, value]) => csvCell(value(one))).join(',')}\n`,
    );
  }
  const { events, undated, withClaims, incidents, met } = tally;
  say(
    `${withClaims} of ${plural(events, 'event')} have claims here; ${met} of ${plural(incidents, 'incident')} here meet one of theirs.`,
  );
  if (undated > 0) say(`${plural(undated, 'row')} without a date passed over.`);
}
