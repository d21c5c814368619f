/**
 * Happenings joined into incidents, kept up as reports come and go. Each report is compared only with those that share a
 * block; what is alike hangs together in a component, and each component is clustered by itself from its members in
 * order of their ids. So the outcome depends on what is in the ledger and not on how it came in.
 */
import type { Happening } from '../happenings/happening.ts';
import { MultiMap } from '../words/multi-map.ts';
import { averageLink } from './average-link.ts';
import { placeKeys, wordKeys } from './block-keys.ts';
import { CONSIDERED, JOINED, type Likeness, likeness, publishedGap, toldApart } from './likeness.ts';
import type { TypeFamilies } from './type-fit.ts';

/** A larger component is first taken apart at its weaker links. */
const MAX_COMPONENT = 1_200;
const TIGHTER = 0.05;
/** Two happenings of one report: told of apart by place or day, or only told of apart. */
const APART_IN_REPORT = -0.3;
const BESIDE_IN_REPORT = 0.15;

/**
 * What is told to the day weighs more than asides, which are alike in all reports of one war; not in reports of other weeks,
 * which tell of later days too, of a funeral or a trial.
 */
const DATED = 3;
const SAME_WEEKS = 14;

function weightOf(a: Happening, b: Happening): number {
  const published = publishedGap(a, b);
  return a.period?.day && b.period?.day && (published === null || published <= SAME_WEEKS) ? DATED : 1;
}

export interface IncidentChanges {
  gone: Happening[][];
  come: Happening[][];
}

interface Link {
  to: number;
  score: number;
}

export class IncidentIndex {
  readonly #families: TypeFamilies;
  readonly #nodes: (Happening | null)[] = [];
  readonly #links: Link[][] = [];
  /** Happenings by place and time, and reports by words: the number of a report's first happening stands for it. */
  readonly #places = new MultiMap();
  readonly #words = new MultiMap();
  readonly #byDocument = new Map<string, number[]>();
  readonly #byId = new Map<string, number>();
  /** Component of each node, and the members of each component. */
  readonly #component: number[] = [];
  readonly #members = new Map<number, number[]>();
  readonly #clusters = new Map<number, Happening[][]>();
  /** Components that changed since `changes` was asked, and the incidents it told of each before. */
  readonly #touched = new Set<number>();
  readonly #told = new Map<number, Happening[][]>();
  /** Pairs compared so far: what a new report costs. */
  compared = 0;

  constructor(families: TypeFamilies) {
    this.#families = families;
  }

