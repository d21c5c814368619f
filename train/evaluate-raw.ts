/** Figures from raw text: words, sentence ends and trees found all by ourselves, as CoNLL 2018 counts them. */
import type { Language } from '../src/3-read/language/language.ts';
import type { TreebankSentence } from './corpora/conllu.ts';
import { rawDocuments } from './corpora/raw-text.ts';

export interface RawFigures {
  /** Percent F1, two decimals: words and sentences with the same bounds; tags, heads and relations of such words. */
  words: number;
  sentences: number;
  upos: number;
  uas: number;
  las: number;
}

const universal = (rel: string) => rel.split(':')[0]!;

/** Texts are the treebank's documents, a paragraph a line, a blank line between. */
export function rawFigures(language: Language, treebank: TreebankSentence[]): RawFigures {
  const right = { words: 0, sentences: 0, upos: 0, uas: 0, las: 0 };
  const gold = { words: 0, sentences: 0 };
  const found = { words: 0, sentences: 0 };
  for (const { text, sentences } of rawDocuments(treebank)) {
    const words = new Map<string, { upos: string; rel: string; head: string }>();
    const bounds = new Set<string>();
    for (const { sentence, words: spans } of sentences) {
      const key = (i: number) => `${spans[i]!.start} ${spans[i]!.end}`;
      bounds.add(`${spans[0]!.start} ${spans.at(-1)!.end}`);
      for (const [i, head] of sentence.heads.entries())
        words.set(key(i), {
          upos: sentence.upos[i]!,
          rel: universal(sentence.rels[i]!),
          head: head === 0 ? 'root' : key(head - 1),
        });
    }
    gold.words += words.size;
    gold.sentences += bounds.size;
    for (const { start, end, tokens } of language.parse(text).sentences) {
      found.sentences++;
      if (bounds.has(`${start} ${end}`)) right.sentences++;
      for (const token of tokens) {
        found.words++;
        const wanted = words.get(`${token.start} ${token.end}`);
        if (!wanted) continue;
        right.words++;
        if (wanted.upos === token.upos) right.upos++;
        const head = tokens[token.head];
        if (wanted.head !== (head ? `${head.start} ${head.end}` : 'root')) continue;
        right.uas++;
        if (wanted.rel === universal(token.deprel)) right.las++;
      }
    }
  }
  const f1 = (n: number, of: 'words' | 'sentences') => Math.round((20000 * n) / (gold[of] + found[of])) / 100;
  return {
    words: f1(right.words, 'words'),
    sentences: f1(right.sentences, 'sentences'),
    upos: f1(right.upos, 'words'),
    uas: f1(right.uas, 'words'),
    las: f1(right.las, 'words'),
  };
}
