/** `reportedly cells`: the cells of an incident in a coding profile: as coded, and as derived beside it. */
import type { Command } from 'commander';
import type { Cell, Coding, Reconciler } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { clean } from '../claims-table.ts';
import { openCodingFor } from '../open-coding.ts';
import { type AsOf, addAsOf, plural } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface CellsOptions extends LedgerChoice, AsOf {
  profile: string;
  changed?: boolean;
  json?: boolean;
}

export function addCells(program: Command): void {
  const command = program
    .command('cells')
    .argument('[incident]', 'its name, or a claim in it; without one, all that was coded in any incident')
    .option('--profile <name>', 'acled, ucdp, airwars, incidents or own', 'acled')
    .option('--changed', 'only cells whose evidence changed since they were coded')
    .option('--json', 'print a line of JSON each')
    .description('show the cells of an incident: as a person coded them, with the derived value beside them');
  addAsOf(command).action(async (incident: string | undefined, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<CellsOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const { reconciler, coding } = await openCodingFor(ledger, options);
        if (incident === undefined) await showCoded(coding, options);
        else await showCells(reconciler, coding, incident, options);
      },
      { mustExist: true },
    );
  });
}

async function showCells(
  reconciler: Reconciler,
  coding: Coding,
  name: string,
  options: CellsOptions,
): Promise<void> {
  const incident = reconciler.incident(name);
  if (!incident) throw new ReportedlyError('incident-not-found', { incident: name });
  for (const cell of await coding.cells(incident, options.profile)) {
    if (options.changed && !cell.coded?.evidenceChanged) continue;
    write(options.json ? `${JSON.stringify({ incident: incident.id, ...cell })}\n` : cellLine(cell));
  }
}

async function showCoded(coding: Coding, options: CellsOptions): Promise<void> {
  const all = await coding.coded({ changed: options.changed ?? false });
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
