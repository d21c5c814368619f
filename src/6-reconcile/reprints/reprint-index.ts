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
  /** Candidates of each entry. */
  readonly #near: number[][] = [];

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
        this.#templates.add(hash, entry.outlet, entry.story);
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
    }
    this.#near.push(near);
  }

  /** Reports that share passages with this one, by document, in order of their ids. */
  overlaps(document: string): { document: string; overlap: Overlap }[] {
    const number = this.#numbers.get(document);
    if (number === undefined) return [];
    return this.#near[number]!.map((other) => ({
      document: this.#entries[other]!.document,
      overlap: this.#compare(number, other),
    }))
      .filter((one): one is { document: string; overlap: Overlap } => one.overlap !== null)
      .sort((a, b) => (a.document < b.document ? -1 : 1));
  }

  /** The pair compared, always from the side of the smaller id, so that both see the same. */
  #compare(number: number, other: number): Overlap | null {
    const a = this.#entries[number]!;
    const b = this.#entries[other]!;
    const outlets = [a.outlet, b.outlet].filter((outlet) => outlet !== null);
    const template = (hash: number) => outlets.some((outlet) => this.#templates.has(hash, outlet));
    const [first, second] = a.document < b.document ? [a, b] : [b, a];
    const overlap = compareShingles(
      { ...first.shingles, ignored: ignoredOf(first.shingles, template) },
      { ...second.shingles, ignored: ignoredOf(second.shingles, template) },
    );
    return overlap && first !== a ? turned(overlap) : overlap;
  }
}
