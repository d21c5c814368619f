/**
 * What the chain of mentions (bodies, persons, places, nationalities, weapons, vehicles, named or only described) sees of a
 * word: the word and its neighbours, its place in the noun group that the tree gives it, what the dictionaries say of word and
 * noun, and what the chain of names says here and elsewhere in the text.
 */
import { hashText } from '../network/word-features.ts';
import type { SentenceFeatures } from './chain.ts';
import { FeatureList, hashedText, mix } from './hashing.ts';
import { KINDS, PLACES, type TextEvidence, type WordEvidence } from './name-evidence.ts';
import { nounGroups } from './noun-groups.ts';
import { FLAG_COUNT, type ReadWords } from './read-words.ts';

const START = 1;
const END = 2;
const NONE = 3;
const OF = hashText('of');
/** Kinds of features by what they look at; the numbers are the model's and stay. */
const WORDS = 40;
const TAGS = 60;
const GROUP = 80;
const FLAGS = 110;
const CLASSES = 120;
const NAMES = 130;
const TEXT = 150;

export function mentionFeatures(
  words: ReadWords,
  names: readonly WordEvidence[],
  text: ReadonlyMap<number, TextEvidence>,
): SentenceFeatures {
  const { tokens, forms, bits, classes } = words;
  const n = tokens.length;
  const tag = tokens.map(({ xpos }) => hashedText(xpos));
  const rel = tokens.map(({ deprel }) => hashedText(deprel));
  const lemma = tokens.map((token) => hashedText(token.lemma.toLowerCase()));
  const lower = (i: number) => (i < 0 ? START : i >= n ? END : forms[i]!.lower);
  const xpos = (i: number) => (i < 0 ? START : i >= n ? END : tag[i]!);
  const shape = (i: number) => (i < 0 || i >= n ? NONE : forms[i]!.shape);
  const kind = (i: number) => (i < 0 || i >= n ? 9 : names[i]!.kind);
  const capital = (i: number) => (i >= 0 && i < n && forms[i]!.capital ? 1 : 0);
  const flags = (i: number) => (i < 0 || i >= n ? 0 : bits[i]!);
  const { nouns, firsts } = nounGroups(words);
  const capitals = new Uint8Array(n);
  for (let t = 1; t < n; t++) if (forms[t]!.capital) capitals[nouns[t]!] = 1;
  const out = new FeatureList();
  for (let t = 0; t < n; t++) {
    const { lower: w, shape: s, affixes } = forms[t]!;
    const noun = nouns[t]!;
    const first = firsts[noun]!;
    // Before, in or behind the noun; whether the group begins here.
    const side = t === noun ? 1 : t < noun ? 2 : 3;
    const begins = t === first ? 1 : 0;
    const place = side * 2 + begins;
    const up = tokens[noun]!.head;

    out.add(mix(WORDS, 0));
    out.add(mix(WORDS + 1, w));
    out.add(mix(WORDS + 2, lower(t - 1)));
    out.add(mix(WORDS + 3, lower(t + 1)));
    out.add(mix(WORDS + 4, lower(t - 2)));
    out.add(mix(WORDS + 5, lower(t + 2)));
    out.add(mix(WORDS + 6, lower(t - 1), w));
    out.add(mix(WORDS + 7, w, lower(t + 1)));
    for (const affix of affixes) out.add(affix);
    out.add(mix(WORDS + 8, s, t === 0 ? 1 : 0));
    out.add(mix(WORDS + 9, shape(t - 1), s));
    out.add(mix(WORDS + 10, s, shape(t + 1)));
    out.add(mix(WORDS + 11, shape(t - 1), s, shape(t + 1)));
    out.add(mix(WORDS + 12, lemma[t]!));

    out.add(mix(TAGS, tag[t]!));
    out.add(mix(TAGS + 1, xpos(t - 1)));
    out.add(mix(TAGS + 2, xpos(t + 1)));
    out.add(mix(TAGS + 3, xpos(t - 1), tag[t]!));
    out.add(mix(TAGS + 4, tag[t]!, xpos(t + 1)));
    out.add(mix(TAGS + 5, xpos(t - 1), tag[t]!, xpos(t + 1)));
    out.add(mix(TAGS + 6, xpos(t - 2), xpos(t - 1), tag[t]!));
    out.add(mix(TAGS + 7, tag[t]!, xpos(t + 1), xpos(t + 2)));
    out.add(mix(TAGS + 8, rel[t]!));
    out.add(mix(TAGS + 9, rel[t]!, tokens[t]!.head < 0 ? NONE : lower(tokens[t]!.head)));

    out.add(mix(GROUP, lower(noun), side));
    out.add(mix(GROUP + 1, lemma[noun]!, t === noun ? 1 : 0));
    out.add(mix(GROUP + 2, rel[noun]!, tag[noun]!, t === noun ? 1 : 0));
    out.add(mix(GROUP + 3, up < 0 ? NONE : lower(up), rel[noun]!));
    out.add(mix(GROUP + 4, tag[noun]!, Math.max(-4, t - noun)));
    out.add(mix(GROUP + 5, tag[noun]!, place));
    out.add(mix(GROUP + 6, lower(noun), place));
    out.add(mix(GROUP + 7, lower(first), lower(noun), place));
    out.add(mix(GROUP + 8, capitals[noun]! * 8 + place, tag[noun]!, rel[noun]!));
    out.add(mix(GROUP + 9, tag[noun]!, lower(noun + 1), begins));
    out.add(mix(GROUP + 10, tag[noun]!, lower(first - 1), begins));
    out.add(mix(GROUP + 11, xpos(noun + 1), xpos(noun + 2), capital(noun + 2)));
    if (lower(noun + 1) === OF) out.add(mix(GROUP + 12, lower(noun), capital(noun + 2), place));
    if (lower(first - 1) === OF) {
      out.add(mix(GROUP + 13, lower(first - 2), place));
      out.add(mix(GROUP + 14, tag[noun]!, capitals[noun]!, lower(first - 2)));
    }

    for (let d = -1; d <= 1; d++)
      for (let f = 0; f < FLAG_COUNT; f++) if ((flags(t + d) >> f) & 1) out.add(mix(FLAGS + 1 + d, f));
    for (let f = 0; f < FLAG_COUNT; f++) if ((bits[noun]! >> f) & 1) out.add(mix(FLAGS + 3, f, side));
    out.add(mix(FLAGS + 4, bits[t]!));
    out.add(mix(FLAGS + 5, flags(t - 1), bits[t]!, flags(t + 1)));

    for (const one of classes[t]!) {
      out.add(mix(CLASSES, one));
      out.add(mix(CLASSES + 1, one, tag[t]!, rel[t]!));
    }
    for (const one of classes[noun]!) out.add(mix(CLASSES + 2, one, place));
    for (const one of classes[t + 1] ?? []) out.add(mix(CLASSES + 3, one));
    for (const one of classes[up] ?? []) out.add(mix(CLASSES + 4, one, rel[noun]!));

    const own = names[t]!;
    out.add(mix(NAMES, own.kind));
    out.add(mix(NAMES + 1, kind(t - 1), own.kind, kind(t + 1)));
    out.add(mix(NAMES + 2, own.kind, own.lead));
    for (let k = 1; k < KINDS; k++) out.add(mix(NAMES + 3, k, own.behind[k]!));
    for (let p = 0; p < PLACES; p++) out.add(mix(NAMES + 4, p, own.places[p]!));
    out.add(mix(NAMES + 5, kind(noun), tag[noun]!, side));
    out.add(mix(NAMES + 6, own.kind, w));
    out.add(mix(NAMES + 7, own.kind * 10 + kind(t + 1), tag[t]!, xpos(t + 1)));

    addText(out, TEXT, text.get(w));
    addText(out, TEXT + 10, text.get(lower(noun)));
    out.endWord();
  }
  return out.done();
}

function addText(out: FeatureList, base: number, known: TextEvidence | undefined): void {
  if (!known) return;
  out.add(mix(base, Math.min(known.count, 4)));
  let best = 1;
  for (let k = 2; k < KINDS; k++) if (known.kinds[k]! > known.kinds[best]!) best = k;
  out.add(mix(base + 1, best, Math.floor((known.kinds[best]! * 4) / known.count)));
  for (let k = 1; k < KINDS; k++) out.add(mix(base + 2, k, known.behind[k]!));
}
