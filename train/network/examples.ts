/** Corpora to examples for the network: numbers for words, tags, trees and allowed name labels. */
import { bilouLabels } from '../../src/3-read/language/network/names-viterbi.ts';
import {
  gramBuckets,
  hashText,
  normalForm,
  shapeOf,
} from '../../src/3-read/language/network/word-features.ts';
import { findWords, type TokenWords } from '../../src/3-read/language/tokens.ts';
import type { TreebankSentence } from '../corpora/conllu.ts';
import type { NamedSentence } from '../corpora/iob.ts';
import type { MentionDocument } from '../corpora/sources.ts';
import type { EncodedSentence } from './encoder.ts';
import type { Example } from './network.ts';
import { singleNames } from './war-words.ts';

/** Types of the head trained on names, and of the one trained on re3d's mentions. */
export const NAME_TYPES = ['PER', 'ORG', 'LOC', 'MISC'];
export const MENTION_TYPES = ['organisation', 'person', 'place', 'nationality', 'weapon', 'vehicle'];

/** re3d's types in our words; the others (times, quantities, money, documents) are none of ours. */
export const RE3D_TYPES: Record<string, string> = {
  Organisation: 'organisation',
  Person: 'person',
  Location: 'place',
  Nationality: 'nationality',
  Weapon: 'weapon',
  MilitaryPlatform: 'vehicle',
  Vehicle: 'vehicle',
};

/** What each corpus' types allow in ours ('O' = may be none); UNER's OTH is whatever else has a name. */
const UNER: Record<string, string[]> = { PER: ['PER'], ORG: ['ORG'], LOC: ['LOC'], OTH: ['O', 'MISC'] };
const WIKIGOLD: Record<string, string[]> = { PER: ['PER'], ORG: ['ORG'], LOC: ['LOC'], MISC: ['MISC'] };
const WNUT: Record<string, string[]> = {
  person: ['PER'],
  location: ['LOC'],
  group: ['ORG'],
  corporation: ['ORG'],
  product: ['O', 'MISC'],
  'creative-work': ['O', 'MISC'],
};

/** The label of a word of which nothing is known: all labels are open. */
export const UNKNOWN = '?';

export interface Vocabulary {
  words: Map<string, number>;
  /** Chance to hide a word in training, by its number. */
  hide: Float32Array;
}

