/** The training sources with their numbering: what the network learns from. */
import { joinWords } from '../src/3-read/language/join-words.ts';
import { flagsOfWords, LEXICON_FLAGS } from '../src/3-read/language/lexicon.ts';
import { layoutBreaks, type SentenceModel, sentenceEnds } from '../src/3-read/language/sentences.ts';
import { findWords, type TokenWords, type WordSpan } from '../src/3-read/language/tokens.ts';
import type { KnownNames } from '../src/4-resolve/known-names.ts';
import { gumNames } from './corpora/gum-names.ts';
import { re3dDocuments, trainingTreebanks, unerNames, wikigoldNames, wnutNames } from './corpora/sources.ts';
import {
  buildVocabulary,
  mentionSources,
  type Numbering,
  nameSource,
  type Source,
  treeSource,
} from './network/examples.ts';
import { readWarWords } from './network/war-words.ts';

/** Cuts a text into sentences of words, as the engine does. */
export function sentenceSplitter(words: TokenWords, model: SentenceModel): (text: string) => WordSpan[][] {
  return (text) => {
    const all = findWords(text, 0, text.length, words);
    const breaks = layoutBreaks(text);
    let first = 0;
    return sentenceEnds(text, all, (i) => breaks(all[i]!.end, all[i + 1]!.start), model, words).map(
      (last) => {
        const own = all.slice(first, last + 1);
        first = last + 1;
        return own;
      },
    );
  };
}

/** Treebanks and names corpora. */
export function generalSources(words: TokenWords): Source[] {
  const { ewt, gum } = trainingTreebanks();
  const names = unerNames('train');
  return [
    ...ewt.map((s) => treeSource(s, names.get(s.id))),
    ...gum.map((s) => treeSource(s, gumNames(s))),
    ...wikigoldNames().map((s) => nameSource(s, 'wikigold', words)),
    ...wnutNames().map((s) => nameSource(s, 'wnut', words)),
  ];
}

/** Everything; re3d three times over: the only text of this kind there is. */
export function allSources(words: TokenWords, model: SentenceModel): Source[] {
  const split = sentenceSplitter(words, model);
  const mentions = re3dDocuments(true).flatMap((document) => mentionSources(document, split));
  return [...generalSources(words), ...mentions, ...mentions, ...mentions];
}

/** Words of war count as seen twice: they are known words. */
function warVocabulary(): string[][] {
  const { byTag, transitive, saying, names } = readWarWords();
  const forms = [byTag, transitive, saying, names].flatMap((map) => [...map.values()].flat());
  return [forms, forms];
}

export function numberingOf(all: readonly Source[], known: KnownNames): Numbering {
  const tags = new Map<string, number>();
  const rels = new Map<string, number>();
  for (const source of all) {
    for (const tag of source.tags ?? []) if (!tags.has(tag)) tags.set(tag, tags.size);
    for (const rel of source.rels ?? []) if (!rels.has(rel)) rels.set(rel, rels.size);
  }
  return {
    vocabulary: buildVocabulary([...all.map((source) => source.forms), ...warVocabulary()]),
    tags,
    rels,
    grams: 16384,
    shapes: 512,
    flags: LEXICON_FLAGS.length,
    flagsOf: (forms) => {
      const { text, words } = joinWords(forms);
      return flagsOfWords(words, known.hits(text));
    },
  };
}
