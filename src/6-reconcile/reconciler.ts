/**
 * Report against report: takes reports as they come, keeps incidents and reprints, answers questions about them. What it
 * answers depends only on the reports and decisions it holds.
 */
import type { Coverage } from '../5-ledger/index.ts';
import { ReportedlyError } from '../errors.ts';
import { describeIncident } from './describe-incident.ts';
import { DescribedIncidents } from './described.ts';
import { happeningsOf } from './happenings/group-claims.ts';
import { type Happening, partyKey } from './happenings/happening.ts';
import type { Explanation, Incident, IncidentInLedger, Membership } from './incident.ts';
import { applyDecisions, type Decided, type IncidentDecision } from './incidents/decided.ts';
import { formerOf } from './incidents/former.ts';
import { DEFAULT_PROJECT } from './incidents/ids.ts';
import { IncidentIndex } from './incidents/incident-index.ts';
import { JOINED } from './incidents/likeness.ts';
import { Naming } from './incidents/naming.ts';
import { membershipOf } from './membership.ts';
import type { Origin } from './origins/origins.ts';
import { isPublishedBy, type Report } from './report.ts';
import { givesTheSame, ReprintIndex } from './reprints/reprint-index.ts';
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

type Group = readonly Happening[];

export class Reconciler {
  readonly #tables: ReconcileTables;
  readonly #reports = new Map<string, Report>();
  readonly #index: IncidentIndex;
  readonly #naming: Naming;
  readonly #described = new DescribedIncidents();
  #reprints = new ReprintIndex();
  /** Reports that were read. */
  #read = 0;
  #decisions: readonly IncidentDecision[] = [];
  #assessed: ReadonlySet<string> = new Set();
  /** What people decided, applied to what is here now; null after a change. */
  #decided: Decided | null = null;
  /** As it was when incidents were described last. */
  #decidedBefore: Decided | null = null;
  /** Happenings to describe anew, and whether anything changed since that was done. */
  readonly #stale = new Set<string>();
  #isCurrent = false;
  #sources: readonly SourceProfile[] | null = null;

  constructor({ tables, project = DEFAULT_PROJECT }: ReconcilerOptions) {
    this.#tables = tables;
    this.#index = new IncidentIndex(tables.families);
    this.#naming = new Naming(project);
  }

  /** Numbers of people's merges and splits that find no incident any more. */
  get withoutEffect(): readonly number[] {
    return this.#shaped().without;
  }

