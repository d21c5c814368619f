/**
 * The cells of an incident that a person may code, beside what is derived for them now: those every incident has
 * (profile `incident`) and a project's own fields (profile `own`, named by code lists).
 */
import { createHash } from 'node:crypto';
import { type CodedCell, codedCells, type DerivedCell, type Ledger } from '../../../5-ledger/index.ts';
import type { Incident } from '../../../6-reconcile/index.ts';
import { EVENT_TYPES } from '../../../records/index.ts';

export const CELL_PROFILES = ['incident', 'own'] as const;
export type CellProfile = (typeof CELL_PROFILES)[number];

export interface Cell extends DerivedCell {
  cell: string;
  codes: string[];
  coded: Omit<CodedCell, 'profile' | 'cell' | 'derivedNow'> | null;
}

export async function incidentCells(
  ledger: Ledger,
  incident: Incident,
  profile: CellProfile,
): Promise<Cell[]> {
  const derivable = profile === 'own' ? await ownFields(ledger, incident) : ownCells(incident);
  const said = (
    await Promise.all(
      [incident.id, ...incident.aliases].map((id) =>
        ledger.decisions({ target: `incident ${id}`, type: ['code'] }),
      ),
    )
  )
    .flat()
    .sort((a, b) => a.seq - b.seq);
  const derived = new Map(derivable.map((cell) => [cell.cell, cell]));
  const coded = new Map(codedCells(said, profile, derived).map((cell) => [cell.cell, cell]));
  return derivable.map((cell) => ({ ...cell, coded: withoutNames(coded.get(cell.cell)) }));
}

function withoutNames(coded: CodedCell | undefined): Cell['coded'] {
  if (!coded) return null;
  const { profile: _profile, cell: _cell, derivedNow: _now, ...rest } = coded;
  return rest;
}

type Derivable = Omit<Cell, 'coded'>;

/** The digest changes when the claims behind a value, or the value itself, do. */
function cell(
  name: string,
  value: DerivedCell['value'],
  claims: readonly string[],
  codes: readonly string[] = [],
): Derivable {
  const evidence = createHash('sha256')
    .update(JSON.stringify([value, [...claims].sort()]))
    .digest('hex')
    .slice(0, 16);
  return { cell: name, value, evidence, codes: [...codes] };
}

function ownCells(incident: Incident): Derivable[] {
  const claims = incident.reports.flatMap((report) => report.claims);
  const counts = (['killed', 'wounded'] as const).flatMap((what) => {
    const tolls = incident.tolls.filter((toll) => toll.what === what);
    // Tolls of different groups are never added up: where there are several a person sets the figure.
    const one = tolls.length === 1 ? tolls[0]! : null;
    const from = tolls.flatMap(({ entries }) => entries.map(({ claim }) => claim));
    return [cell(`${what}_low`, one?.low ?? null, from), cell(`${what}_high`, one?.high ?? null, from)];
  });
  return [
    cell('type', incident.types[0] ?? null, claims, EVENT_TYPES),
    cell('from', incident.from, claims),
    cell('to', incident.to, claims),
    cell('place', incident.place, claims),
    ...counts,
  ];
}

/** The last list of each name; nothing is derived for a project's own fields. */
async function ownFields(ledger: Ledger, incident: Incident): Promise<Derivable[]> {
  const lists = new Map((await ledger.codeLists()).map((list) => [list.name, list]));
  const claims = incident.reports.flatMap((report) => report.claims);
  return [...lists.values()].map(({ name, codes }) =>
    cell(
      name,
      null,
      claims,
      codes.map(({ code }) => code),
    ),
  );
}
