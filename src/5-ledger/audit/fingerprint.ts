/** A sum over digests of rows that does not depend on their order: equal sums, equal rows. */
import { createHash } from 'node:crypto';

/** 48 bits, so that sums stay exact in a double. */
const BITS = 2 ** 48;

export class Fingerprints {
  readonly #sums = new Map<number, number>();

  add(document: number, key: string): void {
    const digest = createHash('sha256').update(key).digest();
    this.#sums.set(document, ((this.#sums.get(document) ?? 0) + 1 + digest.readUIntBE(0, 6)) % BITS);
  }

  get(document: number): number {
    return this.#sums.get(document) ?? 0;
  }

  keys(): Iterable<number> {
    return this.#sums.keys();
  }
}
