/** Where the pairs of key and row go while a gazetteer is built. */

/** Keeps (key, posting) pairs and gives them back by key in rising order, then by posting. */
export interface PairSink {
  add(key: string, posting: number): void;
  sorted(): Iterable<[key: string, posting: number]>;
}

/** All pairs in memory: for the built-in gazetteer and small imports. */
export class MemoryPairs implements PairSink {
  private readonly pairs: [string, number][] = [];

  add(key: string, posting: number): void {
    this.pairs.push([key, posting]);
  }

  sorted(): Iterable<[string, number]> {
    return this.pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
  }
}