  /** Takes in a report, in place of what it was before. */
  set(report: Report): void {
    const before = this.#reports.get(report.document);
    if (before) this.#forget(report.document);
    this.#reports.set(report.document, report);
    if (before?.read && !givesTheSame(before, report)) this.#rebuildReprints();
    else if (report.read) this.#reprints.add(report);
    const group = (whole: Report) => happeningsOf(whole, this.#tables);
    const happenings = report.read ? group(report) : [];
    this.#index.set(report.document, happenings);
    this.#naming.set(report, happenings, formerOf(report, happenings, group));
    if (report.read) this.#read++;
    this.#changed();
  }

  remove(document: string): void {
    const report = this.#reports.get(document);
    if (!report) return;
    this.#forget(document);
    this.#reports.delete(document);
    if (report.read) this.#rebuildReprints();
    this.#changed();
  }

  /** People's merges and splits of incidents, and the sources they assessed. */
  decide(decisions: readonly IncidentDecision[], assessed: ReadonlySet<string> = new Set()): void {
    const changed = new Set(
      [...assessed, ...this.#assessed].filter((name) => assessed.has(name) !== this.#assessed.has(name)),
    );
    if (changed.size > 0)
      for (const { group, incident } of this.#described.entries())
        if (incident.origins.some(({ name }) => changed.has(name))) this.#stale.add(group[0]!.id);
    this.#decisions = decisions;
    this.#assessed = assessed;
    this.#changed();
  }

  #changed(): void {
    this.#decided = null;
    this.#isCurrent = false;
    this.#sources = null;
  }

  get coverage(): Pick<Coverage, 'documents' | 'read' | 'notRead'> {
    const { size: documents } = this.#reports;
    return { documents, read: this.#read, notRead: documents - this.#read };
  }

  get coverageLine(): string {
    return coverageLine(this.coverage);
  }

  report(document: string): Report | null {
    return this.#reports.get(document) ?? null;
  }

  /** All incidents in full, in order of their names; `coverageLine` says in which ledger their counts hold. */
  incidents({ asOf }: IncidentOptions = {}): readonly Incident[] {
    this.#describeChanged();
    if (asOf === undefined) return this.#described.all;
    const then: Incident[] = [];
    for (const { group, incident } of this.#described.entries()) {
      const known = group.filter((one) => this.#isKnown(one, asOf));
      if (known.length === group.length) then.push(incident);
      else if (known.some(({ claims }) => claims.length > 0)) then.push(this.#describe(group, asOf));
    }
    return then.filter(({ claims }) => claims > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The incident of a name, an alias, or a claim. */
  incident(id: string, { asOf }: IncidentOptions = {}): IncidentInLedger | null {
    const group = this.#groupOf(id);
    return group && this.#inLedger(group, asOf);
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
  explain(id: string, { asOf }: IncidentOptions = {}): Explanation {
    const whole = this.#groupOf(id);
    const group = whole?.filter((one) => this.#isKnown(one, asOf));
    if (!whole || !group || group.length === 0)
      throw new ReportedlyError('incident-not-found', { incident: id });
    const besides = (one: Happening) => group.filter(({ document }) => document !== one.document);
    const members = group.map((one) => this.#membership(one, besides(one)));
    const near = new Map<string, Membership & { incident: string }>();
    for (const one of group)
      for (const { other } of this.#index.nearly(one)) {
        if (near.has(other.id) || whole.includes(other) || other.claims.length === 0) continue;
        if (!this.#isKnown(other, asOf)) continue;
        near.set(other.id, {
          ...this.#membership(other, group),
          incident: this.#nameOf(this.#groupOf(other.id) ?? [other]).id,
        });
      }
    return {
      incident: this.#inLedger(whole, asOf),
      threshold: JOINED,
      members,
      nearly: [...near.values()]
        .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || (a.text < b.text ? -1 : 1))
        .slice(0, 10),
    };
  }

  #isKnown({ document }: Happening, asOf: string | undefined): boolean {
    return isPublishedBy(this.#reports.get(document)!, asOf);
  }

  #membership(one: Happening, others: Group): Membership {
    const likeness = this.#index.likeness.bind(this.#index);
    return membershipOf(one, others, { likeness, text: (other) => this.#textOf(other) });
  }

  #textOf({ id, document }: Happening): string {
    const report = this.#reports.get(document)!;
    return report.claims.find(({ claim }) => claim.id === id)?.claim.text ?? report.title ?? '';
  }

  /** Brings what is described up to date with what is held. */
  #describeChanged(): void {
    if (this.#isCurrent) return;
    const { gone, come } = this.#index.changes();
    const [before, now] = [this.#decidedBefore, this.#shaped()];
    for (const document of this.#reprints.changed())
      for (const { id } of this.#index.ofDocument(document)) this.#stale.add(id);
    for (const id of this.#naming.changed()) this.#stale.add(id);
    // What people shaped before and shape now is looked at again: it is little beside the rest.
    const machine = [...(before?.replaced ?? []), ...this.#stale].flatMap((id) => {
      const group = this.#index.incidentOf(id);
      return group ? [group] : [];
    });
    const left = [...come, ...machine].filter((group) => !now.replaced.has(group[0]!.id));
    const firsts = (groups: readonly Group[]) => groups.map((group) => group[0]!.id);
    this.#described.update(
      {
        gone: [...firsts(gone), ...firsts(before?.shaped ?? []), ...now.replaced],
        come: [...left, ...now.shaped],
        stale: this.#stale,
      },
      {
        describe: (group) => this.#describe(group),
        stamp: (group) => JSON.stringify([this.#nameOf(group), this.#decidedOn(group)]),
      },
    );
    this.#stale.clear();
    this.#decidedBefore = now;
    this.#isCurrent = true;
  }

  #inLedger(group: Group, asOf: string | undefined): IncidentInLedger {
    return { ...this.#describe(group, asOf), coverage: this.coverageLine };
  }

  #describe(group: Group, asOf?: string): Incident {
    const documents = new Set(group.map((one) => one.document));
    return describeIncident(group, {
      ...this.#nameOf(group),
      decided: this.#decidedOn(group),
      tables: this.#tables,
      report: (document) => this.#reports.get(document)!,
      overlaps: (document) =>
        this.#reprints
          .overlaps(document, documents)
          .map(({ document: other, overlap }) => ({ document: other, ...overlap })),
      assessed: (origin: Origin) => this.#assessed.has(origin.name),
      asOf,
    });
  }

  #nameOf(group: Group): { id: string; aliases: string[] } {
    this.#shaped();
    return this.#naming.of(group, (document) => this.#reports.get(document)!);
  }

  /** Numbers of the decisions that shaped an incident. */
  #decidedOn(group: Group): number[] {
    const { by } = this.#shaped();
    if (by.size === 0) return [];
    return [...new Set(group.flatMap(({ id }) => by.get(id) ?? []))].sort((a, b) => a - b);
  }

  #groupOf(id: string): Group | null {
    const happening = this.#naming.find(id) ?? (this.#index.happening(id) ? id : null);
    if (!happening) return null;
    return this.#shaped().home.get(happening) ?? this.#index.incidentOf(happening);
  }

  #shaped(): Decided {
    if (!this.#decided) {
      const find = (id: string) => this.#naming.find(id);
      this.#naming.use(this.#decisions);
      this.#decided = applyDecisions((id) => this.#index.incidentOf(id), this.#decisions, find);
    }
    return this.#decided;
  }

  #forget(document: string): void {
    if (this.#reports.get(document)?.read) this.#read--;
    this.#naming.remove(document, this.#index.ofDocument(document));
    this.#index.remove(document);
  }

  #rebuildReprints(): void {
    this.#reprints = new ReprintIndex();
    for (const report of this.#reports.values()) {
      if (!report.read) continue;
      this.#reprints.add(report);
      for (const { id } of this.#index.ofDocument(report.document)) this.#stale.add(id);
    }
  }
}
