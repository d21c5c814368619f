/**
 * Sorted keys with the rows they stand for, front-coded in blocks: a key keeps only what differs from the key
 * before it. A look-up halves its way to a block and reads at most a block of keys.
 */

/** Keys a block; more is smaller and slower. */
const BLOCK = 16;

/** What kind of name a posting came from; the two low bits of a posting. */
export const NAME_KINDS = ['main', 'further', 'spelling', 'demonym'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export interface Posting {
  row: number;
  kind: NameKind;
}

/** Packs a row and a kind of name into 32 bits. */
export function packPosting(row: number, kind: NameKind): number {
  return row * 4 + NAME_KINDS.indexOf(kind);
}

export function unpackPosting(packed: number): Posting {
  return { row: Math.floor(packed / 4), kind: NAME_KINDS[packed & 3]! };
}

/** A list of bytes or numbers that grows in pieces, so that growing never copies what is there. */
class Pieces<T extends Uint8Array | Uint32Array> {
  readonly full: T[] = [];
  private current: T;
  private used = 0;
  length = 0;
  private readonly make: (size: number) => T;

  constructor(make: (size: number) => T) {
    this.make = make;
    this.current = make(1 << 16);
  }

  push(value: number): void {
    if (this.used === this.current.length) {
      this.full.push(this.current);
      this.current = this.make(1 << 20);
      this.used = 0;
    }
    this.current[this.used++] = value;
    this.length++;
  }

  all(): T[] {
    return [...this.full, this.current.subarray(0, this.used) as T];
  }
}

export interface KeyIndexColumns {
  keys: Uint8Array[];
  postings: Uint32Array[];
  blockKeys: Uint32Array[];
  blockPostings: Uint32Array[];
  count: number;
}

/** Takes keys in rising order, each with its postings, and lays them out. */
export class KeyIndexBuilder {
  private readonly bytes = new Pieces((size) => new Uint8Array(size));
  private readonly postings = new Pieces((size) => new Uint32Array(size));
  private readonly blockKeys = new Pieces((size) => new Uint32Array(size));
  private readonly blockPostings = new Pieces((size) => new Uint32Array(size));
  private before = '';
  private count = 0;

  add(key: string, postings: readonly number[]): void {
    if (this.count > 0 && key <= this.before) throw new Error(`keys out of order at "${key}"`);
    let shared = 0;
    if (this.count % BLOCK === 0) {
      this.blockKeys.push(this.bytes.length);
      this.blockPostings.push(this.postings.length);
    } else {
      while (shared < this.before.length && key[shared] === this.before[shared]) shared++;
    }
    this.bytes.push(shared);
    this.bytes.push(key.length - shared);
    for (let i = shared; i < key.length; i++) this.bytes.push(key.charCodeAt(i));
    let rest = postings.length;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
    this.bytes.push(rest);
    for (const posting of postings) this.postings.push(posting);
    this.before = key;
    this.count++;
  }

  columns(): KeyIndexColumns {
    return {
      keys: this.bytes.all(),
      postings: this.postings.all(),
      blockKeys: this.blockKeys.all(),
      blockPostings: this.blockPostings.all(),
      count: this.count,
    };
  }
}

/** Looks keys up in the columns a `KeyIndexBuilder` laid out. */
export class KeyIndex {
  private readonly keys: Uint8Array;
  private readonly postings: Uint32Array;
  private readonly blockKeys: Uint32Array;
  private readonly blockPostings: Uint32Array;

  constructor(keys: Uint8Array, postings: Uint32Array, blockKeys: Uint32Array, blockPostings: Uint32Array) {
    this.keys = keys;
    this.postings = postings;
    this.blockKeys = blockKeys;
    this.blockPostings = blockPostings;
  }

  /** Below, at or above zero as the first key of a block is before, equal to or after `key`. */
  private compareFirst(block: number, key: string): number {
    const at = this.blockKeys[block]! + 2;
    const length = this.keys[at - 1]!;
    const shorter = Math.min(length, key.length);
    for (let i = 0; i < shorter; i++) {
      const difference = this.keys[at + i]! - key.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - key.length;
  }

  /** The postings of exactly this key; empty when it is not there. Keys hold ASCII only. */
  get(key: string): Posting[] {
    let low = 0;
    let high = this.blockKeys.length - 1;
    if (key === '' || high < 0) return [];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.compareFirst(middle, key) <= 0) low = middle;
      else high = middle - 1;
    }
    return this.scan(low, key);
  }

  /** Reads through one block. `same` counts how many letters of `key` the key just read begins with. */
  private scan(block: number, key: string): Posting[] {
    let at = this.blockKeys[block]!;
    const end = block + 1 < this.blockKeys.length ? this.blockKeys[block + 1]! : this.keys.length;
    let posting = this.blockPostings[block]!;
    let same = 0;
    while (at < end) {
      const shared = this.keys[at]!;
      const length = this.keys[at + 1]!;
      at += 2;
      if (shared <= same) {
        same = shared;
        while (same < shared + length && same < key.length) {
          if (this.keys[at + same - shared] !== key.charCodeAt(same)) break;
          same++;
        }
      }
      at += length;
      let count = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = this.keys[at++]!;
        count += (byte & 127) * scale;
        if (byte < 128) break;
      }
      if (shared + length === key.length && same === key.length) {
        return Array.from(this.postings.subarray(posting, posting + count), unpackPosting);
      }
      posting += count;
    }
    return [];
  }
}
