/** Hashes of features: whole numbers mixed, in the same way in training and reading. */
import { hashText } from '../network/word-features.ts';

/** A feature of kind `kind` with up to three values. */
export function mix(kind: number, a: number, b = 0, c = 0): number {
  let h = Math.imul((a ^ Math.imul(kind + 1, 0x9e3779b1)) >>> 0, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ c, 0x27d4eb2f);
  h ^= h >>> 15;
  return h >>> 0;
}

/** What is hashed of a form once and for all. */
export interface HashedForm {
  lower: number;
  shape: number;
  capital: boolean;
  /** Prefixes of 2 to 4 letters, endings of 1 to 4: with their kinds mixed in. */
  affixes: Uint32Array;
}

const PREFIX_KIND = 200;
const SUFFIX_KIND = 210;
/** Longer words tell no more by their middle. */
const LONGEST = 64;

const kindOf = (c: string) => {
  if (c >= 'a' && c <= 'z') return 'x';
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= '0' && c <= '9') return 'd';
  const lower = c.toLowerCase();
  const upper = c.toUpperCase();
  return lower === upper ? c : c === lower ? 'x' : 'X';
};

/** X upper, x lower, d digit, others themselves; runs longer than two cut. */
function runsOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (let i = 0; i < form.length && i < 20; i++) {
    const kind = kindOf(form[i]!);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

export function hashForm(form: string): HashedForm {
  const short = form.length > LONGEST ? form.slice(0, LONGEST / 2) + form.slice(-LONGEST / 2) : form;
  const lower = short.toLowerCase().replace(/\d/g, '0');
  const affixes: number[] = [];
  for (let k = 1; k <= 4 && k < lower.length; k++) {
    affixes.push(mix(SUFFIX_KIND + k, hashText(lower.slice(-k))));
    if (k > 1) affixes.push(mix(PREFIX_KIND + k, hashText(lower.slice(0, k))));
  }
  return {
    lower: hashText(lower),
    shape: hashText(runsOf(short)),
    capital: kindOf(short[0] ?? '') === 'X',
    affixes: Uint32Array.from(affixes),
  };
}

/** Forms kept; then the table starts afresh, so that memory is bounded. */
const KEPT = 8192;
const kept = new Map<string, HashedForm>();

/** As `hashForm`, remembered. */
export function hashedForm(form: string): HashedForm {
  let known = kept.get(form);
  if (!known) {
    if (kept.size >= KEPT) kept.clear();
    known = hashForm(form);
    kept.set(form, known);
  }
  return known;
}

/** Where the features of one sentence are gathered: of one list at a time. */
let room = new Uint32Array(4096);

/** Hashes of words that come again and again: tags, relations, lemmas. */
const keptTexts = new Map<string, number>();

/** As `hashText`, remembered. */
export function hashedText(text: string): number {
  let known = keptTexts.get(text);
  if (known === undefined) {
    if (keptTexts.size >= KEPT) keptTexts.clear();
    known = hashText(text);
    keptTexts.set(text, known);
  }
  return known;
}

/** Gathers the features of a sentence; `done` before the next one is begun. */
export class FeatureList {
  private hashes = room;
  private count = 0;
  private readonly ends: number[] = [];

  add(hash: number): void {
    if (this.count === this.hashes.length) {
      room = new Uint32Array(this.count * 2);
      room.set(this.hashes);
      this.hashes = room;
    }
    this.hashes[this.count++] = hash;
  }

  endWord(): void {
    this.ends.push(this.count);
  }

  done(): { hashes: Uint32Array; ends: Int32Array } {
    return { hashes: this.hashes.slice(0, this.count), ends: Int32Array.from(this.ends) };
  }
}
