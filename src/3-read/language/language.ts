/** The language engine: text to sentences, words with tags, lemmas and trees, and names. Pure once opened. */
import type { NameType, Span } from '../../records/index.ts';
import { cutSentences } from './cut-sentences.ts';
import { joinWords } from './join-words.ts';
import { type LemmaModel, lemmaOf, tenseMended } from './lemmas.ts';
import { flagsOfWords, type LexiconHit } from './lexicon.ts';
import { NameFinder, type NetworkNames, namesOfNetwork } from './names/name-finder.ts';
import type { NameSigns } from './names/name-signs.ts';
import type { NounClasses } from './names/noun-classes.ts';
import { type ReadWords, readWords } from './names/read-words.ts';
import type { LabelledSpan } from './network/names-viterbi.ts';
import { LanguageNetwork, type NetworkOutput } from './network/network.ts';
import type { Mention, ParsedText, Sentence, Token } from './parsed-text.ts';
import type { SentenceModel } from './sentences.ts';
import type { TokenWords, WordSpan } from './tokens.ts';
import { keepNamesWhole } from './whole-names.ts';

/** What the engine reads from models/ and dictionaries/, as plain data. */
export interface LanguageData {
  wasm: WebAssembly.Module;
  network: Uint8Array;
  /** The chains that label names; null in training: names are then the network's alone, and there are no mentions. */
  names: Uint8Array | null;
  nouns: NounClasses;
  signs: NameSigns;
  lemmas: LemmaModel;
  sentences: SentenceModel;
  words: TokenWords;
  /** Names that the dictionaries know in a text, in order. */
  lexicon: (text: string) => readonly LexiconHit[];
}

/** Types of names in our words. */
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

/** A text as the chains of names are given it, sentence by sentence. */
export interface StudiedText {
  sentences: Sentence[];
  words: ReadWords[];
  names: NetworkNames[];
}

export class Language {
  private readonly data: LanguageData;
  private readonly network: LanguageNetwork;
  private readonly finder: NameFinder | null;
  private readonly tags: [upos: string, xpos: string][];

  constructor(data: LanguageData) {
    this.data = data;
    this.network = new LanguageNetwork(data.wasm, data.network);
    this.finder = data.names && new NameFinder(data.names, data.signs);
    this.tags = this.network.header.tags.map((tag) => tag.split('|') as [string, string]);
  }

  /** Reads a text; stretches in `skip` (sorted, apart) are left unread, and sentences end there. Offsets are UTF-16 code units. */
  parse(text: string, skip: readonly Span[] = []): ParsedText {
    return this.assemble(text, this.split(text, skip));
  }

  /** Reads ready words, one array a sentence; the text is the words joined, a sentence a line. */
  parseWords(sentences: readonly (readonly string[])[]): ParsedText {
    const { text, raw } = joined(sentences);
    return this.assemble(text, raw);
  }

  /** What the chains of names are taught from: a text as they are given it. */
  study(text: string): StudiedText {
    return this.look(text, this.split(text, []));
  }

  /** As `study`, of ready words. */
  studyWords(sentences: readonly (readonly string[])[]): StudiedText {
    const { text, raw } = joined(sentences);
    return this.look(text, raw);
  }

  private split(text: string, skip: readonly Span[]): RawSentence[] {
    const { words, sentences } = this.data;
    return cutSentences(text, skip, words, sentences).map((cut) => ({
      ...cut,
      forms: cut.words.map((w) => text.slice(w.start, w.end)),
    }));
  }

  private assemble(text: string, raw: RawSentence[]): ParsedText {
    const studied = this.look(text, raw);
    const { sentences } = studied;
    const found = this.finder?.find(studied.words, studied.names) ?? studied.names.map(namesOfNetwork);
    const typed = <T extends LabelledSpan>(spans: readonly T[], types: readonly (NameType | null)[]) =>
      spans.flatMap((span) => {
        const type = types[span.type];
        return type ? [{ span, type }] : [];
      });
    const nameTypes = (this.finder?.nameTypes ?? this.network.header.nameTypes).map(
      (type) => NAME_TYPES[type]!,
    );
    const mentionTypes = (this.finder?.mentionTypes ?? []) as NameType[];
    return {
      text,
      sentences,
      names: found.flatMap((own, i) =>
        typed(own.names, nameTypes).map(({ span, type }) => ({
          ...mention(text, sentences[i]!, span, type),
          confidence: span.confidence,
        })),
      ),
      mentions: found.flatMap((own, i) =>
        typed(own.mentions, mentionTypes).map(({ span, type }) => mention(text, sentences[i]!, span, type)),
      ),
    };
  }

  private look(text: string, raw: RawSentence[]): StudiedText {
    const hits = this.data.lexicon(text);
    const flags = raw.map((s) => flagsOfWords(s.words, hits));
    const outputs = this.network.analyse(
      raw.map((s, i) => ({ forms: this.formsRead(s, hits), flags: flags[i]! })),
    );
    const sentences = raw.map((s, index) => this.sentence(text, s, index, outputs[index]!, hits));
    const transitions = this.network.nameTransitions;
    return {
      sentences,
      words: sentences.map(({ tokens }, i) => readWords(tokens, flags[i]!, this.data.nouns)),
      names: outputs.map(({ nameScores }) => ({ scores: nameScores, transitions })),
    };
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
      const [upos, tag] = this.tags[output.tags[i]!]!;
      const form = raw.forms[i]!;
      const xpos = tenseMended(form, tag, this.data.lemmas);
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
}

/** Ready words as a text, a sentence a line. */
function joined(sentences: readonly (readonly string[])[]): { text: string; raw: RawSentence[] } {
  let text = '';
  const raw: RawSentence[] = [];
  for (const [paragraph, forms] of sentences.entries()) {
    if (forms.length === 0) continue;
    const { text: line, words } = joinWords(forms, text.length);
    text += `${line}\n`;
    raw.push({ paragraph, words, forms: [...forms] });
  }
  return { text, raw };
}

function mention(text: string, sentence: Sentence, span: LabelledSpan, type: NameType): Mention {
  const { start } = sentence.tokens[span.first]!;
  const { end } = sentence.tokens[span.last]!;
  return {
    start,
    end,
    text: text.slice(start, end),
    type,
    sentence: sentence.index,
    firstToken: span.first,
    lastToken: span.last,
  };
}
