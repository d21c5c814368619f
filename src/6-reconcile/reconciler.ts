/**
 * Report against report: takes reports as they come, keeps incidents and reprints, answers questions about them. What it
 * answers depends only on the reports and decisions it holds.
 */
import type { Coverage } from '../5-ledger/index.ts';
import { ReportedlyError } from '../errors.ts';
import { describeIncident } from './describe-incident.ts';
import { happeningsOf } from './happenings/group-claims.ts';
import { type Happening, partyKey } from './happenings/happening.ts';
import type { Explanation, Incident, Membership } from './incident.ts';
import { applyDecisions, type Decided, type IncidentDecision } from './incidents/decided.ts';
import { formerOf } from './incidents/former.ts';
import { FormerNames } from './incidents/former-names.ts';
import { DEFAULT_PROJECT, parseName } from './incidents/ids.ts';
import { IncidentIndex } from './incidents/incident-index.ts';
import { JOINED } from './incidents/likeness.ts';
import { Names } from './incidents/names.ts';
import { membershipOf } from './membership.ts';
import type { Origin } from './origins/origins.ts';
import { isPublishedBy, publishedAt, type Report, triggerOf } from './report.ts';
import { ReprintIndex } from './reprints/reprint-index.ts';
import { profilesOf } from './sources/profiles.ts';
import type { SourceProfile } from './sources/source.ts';
import { coverageLine } from './standing/standing.ts';
import type { ReconcileTables } from './tables.ts';

export interface ReconcilerOptions {
  tables: ReconcileTables;
  /** Project code before the names of incidents. */
  project?: string;
}

export interface IncidentOptions {
  /** As it could be known on this day (YYYY-MM-DD), from reports published by then. */
  asOf?: string | undefined;
}

export class Reconciler {
  readonly #tables: ReconcileTables;
  readonly #project: string;
  readonly #reports = new Map<string, Report>();
  readonly #index: IncidentIndex;
  #reprints = new ReprintIndex();
  /** Claims to happenings. */
  readonly #byClaim = new Map<string, string>();
  readonly #names = new Names();
  readonly #former = new FormerNames();
  /** Reports that were read. */
  #read = 0;
  #decisions: readonly IncidentDecision[] = [];
  #decided: Decided | null = null;
  /** All incidents as they are now, once somebody asked; nothing of them is kept over a change. */
  #all: readonly Incident[] | null = null;
  #sources: readonly SourceProfile[] | null = null;
  #assessed: ReadonlySet<string> = new Set();

  constructor({ tables, project = DEFAULT_PROJECT }: ReconcilerOptions) {
    this.#tables = tables;
    this.#project = project;
    this.#index = new IncidentIndex(tables.families);
  }

  /** Numbers of people's merges and splits that find no incident any more. */
  get withoutEffect(): readonly number[] {
    return this.#groups().without;
  }

