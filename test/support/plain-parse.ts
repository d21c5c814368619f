/** A plain stand-in for the language engine: words by pattern, tags by shape. For tests and for benches with gold spans. */
import type { NameMention, ParsedText, Sentence, Token } from '../../src/3-read/language/parsed-text.ts';

const WORD =
  /[\p{L}\p{M}\p{N}]+(?:\.(?=[\p{L}])[\p{L}]+)*\.?(?<=\b[A-Z]\.|\.[A-Z]\.)|[\p{L}\p{M}\p{N}]+|['’]s\b|[^\s\p{L}\p{N}]/gu;

const SMALL = new Map<string, string>(
  [
    [
      'ADP',
      'in at near from to into of on over by with for about across around through within via between towards toward outside inside off during after before since until',
    ],
    ['DET', 'the a an this that these those'],
    ['CCONJ', 'and or but nor'],
    ['PRON', 'he she it they we i you his her its their our who which what there'],
    [
      'AUX',
      'is are was were be been has have had do does did will would can could may might must shall should',
    ],
    ['ADV', 'also then now here however meanwhile not'],
    ['SCONJ', 'when while as if because although'],
  ].flatMap(([tag, words]) => words!.split(' ').map((word) => [word, tag!] as [string, string])),
);

function tag(form: string): string {
  const small = SMALL.get(form.toLowerCase());
  if (small !== undefined) return small;
  if (/^\d/.test(form)) return 'NUM';
  if (!/\p{L}/u.test(form)) return 'PUNCT';
  return /^\p{Lu}/u.test(form) ? 'PROPN' : 'NOUN';
}

/** A dot after one of these ends no sentence. */
const ABBREVIATED =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|No|U\.S|U\.N|[A-Z]|Inc|Corp|Co|Ltd|vs)\.$/;

function* sentencesOf(block: string): Generator<{ index: number; text: string }> {
  let start = 0;
  for (const piece of block.matchAll(/.+?(?:[.!?]["”’)]*(?=\s+["“‘(]?\p{Lu}|$)|$)/gsu)) {
    const end = piece.index + piece[0].length;
    if (end < block.length && ABBREVIATED.test(block.slice(start, end))) continue;
    yield { index: start, text: block.slice(start, end) };
    start = end;
  }
}

/** Words and sentences of a text by simple patterns, with the given names. */
export function plainParse(text: string, names: { start: number; end: number }[] = []): ParsedText {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of text.matchAll(/[^\n]+/g)) {
    for (const piece of sentencesOf(block[0])) {
      const start = block.index + piece.index;
      const tokens: Token[] = [];
      for (const word of piece.text.matchAll(WORD)) {
        const at = start + word.index;
        tokens.push({
          index: tokens.length,
          start: at,
          end: at + word[0].length,
          form: word[0],
          lemma: word[0].toLowerCase(),
          upos: tag(word[0]),
          xpos: '',
          head: -1,
          deprel: 'dep',
          spaceAfter: /\s/.test(text[at + word[0].length] ?? ' '),
        });
      }
      if (tokens.length === 0) continue;
      sentences.push({
        index: sentences.length,
        start: tokens[0]!.start,
        end: tokens[tokens.length - 1]!.end,
        paragraph,
        tokens,
      });
    }
    paragraph++;
  }
  const mentions: NameMention[] = names.map(({ start, end }) => ({
    start,
    end,
    text: text.slice(start, end),
    type: 'place',
    sentence: 0,
    firstToken: 0,
    lastToken: 0,
    confidence: 1,
  }));
  return { text, sentences, names: mentions, mentions: [] };
}
