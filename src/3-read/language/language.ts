/** The language engine: text to sentences, words with tags, lemmas and trees, and names. Pure once opened. */
import type { NameType, Span } from '../../records/index.ts';
import { cutSentences } from './cut-sentences.ts';
import { joinWords } from './join-words.ts';
import { type LemmaModel, lemmaOf } from './lemmas.ts';
import { flagsOfWords, type LexiconHit } from './lexicon.ts';
import { LanguageNetwork, type NetworkOutput, type ScoredSpan } from './network/network.ts';
import type { NameMention, ParsedText, Sentence, Token } from './parsed-text.ts';
import type { SentenceModel } from './sentences.ts';
import type { TokenWords, WordSpan } from './tokens.ts';
import { keepNamesWhole } from './whole-names.ts';

/** What the engine reads from models/ and dictionaries/, as plain data. */
export interface LanguageData {
  wasm: WebAssembly.Module;
  network: Uint8Array;
  lemmas: LemmaModel;
  sentences: SentenceModel;
  words: TokenWords;
  /** Names that the dictionaries know in a text, in order. */
  lexicon: (text: string) => readonly LexiconHit[];
}

/** Types of the network's heads, in our words. */
const NAME_TYPES: Record<string, NameType | null> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  MISC: null,
};

interface RawSentence {
  paragraph: number;
  words: WordSpan[];
  forms: string[];
}

export class Language {
  private readonly data: LanguageData;
  private readonly network: LanguageNetwork;
  private readonly tags: [upos: string, xpos: string][];

  constructor(data: LanguageData) {
    this.data = data;
    this.network = new LanguageNetwork(data.wasm, data.network);
    this.tags = this.network.header.tags.map((tag) => tag.split('|') as [string, string]);
  }

  /** Reads a text; stretches in `skip` (sorted, apart) are left unread, and sentences end there. Offsets are UTF-16 code units. */
  parse(text: string, skip: readonly Span[] = []): ParsedText {
    return this.assemble(text, this.split(text, skip));
  }

  /** Reads ready words, one array a sentence; the text is the words joined, a sentence a line. */
  parseWords(sentences: readonly (readonly string[])[]): ParsedText {
    let text = '';
    const raw: RawSentence[] = [];
    for (const [paragraph, forms] of sentences.entries()) {
      if (forms.length === 0) continue;
      const joined = joinWords(forms, text.length);
      text += `${joined.text}\n`;
      const { words } = joined;
      raw.push({ paragraph, words, forms: [...forms] });
    }
    return this.assemble(text, raw);
  }

  private split(text: string, skip: readonly Span[]): RawSentence[] {
    const { words, sentences } = this.data;
    return cutSentences(text, skip, words, sentences).map((cut) => ({
      ...cut,
      forms: cut.words.map((w) => text.slice(w.start, w.end)),
    }));
  }

  private assemble(text: string, raw: RawSentence[]): ParsedText {
    const hits = this.data.lexicon(text);
    const outputs = this.network.analyse(
      raw.map((s) => ({ forms: this.formsRead(s, hits), flags: flagsOfWords(s.words, hits) })),
    );
    const sentences = raw.map((s, index) => this.sentence(text, s, index, outputs[index]!, hits));
    const names = raw.flatMap((s, index) =>
      outputs[index]!.names.flatMap((span) =>
        this.name(text, s, index, span, NAME_TYPES[this.network.header.nameTypes[span.type]!]!),
      ),
    );
    const mentions = raw.flatMap((s, index) =>
      outputs[index]!.mentions.flatMap((span) =>
        this.name(text, s, index, span, this.network.header.mentionTypes[span.type] as NameType),
      ),
    );
    return { text, sentences, names, mentions };
  }

  /** The words as the network is given them: "IS" the party is no form of "be". */
  private formsRead({ forms, words }: RawSentence, hits: readonly LexiconHit[]): readonly string[] {
    const { acronyms } = this.data.words;
    if (!forms.some((form) => acronyms.has(form)) || !forms.some((form) => /\p{Ll}{3}/u.test(form)))
      return forms;
    const starts = new Set(hits.map((hit) => hit.start));
    return forms.map((form, i) =>
      acronyms.has(form) && starts.has(words[i]!.start) ? acronyms.get(form)! : form,
    );
  }

  private sentence(
    text: string,
    raw: RawSentence,
    index: number,
    output: NetworkOutput,
    hits: readonly LexiconHit[],
  ): Sentence {
    const { header } = this.network;
    const tokens: Token[] = raw.words.map(({ start, end }, i) => {
      const [upos, xpos] = this.tags[output.tags[i]!]!;
      const form = raw.forms[i]!;
      return {
        index: i,
        start,
        end,
        form,
        lemma: lemmaOf(form, xpos, this.data.lemmas),
        upos,
        xpos,
        head: output.heads[i]!,
        deprel: header.rels[output.rels[i]!]!,
        spaceAfter: end >= text.length || /\s/.test(text[end]!),
      };
    });
    keepNamesWhole(tokens, hits);
    return {
      index,
      start: tokens[0]!.start,
      end: tokens.at(-1)!.end,
      paragraph: raw.paragraph,
      tokens,
    };
  }

  private name(
    text: string,
    raw: RawSentence,
    sentence: number,
    span: ScoredSpan,
    type: NameType | null,
  ): NameMention[] {
    if (!type) return [];
    const { start } = raw.words[span.first]!;
    const { end } = raw.words[span.last]!;
    return [
      {
        start,
        end,
        text: text.slice(start, end),
        type,
        sentence,
        firstToken: span.first,
        lastToken: span.last,
        confidence: span.confidence,
      },
    ];
  }
}
