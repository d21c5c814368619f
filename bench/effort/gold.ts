/** Claims made by hand, and which of ours each is paired with: as the reference scorer pairs them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../src/records/index.ts';
import type { Claim } from '../../web/src/data.ts';
import { corpus } from '../corpora.ts';

export interface Quote {
  quote: string;
  occurrence?: number;
}
export interface GoldClaim {
  id: string;
  content: string | string[];
  occurrence?: number;
  sources: (Quote & {
    name: string;
    kind: Claim['chain'][number]['source']['kind'];
    optional?: boolean;
    cue?: string;
  })[];
  certainty: Claim['certainty'];
  kind: Claim['kind'];
  type?: string | string[];
  trigger?: string;
  by?: (Quote & { actor: string })[];
  against?: (Quote & { actor: string })[];
  place?: Quote & { name: string; lat?: number; lon?: number; withinKm?: number };
  when?: Quote & { from?: string; to?: string };
  means?: string[];
  effects?: (Quote & { what: string; low?: number; high?: number; approximate?: boolean; whom?: string })[];
}

export interface GoldText {
  name: string;
  text: string;
  meta: { title?: string; published?: string | null };
  claims: GoldClaim[];
}

export function goldTexts(): GoldText[] {
  const dir = corpus('gold');
  const read = (name: string) => readFileSync(path.join(dir, name), 'utf8');
  const names = readdirSync(dir).filter((name) => name.endsWith('.txt'));
  return names.sort().map((file) => {
    const name = file.slice(0, -4);
    return {
      name,
      text: read(file),
      meta: JSON.parse(read(`${name}.meta.json`)) as GoldText['meta'],
      claims: (JSON.parse(read(`${name}.claims.json`)) as { claims: GoldClaim[] }).claims,
    };
  });
}

const STOP = new Set(
  'the a an of in on at to by and or for with from as its his her their that this it he she they'.split(' '),
);
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
export const contentWords = (text: string): Set<string> =>
  new Set(wordsIn(text).filter((word) => !STOP.has(word)));
export const shareWord = (a: string, b: string): boolean => {
  const [one, other] = [contentWords(a), contentWords(b)];
  return [...one].some((word) => other.has(word));
};
export const strings = (one: string | string[] | undefined): string[] =>
  one === undefined ? [] : [one].flat();

/** F1 of the words of both, counted as often as they stand there. */
export function overlap(a: string, b: string): number {
  const [one, other] = [wordsIn(a), wordsIn(b)];
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of one) {
    const n = left.get(word) ?? 0;
    if (n > 0) same++;
    left.set(word, n - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * same) / (one.length + other.length);
}

const PAIRED_FROM = 0.3;

/** One to one, best first. */
export function paired(gold: readonly GoldClaim[], claims: readonly Claim[]): Map<GoldClaim, Claim> {
  const all = gold.flatMap((one) =>
    claims.flatMap((claim) => {
      const alike = overlap(strings(one.content).join(' '), claim.text);
      const trigger = claim.event?.trigger?.text ?? '';
      const likeness = alike + (one.trigger && shareWord(one.trigger, trigger) ? 1 : 0);
      return alike >= PAIRED_FROM ? [{ one, claim, likeness }] : [];
    }),
  );
  const pairs = new Map<GoldClaim, Claim>();
  const taken = new Set<Claim>();
  for (const { one, claim } of all.sort((a, b) => b.likeness - a.likeness)) {
    if (pairs.has(one) || taken.has(claim)) continue;
    pairs.set(one, claim);
    taken.add(claim);
  }
  return pairs;
}

/** Where the words stand: the occurrence that gold names, else the one nearest to `near`. */
export function finder(text: string): (of: Quote, near?: number) => Span | null {
  return ({ quote, occurrence }, near) => {
    const pattern = quote
      .trim()
      .split(/\s+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+');
    const found = [...text.matchAll(new RegExp(pattern, 'g'))].map(
      (m): Span => [m.index, m.index + m[0].length],
    );
    if (occurrence !== undefined && found[occurrence - 1]) return found[occurrence - 1]!;
    if (near === undefined) return found[0] ?? null;
    return found.sort((a, b) => Math.abs(a[0] - near) - Math.abs(b[0] - near))[0] ?? null;
  };
}

export function kilometres(a: number, b: number, c: number, d: number): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((c - a) * rad) / 2) ** 2 +
    Math.cos(a * rad) * Math.cos(c * rad) * Math.sin(((d - b) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