  /** Takes in a report, in place of what it was before. */
  set(report: Report): void {
    const before = this.#reports.get(report.document);
    if (before) this.#forget(report.document);
    this.#reports.set(report.document, report);
    if (report.read) {
      if (before && before.text !== report.text) this.#rebuildReprints();
      else this.#reprints.add(report);
    }
    const happenings = report.read ? happeningsOf(report, this.#tables) : [];
    this.#index.set(report.document, happenings);
    for (const happening of happenings) this.#file(happening, report);
    const group = (whole: Report) => happeningsOf(whole, this.#tables);
    this.#former.set(report.document, formerOf(report, happenings, group));
    if (report.read) this.#read++;
    this.#changed();
  }

  remove(document: string): void {
    if (!this.#reports.has(document)) return;
    this.#forget(document);
    this.#reports.delete(document);
    this.#rebuildReprints();
    this.#changed();
  }

  /** People's merges and splits of incidents, and the sources they assessed. */
  decide(decisions: readonly IncidentDecision[], assessed: ReadonlySet<string> = new Set()): void {
    this.#decisions = decisions;
    this.#assessed = assessed;
    this.#changed();
  }

  #changed(): void {
    this.#decided = null;
    this.#all = null;
    this.#sources = null;
  }

  get coverage(): Pick<Coverage, 'documents' | 'read' | 'notRead'> {
    const documents = this.#reports.size;
    return { documents, read: this.#read, notRead: documents - this.#read };
  }

  get coverageLine(): string {
    return coverageLine(this.coverage);
  }

  report(document: string): Report | null {
    return this.#reports.get(document) ?? null;
  }

  /** All incidents in full, in order of their names. */
  incidents(options: IncidentOptions = {}): readonly Incident[] {
    if (options.asOf !== undefined) return this.#allIncidents(options);
    this.#all ??= this.#allIncidents(options);
    return this.#all;
  }

  #allIncidents(options: IncidentOptions): Incident[] {
    const coverage = this.coverageLine;
    return this.#groups()
      .incidents.filter((group) => group.some(({ claims }) => claims.length > 0))
      .map((group) => this.#describe(group, coverage, options))
      .filter((incident) => incident.claims > 0)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The incident of a name, an alias, or a claim. */
  incident(id: string, options: IncidentOptions = {}): Incident | null {
    const group = this.#groupOf(id);
    return group && this.#describe(group, this.coverageLine, options);
  }

  /** Every source that is no private person, the one that tells of most incidents first. */
  sources(options: IncidentOptions = {}): readonly SourceProfile[] {
    if (options.asOf === undefined && this.#sources) return this.#sources;
    const profiles = profilesOf(this.incidents(options), {
      coverage: this.coverageLine,
      assessed: this.#assessed,
    });
    if (options.asOf === undefined) this.#sources = profiles;
    return profiles;
  }

  /** The source of a name, however it is written. */
  source(name: string, options: IncidentOptions = {}): SourceProfile {
    const found = this.sources(options).find(({ id }) => id === partyKey(name));
    if (!found) throw new ReportedlyError('source-not-found', { source: name });
    return found;
  }

  /** Why each claim is in an incident, and which nearly was. */
  explain(id: string, options: IncidentOptions = {}): Explanation {
    const whole = this.#groupOf(id);
    const known = ({ document }: Happening) => isPublishedBy(this.#reports.get(document)!, options.asOf);
    const group = whole?.filter(known);
    if (!whole || !group || group.length === 0)
      throw new ReportedlyError('incident-not-found', { incident: id });
    const members = group.map((one) =>
      this.#membership(
        one,
        group.filter((other) => other.document !== one.document),
      ),
    );
    const near = new Map<string, Membership & { incident: string }>();
    for (const one of group)
      for (const { other } of this.#index.nearly(one)) {
        if (near.has(other.id) || whole.includes(other) || other.claims.length === 0) continue;
        if (!known(other)) continue;
        near.set(other.id, {
          ...this.#membership(other, group),
          incident: this.#idOf(this.#groupOf(other.id) ?? [other]),
        });
      }
    return {
      incident: this.#describe(whole, this.coverageLine, options),
      threshold: JOINED,
      members,
      nearly: [...near.values()]
        .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || (a.text < b.text ? -1 : 1))
        .slice(0, 10),
    };
  }

  /** What a change touches in an incident index of this size: pairs compared so far. */
  get compared(): number {
    return this.#index.compared;
  }

  #membership(one: Happening, others: readonly Happening[]): Membership {
    const likeness = this.#index.likeness.bind(this.#index);
    return membershipOf(one, others, { likeness, text: (other) => this.#textOf(other) });
  }

  #textOf({ id, document }: Happening): string {
    const report = this.#reports.get(document)!;
    return report.claims.find(({ claim }) => claim.id === id)?.claim.text ?? report.title ?? '';
  }

  #describe(group: readonly Happening[], coverage: string, options: IncidentOptions): Incident {
    const own = group.flatMap(({ id }) => [
      ...(this.#names.of(id) ? [this.#nameOf(id)] : []),
      ...this.#former.of(id).map((name) => `${this.#project}-${name}`),
    ]);
    const id = this.#idOf(group);
    return describeIncident(group, {
      id,
      aliases: [...new Set(own)].filter((name) => name !== id).sort(),
      coverage,
      decided: [...new Set(group.flatMap((one) => this.#decided?.by.get(one.id) ?? []))].sort(
        (a, b) => a - b,
      ),
      tables: this.#tables,
      report: (document) => this.#reports.get(document)!,
      overlaps: (document) =>
        this.#reprints
          .overlaps(document)
          .map(({ document: other, overlap }) => ({ document: other, ...overlap })),
      assessed: (origin: Origin) => this.#assessed.has(origin.name),
      asOf: options.asOf,
    });
  }

  /** The name a person used in a decision stays; else that of the earliest happening. */
  #idOf(group: readonly Happening[]): string {
    const ids = new Set(group.map(({ id }) => id));
    for (const decision of this.#decisions) {
      const used = decision.type === 'merge' ? decision.into : decision.id;
      const named = this.#find(used);
      if (!named || !ids.has(named) || !this.#names.of(named)) continue;
      return parseName(used) ? `${this.#project}-${parseName(used)}` : this.#nameOf(named);
    }
    const told = group.filter(({ id }) => this.#names.of(id));
    const first = [...told].sort((a, b) => this.#compareAge(a, b))[0];
    return first ? this.#nameOf(first.id) : `${this.#project}-000000`;
  }

  #compareAge(a: Happening, b: Happening): number {
    const age = ({ document }: Happening) => publishedAt(this.#reports.get(document)!) ?? '~';
    return age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : a.rank - b.rank || (a.id < b.id ? -1 : 1);
  }

  #nameOf(happening: string): string {
    return `${this.#project}-${this.#names.of(happening)}`;
  }

  #find(id: string): string | null {
    const name = parseName(id);
    const now = (name ? this.#names.holder(name) : undefined) ?? this.#byClaim.get(id);
    return now ?? this.#former.find(id) ?? null;
  }

  #groupOf(id: string): Happening[] | null {
    const happening = this.#find(id) ?? (this.#index.happening(id) ? id : null);
    if (!happening) return null;
    if (this.#decisions.length === 0) return this.#index.incidentOf(happening);
    return this.#groups().incidents.find((group) => group.some((one) => one.id === happening)) ?? null;
  }

  #groups(): Decided {
    this.#decided ??= applyDecisions(this.#index.all(), this.#decisions, (id) => this.#find(id));
    return this.#decided;
  }

  #file(happening: Happening, report: Report): void {
    if (happening.claims.length === 0) return;
    for (const claim of happening.claims) this.#byClaim.set(claim, happening.id);
    const { claim } = report.claims.find((one) => one.claim.id === happening.id)!;
    this.#names.add({
      id: happening.id,
      document: report.document,
      trigger: triggerOf(claim),
      published: publishedAt(report),
    });
  }

  #forget(document: string): void {
    if (this.#reports.get(document)?.read) this.#read--;
    this.#former.remove(document);
    for (const { id, claims } of this.#index.ofDocument(document)) {
      for (const claim of claims) this.#byClaim.delete(claim);
      this.#names.remove(id);
    }
    this.#index.remove(document);
  }

  #rebuildReprints(): void {
    this.#reprints = new ReprintIndex();
    for (const report of this.#reports.values()) if (report.read) this.#reprints.add(report);
  }
}