/** Words seen at least twice, numbered from 1 by falling count. */
export function buildVocabulary(sentences: readonly (readonly string[])[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const forms of sentences) {
    for (const form of forms) {
      const normal = normalForm(form);
      counts.set(normal, (counts.get(normal) ?? 0) + 1);
    }
  }
  const kept = [...counts].filter(([, n]) => n >= 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = new Map(kept.map(([word], i) => [word, i + 1]));
  const hide = new Float32Array(kept.length + 4);
  for (const [i, [, n]] of kept.entries()) hide[i + 1] = 0.25 / (0.25 + n);
  return { words, hide };
}

/** Forms of a sentence with what is known of them, before numbers. */
export interface Source {
  forms: string[];
  /** Types of the one-word names among them; null where names are not known. */
  singles: (string | null)[] | null;
  tags: string[] | null;
  heads: number[] | null;
  rels: string[] | null;
  names: Uint8Array | null;
  mentions: Uint8Array | null;
}

export function treeSource(s: TreebankSentence, names: NamedSentence | undefined): Source {
  const named = names && names.forms.length === s.forms.length ? names.labels : null;
  return {
    forms: s.forms,
    singles: named && singleNames(named, s.forms.length),
    tags: s.forms.map((_, i) => `${s.upos[i]}|${s.xpos[i]}`),
    heads: s.heads,
    rels: s.rels,
    names: named && allowedLabels(named, UNER, ['MISC']),
    mentions: null,
  };
}

/** A sentence of a names corpus, its words cut as the treebanks cut them. */
export function nameSource(s: NamedSentence, corpus: 'wikigold' | 'wnut', words: TokenWords): Source {
  const forms: string[] = [];
  const labels: string[] = [];
  for (const [i, form] of s.forms.entries()) {
    const label = s.labels[i]!;
    for (const [piece, { start, end }] of findWords(form, 0, form.length, words).entries()) {
      forms.push(form.slice(start, end));
      labels.push(piece > 0 && label.startsWith('B-') ? `I-${label.slice(2)}` : label);
    }
  }
  const names =
    corpus === 'wikigold' ? allowedLabels(labels, WIKIGOLD, []) : allowedLabels(labels, WNUT, ['MISC']);
  return { forms, singles: null, tags: null, heads: null, rels: null, names, mentions: null };
}

/** Sentences of an re3d document with its mentions (confidence at least .5, the longest of overlapping ones). */
export function mentionSources(
  document: MentionDocument,
  split: (text: string) => { start: number; end: number }[][],
): Source[] {
  const kept = document.entities
    .filter((e) => (e.confidence ?? 1) >= 0.5 && RE3D_TYPES[e.type])
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return split(document.text).map((words) => {
    const labels = words.map(() => 'O');
    for (const entity of kept) {
      const inside = words.flatMap((w, i) => (w.start < entity.end && w.end > entity.start ? [i] : []));
      if (inside.length === 0 || inside.some((i) => labels[i] !== 'O')) continue;
      for (const [k, i] of inside.entries()) labels[i] = `${k === 0 ? 'B' : 'I'}-${RE3D_TYPES[entity.type]}`;
    }
    const same = Object.fromEntries(MENTION_TYPES.map((type) => [type, [type]]));
    return {
      forms: words.map((w) => document.text.slice(w.start, w.end)),
      singles: null,
      tags: null,
      heads: null,
      rels: null,
      names: null,
      mentions: allowedLabels(labels, same, [], MENTION_TYPES),
    };
  });
}

/** IOB2 labels to allowed BILOU labels, [n, labels] of 0/1; words outside may also be any of `besides`. */
export function allowedLabels(
  labels: readonly string[],
  allows: Record<string, string[]>,
  besides: string[],
  types = NAME_TYPES,
): Uint8Array {
  const width = bilouLabels(types.length);
  const out = new Uint8Array(labels.length * width);
  for (const [t, label] of labels.entries()) {
    if (label === UNKNOWN) out.fill(1, t * width, (t + 1) * width);
    if (label === UNKNOWN) continue;
    const open = (names: string[], parts: number[]) => {
      for (const name of names)
        for (const part of parts) out[t * width + 1 + 4 * types.indexOf(name) + part] = 1;
    };
    const meant = label === 'O' ? ['O'] : allows[label.slice(2)]!;
    if (meant.includes('O')) {
      out[t * width] = 1;
      open(besides, [0, 1, 2, 3]);
    }
    const real = meant.filter((name) => name !== 'O');
    const goesOn = labels[t + 1]?.startsWith('I-') ?? false;
    if (label.startsWith('B-')) open(real, [goesOn ? 0 : 3]);
    else if (label.startsWith('I-')) open(real, [goesOn ? 1 : 2]);
  }
  return out;
}

export interface Numbering {
  vocabulary: Vocabulary;
  tags: Map<string, number>;
  rels: Map<string, number>;
  grams: number;
  shapes: number;
  flags: number;
  flagsOf: (forms: readonly string[]) => Float32Array;
}

/** Numbers for a sentence's words. */
export function encodeForms(forms: readonly string[], numbering: Numbering): EncodedSentence {
  const { vocabulary, grams, shapes } = numbering;
  const normal = forms.map(normalForm);
  return {
    words: Int32Array.from(normal, (word) => vocabulary.words.get(word) ?? 0),
    grams: normal.map((word) => cachedGrams(word, grams)),
    shapes: Int32Array.from(forms, (form, i) => hashText(shapeOf(form) + (i === 0 ? '^' : '')) % shapes),
    flags: numbering.flagsOf(forms),
  };
}

const gramCache = new Map<string, Int32Array>();
function cachedGrams(word: string, buckets: number): Int32Array {
  let known = gramCache.get(word);
  if (!known) {
    known = gramBuckets(word, buckets);
    gramCache.set(word, known);
  }
  return known;
}

export function encodeSource(source: Source, numbering: Numbering): Example {
  return {
    ...encodeForms(source.forms, numbering),
    tags: source.tags && Int32Array.from(source.tags, (tag) => numbering.tags.get(tag) ?? -1),
    heads: source.heads && Int32Array.from(source.heads),
    rels: source.rels && Int32Array.from(source.rels, (rel) => numbering.rels.get(rel) ?? -1),
    names: source.names,
    mentions: source.mentions,
  };
}
