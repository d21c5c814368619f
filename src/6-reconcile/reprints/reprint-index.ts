/**
 * Finds reports that share passages. A sample of the shingles (those whose hash falls below a bound: a MinHash of fixed
 * rate, made for containment) is kept in an inverted index, so that a new report meets only those it shares words with.
 * What comes out does not depend on the order in which reports came in: candidates are only ever too many, and whether a
 * pair is a reprint is asked of the whole texts with the templates as they are now.
 */
import { outletOf, type Report } from '../report.ts';
import { hashText } from '../words/hash.ts';
import { MultiMap } from '../words/multi-map.ts';
import { compareShingles, type Overlap, turned } from './compare.ts';
import { ignoredOf, type Shingles, shinglesOf } from './shingles.ts';
import { Templates } from './templates.ts';

/** A pair that shares fewer sampled shingles has no passage worth the look. */
const MIN_SHARED = 2;

interface Entry {
  document: string;
  shingles: Shingles;
  /** Hash of the outlet; null where it is not known: nothing can be its template. */
  outlet: number | null;
  /** What versions of one story have in common, as a rule: the smallest hash. */
  story: number;
}

export class ReprintIndex {
  readonly #entries: Entry[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #postings = new MultiMap();
  readonly #templates = new Templates();
  /** Candidates of each entry, and what came out of those that were compared. */
  readonly #near: number[][] = [];
  readonly #found: Map<number, Overlap | null>[] = [];
  /** Entries that may have other overlaps since `changed` was asked. */
  readonly #touched = new Set<number>();

  add(report: Report): void {
    if (this.#numbers.has(report.document)) return;
    const shingles = shinglesOf(report);
    const name = outletOf(report);
    const entry: Entry = {
      document: report.document,
      shingles,
      outlet: name === null ? null : hashText(name),
      story: shingles.sample.reduce((a, b) => Math.min(a, b), 0xffffffff),
    };
    const number = this.#entries.push(entry) - 1;
    this.#numbers.set(report.document, number);
    const counts = new Map<number, number>();
    for (const hash of shingles.sample) {
      if (entry.outlet !== null) {
        if (this.#templates.add(hash, entry.outlet, entry.story))
          for (const other of this.#postings.get(hash)) this.#forget(other);
        if (this.#templates.has(hash, entry.outlet)) continue;
      }
      for (const other of this.#postings.get(hash)) {
        const { outlet } = this.#entries[other]!;
        if (outlet !== null && this.#templates.has(hash, outlet)) continue;
        counts.set(other, (counts.get(other) ?? 0) + 1);
      }
      this.#postings.add(hash, number);
    }
    const near: number[] = [];
    for (const [other, count] of counts) {
      if (count < MIN_SHARED) continue;
      near.push(other);
      this.#near[other]!.push(number);
      this.#touched.add(other);
    }
    this.#near.push(near);
    this.#found.push(new Map());
  }

  /** Reports that may share other passages with others since this was asked last. */
  changed(): string[] {
    const documents = [...this.#touched].map((number) => this.#entries[number]!.document);
    this.#touched.clear();
    return documents;
  }

  /** Reports that share passages with this one, by document, in order of their ids. @param among only these */
  overlaps(document: string, among?: ReadonlySet<string>): { document: string; overlap: Overlap }[] {
    const number = this.#numbers.get(document);
    if (number === undefined) return [];
    const found: { document: string; overlap: Overlap }[] = [];
    for (const other of this.#near[number]!) {
      const { document: name } = this.#entries[other]!;
      if (among && !among.has(name)) continue;
      const overlap = this.#overlap(number, other);
      if (overlap) found.push({ document: name, overlap });
    }
    return found.sort((a, b) => (a.document < b.document ? -1 : 1));
  }

  #overlap(number: number, other: number): Overlap | null {
    const known = this.#found[number]!.get(other);
    if (known !== undefined) return known;
    const overlap = this.#compare(number, other);
    this.#found[number]!.set(other, overlap);
    this.#found[other]!.set(number, overlap && turned(overlap));
    return overlap;
  }

  #forget(number: number): void {
    this.#touched.add(number);
    for (const other of this.#found[number]!.keys()) this.#found[other]!.delete(number);
    this.#found[number]!.clear();
    for (const other of this.#near[number]!) this.#touched.add(other);
  }

  /** The pair compared, always from the side of the smaller id, so that both see the same. */
  #compare(number: number, other: number): Overlap | null {
    const a = this.#entries[number]!;
    const b = this.#entries[other]!;
    const outlets = [a.outlet, b.outlet].filter((outlet) => outlet !== null);
    const template = (hash: number) => outlets.some((outlet) => this.#templates.has(hash, outlet));
    // Asked again, since more may have been taken for shared before a template was known for one.
    const sample = new Set(a.shingles.sample);
    const shared = b.shingles.sample.reduce((n, hash) => n + Number(sample.has(hash) && !template(hash)), 0);
    if (shared < MIN_SHARED) return null;
    const [first, second] = a.document < b.document ? [a, b] : [b, a];
    const overlap = compareShingles(
      { ...first.shingles, ignored: ignoredOf(first.shingles, template) },
      { ...second.shingles, ignored: ignoredOf(second.shingles, template) },
    );
    return overlap && first !== a ? turned(overlap) : overlap;
  }
}

/** Whether two readings of one report give the index the same. */
export const givesTheSame = (a: Report, b: Report): boolean =>
  a.read === b.read &&
  a.text === b.text &&
  outletOf(a) === outletOf(b) &&
  a.furniture.length === b.furniture.length &&
  a.furniture.every(([start, end], i) => start === b.furniture[i]![0] && end === b.furniture[i]![1]);
