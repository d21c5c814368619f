/** The cells of incidents, profile by profile: as a person coded them, with the derived value beside it, else as derived. */
import {
  type CellValue,
  type CodedCell,
  type CodeListEntry,
  codedCells,
  type DecisionEntry,
  type Ledger,
  OWN_PROFILE,
  type ReadOptions,
} from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';
import type { Incident } from '../incident.ts';
import type { Reconciler } from '../reconciler.ts';
import type { CodingProfile, RestingCell } from './profile.ts';

export interface Cell {
  cell: string;
  /** What is exported: the coded value where a person set one, also one that is empty; else the derived value. */
  value: CellValue;
  derived: CellValue;
  /** Digest of what the derived value rests on, and the claims in that. */
  evidence: string;
  claims: readonly string[];
  coded: CodedCell | null;
  /** The codes it takes; null where it takes any value. */
  codes: readonly { code: string; label: string }[] | null;
}

/** Where nothing is derived there is no evidence that could change. */
const NOTHING: RestingCell = { value: null, evidence: '', claims: [] };

/** Reads what people coded; `profiles` are those that something derives, `own` is always there. */
export async function openCoding(
  ledger: Ledger,
  reconciler: Reconciler,
  profiles: readonly CodingProfile[],
  options: ReadOptions = {},
): Promise<Coding> {
  const decisions = await ledger.decisions({ type: ['code'] }, options);
  return new Coding(reconciler, profiles, decisions, await ledger.codeLists(options));
}

export class Coding {
  readonly #reconciler: Reconciler;
  readonly #profiles: ReadonlyMap<string, CodingProfile>;
  readonly #lists: readonly CodeListEntry[];
  readonly #byIncident = new Map<string, DecisionEntry[]>();

  constructor(
    reconciler: Reconciler,
    profiles: readonly CodingProfile[],
    decisions: readonly DecisionEntry[],
    lists: readonly CodeListEntry[],
  ) {
    this.#reconciler = reconciler;
    this.#profiles = new Map(profiles.map((profile) => [profile.name, profile]));
    this.#lists = lists;
    for (const entry of decisions) {
      if (entry.decision.type !== 'code' || !entry.inForce) continue;
      const { incident } = entry.decision;
      this.#byIncident.set(incident, [...(this.#byIncident.get(incident) ?? []), entry]);
    }
  }

  /** Every cell of an incident in a profile, in the profile's order. Throws `not-in-ledger` for an unknown profile. */
  async cells(incident: Incident, name: string): Promise<Cell[]> {
    const own = name === OWN_PROFILE;
    const profile = this.#profiles.get(name);
    if (!own && !profile) throw new ReportedlyError('not-in-ledger', { what: 'profile', id: name });
    const derived = (await profile?.derive(incident)) ?? new Map<string, RestingCell>();
    const coded = codedCells(this.#decisionsOn(incident), name, derived);
    const names = own ? this.#lists.map((list) => list.name) : profile!.cells;
    return names.map((cell) => {
      const now = derived.get(cell) ?? NOTHING;
      const set = coded.find((one) => one.cell === cell) ?? null;
      const list = own ? this.#lists.find((one) => one.name === cell) : undefined;
      return {
        cell,
        value: set ? set.value : now.value,
        derived: now.value,
        evidence: now.evidence,
        claims: now.claims,
        coded: set,
        codes: list && list.codes.length > 0 ? list.codes : null,
      };
    });
  }

  /** All that was coded, incident by incident; `changed`: only where the evidence changed since. */
  async coded({ changed = false } = {}): Promise<{ incident: string; cell: CodedCell }[]> {
    const found = new Map<string, CodedCell[]>();
    for (const id of this.#byIncident.keys()) {
      const incident = this.#reconciler.incident(id);
      // Two names may have come to be one incident.
      if (!incident || found.has(incident.id)) continue;
      const cells: CodedCell[] = [];
      for (const name of this.#profilesOf(incident))
        cells.push(...(await this.cells(incident, name)).flatMap(({ coded }) => coded ?? []));
      found.set(incident.id, cells);
    }
    return [...found].flatMap(([incident, cells]) =>
      cells.filter((cell) => !changed || cell.evidenceChanged).map((cell) => ({ incident, cell })),
    );
  }

  /** Incidents that were coded and are no longer there: what was coded of them waits under their names. */
  lost(): string[] {
    return [...this.#byIncident.keys()].filter((id) => !this.#reconciler.incident(id));
  }

  /** What is recorded under any of its names, oldest first. */
  #decisionsOn({ id, aliases }: Incident): DecisionEntry[] {
    if (this.#byIncident.size === 0) return [];
    return [id, ...aliases].flatMap((name) => this.#byIncident.get(name) ?? []).sort((a, b) => a.seq - b.seq);
  }

  /** Profiles in which something of it was coded, and that are known. */
  #profilesOf(incident: Incident): string[] {
    const coded = new Set(
      this.#decisionsOn(incident).flatMap(({ decision }) =>
        decision.type === 'code' ? decision.profile : [],
      ),
    );
    return [...this.#profiles.keys(), OWN_PROFILE].filter((name) => coded.has(name));
  }
}
