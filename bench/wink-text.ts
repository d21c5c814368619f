/** A stand-in for the language engine where tags matter: words and parts of speech from wink-nlp, no trees, no names. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { ParsedText, Sentence, Token } from '../src/3-read/language/parsed-text.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

/** Words with universal tags; offsets hold over the whole text. */
export function winkParse(text: string): ParsedText {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of text.matchAll(/[^\n]+/g)) {
    const doc = nlp.readDoc(block[0]);
    let at = block.index;
    // The package's own types do not describe what it hands out.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    doc.sentences().each((sentence: any) => {
      const tokens: Token[] = [];
      // biome-ignore lint/suspicious/noExplicitAny: see above
      sentence.tokens().each((token: any) => {
        const form = token.out(its.value) as string;
        const start = text.indexOf(form, at);
        if (start < 0) return;
        at = start + form.length;
        tokens.push({
          index: tokens.length,
          start,
          end: at,
          form,
          lemma: token.out(its.lemma) as string,
          upos: token.out(its.pos) as string,
          xpos: '',
          head: -1,
          deprel: 'dep',
          spaceAfter: /\s/.test(text[at] ?? ' '),
        });
      });
      if (tokens.length > 0) {
        const [first, last] = [tokens[0]!, tokens[tokens.length - 1]!];
        sentences.push({ index: sentences.length, start: first.start, end: last.end, paragraph, tokens });
      }
    });
    paragraph++;
  }
  return { text, sentences, names: [], mentions: [] };
}
