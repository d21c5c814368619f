/** `reportedly cells`: the cells of an incident in a coding profile: as coded, and as derived beside it. */
import type { Command } from 'commander';
import { type Cell, openCoding, type Reconciler } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { CODING_PROFILES } from '../../coding/profiles.ts';
import { clean } from '../claims-table.ts';
import { openReconciler } from '../open-reconciler.ts';
import { type AsOf, addAsOf, plural, readOptions } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface CellsOptions extends LedgerChoice, AsOf {
  profile: string;
  changed?: boolean;
  json?: boolean;
}

type Coding = Awaited<ReturnType<typeof openCoding>>;

export function addCells(program: Command): void {
  const command = program
    .command('cells')
    .argument('[incident]', 'its name, or a claim in it; without one, all that was coded in any incident')
    .option('--profile <name>', 'acled, ucdp or own', 'acled')
    .option('--changed', 'only cells whose evidence changed since they were coded')
    .option('--json', 'print a line of JSON each')
    .description('show the cells of an incident: as a person coded them, with the derived value beside them');
  addAsOf(command).action(async (incident: string | undefined, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<CellsOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const reconciler = await openReconciler(ledger, options);
        const coding = await openCoding(ledger, reconciler, CODING_PROFILES, readOptions(options));
        if (incident === undefined) showCoded(coding, options);
        else showCells(reconciler, coding, incident, options);
      },
      { mustExist: true },
    );
  });
}

function showCells(reconciler: Reconciler, coding: Coding, name: string, options: CellsOptions): void {
  const incident = reconciler.incident(name);
  if (!incident) throw new ReportedlyError('incident-not-found', { incident: name });
  for (const cell of coding.cells(incident, options.profile)) {
    if (options.changed && !cell.coded?.evidenceChanged) continue;
    write(options.json ? `${JSON.stringify({ incident: incident.id, ...cell })}\n` : cellLine(cell));
  }
}

function showCoded(coding: Coding, options: CellsOptions): void {
  const all = coding.coded({ changed: options.changed ?? false });
  for (const { incident, cell } of all) {
    if (options.json) write(`${JSON.stringify({ incident, ...cell })}\n`);
    else
      write(
        `${incident}  ${cell.profile} ${clean(cell.cell)}: ${shown(cell.value)}${codedText(cell, cell.derivedNow)}\n`,
      );
  }
  const changed = all.filter(({ cell }) => cell.evidenceChanged).length;
  say(`${plural(all.length, 'cell')} coded, of ${changed} the evidence changed since.`);
  const lost = coding.lost();
  if (lost.length > 0) say(`Coded, and no incident now: ${lost.map(clean).join(', ')}.`);
}

function cellLine({ cell, value, derived, coded }: Cell): string {
  return `${clean(cell).padEnd(20)}  ${shown(value)}${coded ? codedText(coded, derived) : ''}\n`;
}

function codedText(coded: NonNullable<Cell['coded']>, derived: Cell['derived']): string {
  const flag = coded.evidenceChanged ? '; evidence changed since coded' : '';
  return `  (${clean(coded.who)}, statement ${coded.seq}: ${clean(coded.why ?? '')}; derived: ${shown(derived)}${flag})`;
}

const shown = (value: Cell['value']) => (value === null ? '—' : clean(String(value)));