  /** Takes in the happenings of a report; those it had before are replaced. */
  set(document: string, happenings: readonly Happening[]): void {
    this.remove(document);
    if (happenings.length === 0) return;
    const numbers = happenings.map((happening) => this.#add(happening));
    this.#byDocument.set(document, numbers);
    const first = happenings[0]!;
    const keys = wordKeys(first.reportWords, first.publishedDay);
    const met = new Set<number>();
    for (const key of keys.looked) for (const other of this.#words.get(key)) met.add(other);
    for (const key of keys.own) this.#words.add(key, numbers[0]!);
    const pairs = new Set<string>();
    for (const other of met) {
      const document = this.#nodes[other]?.document;
      for (const to of (document && this.#byDocument.get(document)) || [])
        for (const number of numbers) this.#compare(number, to, pairs);
    }
    for (const number of numbers) {
      const { own, looked } = placeKeys(this.#nodes[number]!);
      for (const key of looked)
        for (const to of this.#places.get(key)) if (this.#nodes[to]) this.#compare(number, to, pairs);
      for (const key of own) this.#places.add(key, number);
    }
  }

  remove(document: string): void {
    for (const number of this.#byDocument.get(document) ?? []) {
      this.#byId.delete(this.#nodes[number]!.id);
      this.#nodes[number] = null;
      this.#takeApart(this.#component[number]!);
    }
    this.#byDocument.delete(document);
  }

  /** All incidents, each as its happenings in order of their ids; incidents in order of their first. */
  all(): Happening[][] {
    const incidents: Happening[][] = [];
    for (const component of this.#members.keys()) incidents.push(...this.#incidentsOf(component));
    return incidents.sort((a, b) => (a[0]!.id < b[0]!.id ? -1 : 1));
  }

  /** Incidents that are no more, and those that came, since this was asked last; what is the same stands in neither. */
  changes(): IncidentChanges {
    const gone = new Map<string, Happening[]>();
    const come: Happening[][] = [];
    for (const component of this.#touched) {
      for (const group of this.#told.get(component) ?? []) gone.set(group[0]!.id, group);
      if (!this.#members.has(component)) this.#told.delete(component);
      else {
        const now = this.#incidentsOf(component);
        this.#told.set(component, now);
        come.push(...now);
      }
    }
    this.#touched.clear();
    const fresh = come.filter((group) => {
      const before = gone.get(group[0]!.id);
      const same = before?.length === group.length && group.every((one, i) => one === before[i]);
      if (same) gone.delete(group[0]!.id);
      return !same;
    });
    return { gone: [...gone.values()], come: fresh };
  }

  /** The incident that a happening is in. */
  incidentOf(id: string): Happening[] | null {
    const number = this.#byId.get(id);
    if (number === undefined) return null;
    return this.#incidentsOf(this.#component[number]!).find((group) => group.some((one) => one.id === id))!;
  }

  happening(id: string): Happening | null {
    return this.#nodes[this.#byId.get(id) ?? -1] ?? null;
  }

  ofDocument(document: string): Happening[] {
    return (this.#byDocument.get(document) ?? []).map((number) => this.#nodes[number]!);
  }

  /** Happenings in other incidents that were held beside this one, the likest first. */
  nearly(happening: Happening): { other: Happening; likeness: Likeness }[] {
    const own = new Set(this.incidentOf(happening.id)?.map((one) => one.id));
    return this.#links[this.#byId.get(happening.id)!]!.map(({ to }) => this.#nodes[to] ?? null)
      .filter((other): other is Happening => other !== null && !own.has(other.id))
      .map((other) => ({ other, likeness: likeness(happening, other, this.#families) }))
      .sort((a, b) => b.likeness.score - a.likeness.score || (a.other.id < b.other.id ? -1 : 1));
  }

  likeness(a: Happening, b: Happening): Likeness {
    return likeness(a, b, this.#families);
  }

  #add(happening: Happening): number {
    const number = this.#nodes.push(happening) - 1;
    this.#links.push([]);
    this.#component.push(number);
    this.#members.set(number, [number]);
    this.#touched.add(number);
    this.#byId.set(happening.id, number);
    return number;
  }

  #compare(number: number, other: number, done: Set<string>): void {
    const pair = `${number} ${other}`;
    if (done.has(pair)) return;
    done.add(pair);
    const a = this.#nodes[number]!;
    const b = this.#nodes[other]!;
    if (a.document === b.document) return;
    this.compared++;
    const { score } = likeness(a, b, this.#families);
    if (score < CONSIDERED) return;
    this.#links[number]!.push({ to: other, score });
    this.#links[other]!.push({ to: number, score });
    this.#unite(this.#component[number]!, this.#component[other]!);
  }

  #unite(a: number, b: number): void {
    this.#forgetClusters(a);
    this.#forgetClusters(b);
    if (a === b) return;
    const [small, large] = this.#members.get(a)!.length < this.#members.get(b)!.length ? [a, b] : [b, a];
    const members = this.#members.get(large)!;
    for (const member of this.#members.get(small)!) {
      this.#component[member] = large;
      members.push(member);
    }
    this.#members.delete(small);
  }

  #forgetClusters(component: number): void {
    this.#clusters.delete(component);
    this.#touched.add(component);
  }

  /** After a node has gone: the component falls into what still hangs together. */
  #takeApart(component: number): void {
    const members = (this.#members.get(component) ?? []).filter((member) => this.#nodes[member]);
    this.#members.delete(component);
    this.#forgetClusters(component);
    for (const part of this.#parts(members, CONSIDERED)) {
      this.#members.set(part[0]!, part);
      this.#touched.add(part[0]!);
      for (const member of part) this.#component[member] = part[0]!;
    }
  }

  /** Connected parts of some nodes over links of at least this strength. */
  #parts(members: readonly number[], strength: number): number[][] {
    const left = new Set(members);
    const parts: number[][] = [];
    for (const member of members) {
      if (!left.delete(member)) continue;
      const part = [member];
      for (let i = 0; i < part.length; i++)
        for (const { to, score } of this.#links[part[i]!]!)
          if (score >= strength && left.delete(to)) part.push(to);
      parts.push(part);
    }
    return parts;
  }

  #incidentsOf(component: number): Happening[][] {
    let clusters = this.#clusters.get(component);
    if (!clusters) {
      clusters = this.#cluster(this.#members.get(component)!, CONSIDERED).map((cluster) =>
        cluster.map((number) => this.#nodes[number]!),
      );
      this.#clusters.set(component, clusters);
    }
    return clusters;
  }

  #cluster(members: readonly number[], strength: number): number[][] {
    if (members.length > MAX_COMPONENT && strength < 1)
      return this.#parts(members, strength + TIGHTER).flatMap((part) =>
        this.#cluster(part, strength + TIGHTER),
      );
    const sorted = [...members].sort((a, b) => (this.#nodes[a]!.id < this.#nodes[b]!.id ? -1 : 1));
    const nodes = sorted.map((number) => this.#nodes[number]!);
    const groups = averageLink(
      nodes.length,
      (a, b) => this.#pair(nodes[a]!, nodes[b]!),
      JOINED,
      (a, b) => weightOf(nodes[a]!, nodes[b]!),
    );
    return groups.map((group) => group.map((i) => sorted[i]!));
  }

  /** Two happenings of one report were told apart there; they meet only through others. */
  #pair(a: Happening, b: Happening): number {
    if (a.document === b.document) return toldApart(a, b) ? APART_IN_REPORT : BESIDE_IN_REPORT;
    return likeness(a, b, this.#families).score;
  }
}
