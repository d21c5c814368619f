/** What changed from one text of a page to the next, sentence by sentence. */
import { diffArrays } from 'diff';
import type { Article, Span } from '../../records/index.ts';

/** The sentences of an article, without its furniture. */
export type SentenceCutter = (article: Pick<Article, 'text' | 'furniture'>) => Span[];

export type SentenceChange =
  | { kind: 'same'; before: Span; after: Span }
  | { kind: 'changed'; before: Span; after: Span }
  | { kind: 'gone'; before: Span }
  | { kind: 'new'; after: Span };

type Text = Pick<Article, 'text' | 'furniture'>;

/** Beyond so many edits what is between is taken as changed as a whole, so that a hostile page costs little. */
const MOST_EDITS = 2_000;
/** Two sentences that share this much of their words are one that was rewritten. */
const REWRITTEN = 0.5;

/** In the order of the text after, what is gone where it stood. */
export function sentenceDifference(before: Text, after: Text, cut: SentenceCutter): SentenceChange[] {
  const [old, now] = [cut(before), cut(after)];
  const key =
    ({ text }: Text) =>
    (span: Span) =>
      text
        .slice(...span)
        .replace(/\s+/g, ' ')
        .normalize('NFC');
  const [oldKeys, nowKeys] = [old.map(key(before)), now.map(key(after))];
  const parts = diffArrays(oldKeys, nowKeys, { maxEditLength: MOST_EDITS }) ?? [
    { count: old.length, removed: true, added: false },
    { count: now.length, removed: false, added: true },
  ];
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  let gone: number[] = [];
  let come: number[] = [];
  const settle = () => {
    changes.push(...pair(gone, come, old, now, oldKeys, nowKeys));
    [gone, come] = [[], []];
  };
  for (const { count = 0, removed, added } of parts) {
    for (let n = 0; n < count; n++) {
      if (removed) gone.push(i++);
      else if (added) come.push(j++);
      else {
        settle();
        changes.push({ kind: 'same', before: old[i++]!, after: now[j++]! });
      }
    }
  }
  settle();
  return changes;
}

/** Among sentences that went and came in one place, those that are one rewritten, in order. */
function pair(
  gone: readonly number[],
  come: readonly number[],
  old: readonly Span[],
  now: readonly Span[],
  oldKeys: readonly string[],
  nowKeys: readonly string[],
): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let next = 0;
  for (const i of gone) {
    const words = wordsOf(oldKeys[i]!);
    // Only a few ahead: a sentence is rewritten where it stands.
    const found = come
      .slice(next, next + AHEAD)
      .findIndex((j) => likeness(words, wordsOf(nowKeys[j]!)) >= REWRITTEN);
    if (found < 0) {
      changes.push({ kind: 'gone', before: old[i]! });
      continue;
    }
    for (let n = 0; n < found; n++) changes.push({ kind: 'new', after: now[come[next++]!]! });
    changes.push({ kind: 'changed', before: old[i]!, after: now[come[next++]!]! });
  }
  for (; next < come.length; next++) changes.push({ kind: 'new', after: now[come[next]!]! });
  return changes;
}

const AHEAD = 8;

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Shared words over the words of the shorter: a sentence that was only cut is still itself. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.min(a.size, b.size);
}
