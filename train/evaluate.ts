/** Figures of a network on gold words: tags, trees and names, as the literature counts them. */
import type { Language } from '../src/3-read/language/language.ts';
import type { Mention, ParsedText } from '../src/3-read/language/parsed-text.ts';
import type { TreebankSentence } from './corpora/conllu.ts';
import type { NamedSentence } from './corpora/iob.ts';

export interface TreeFigures {
  words: number;
  /** Percent right, two decimals; LAS by universal relation (no subtype), punctuation counted. */
  upos: number;
  xpos: number;
  lemma: number;
  uas: number;
  las: number;
}

export interface NameFigures {
  precision: number;
  recall: number;
  f1: number;
}

const percent = (part: number, whole: number) => Math.round((10000 * part) / Math.max(whole, 1)) / 100;

const universal = (rel: string) => rel.split(':')[0]!;

/** Tags and trees on gold words and sentences, tags predicted. */
export function treeFigures(language: Language, sentences: TreebankSentence[]): TreeFigures {
  const parsed = language.parseWords(sentences.map((s) => s.forms)).sentences;
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  let words = 0;
  for (const [i, gold] of sentences.entries()) {
    for (const [t, token] of parsed[i]!.tokens.entries()) {
      words++;
      if (token.upos === gold.upos[t]) right.upos++;
      if (token.xpos === gold.xpos[t]) right.xpos++;
      if (token.lemma === gold.lemmas[t]) right.lemma++;
      if (token.head + 1 !== gold.heads[t]) continue;
      right.uas++;
      if (universal(token.deprel) === universal(gold.rels[t]!)) right.las++;
    }
  }
  return {
    words,
    upos: percent(right.upos, words),
    xpos: percent(right.xpos, words),
    lemma: percent(right.lemma, words),
    uas: percent(right.uas, words),
    las: percent(right.las, words),
  };
}

const COARSE: Record<string, string> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  place: 'LOC',
  facility: 'LOC',
};

/** Names against UNER's PER, ORG and LOC: exact spans and types; `namesOf` takes the network's own names unless given. */
export function nameFigures(
  language: Language,
  sentences: NamedSentence[],
  namesOf: (parsed: ParsedText) => readonly Mention[] = (parsed) => parsed.names,
): NameFigures {
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const own of byText(sentences)) {
    const parsed = language.parseWords(own.map((s) => s.forms));
    const wanted = own.map((s) => new Set(spansOf(s.labels)));
    for (const set of wanted) gold += set.size;
    for (const name of namesOf(parsed)) {
      const type = COARSE[name.type];
      if (!type) continue;
      found++;
      if (wanted[name.sentence]!.has(`${name.firstToken} ${name.lastToken} ${type}`)) right++;
    }
  }
  return {
    precision: percent(right, found),
    recall: percent(right, gold),
    f1: percent(2 * right, found + gold),
  };
}

/** Sentences of one text together: their ids differ in the number at the end. */
function byText(sentences: readonly NamedSentence[]): NamedSentence[][] {
  const texts = new Map<string, NamedSentence[]>();
  for (const sentence of sentences) {
    const text = sentence.id.replace(/-\d+$/, '');
    texts.set(text, [...(texts.get(text) ?? []), sentence]);
  }
  return [...texts.values()];
}

function spansOf(labels: string[]): string[] {
  const spans: string[] = [];
  for (const [i, label] of labels.entries()) {
    if (!label.startsWith('B-') || label === 'B-OTH') continue;
    let last = i;
    while (labels[last + 1]?.startsWith('I-')) last++;
    spans.push(`${i} ${last} ${label.slice(2)}`);
  }
  return spans;
}
