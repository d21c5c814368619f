/** Titles cut short ("Sgt.", "Lt.", "Dr.") belong to the name behind them, wherever a parser hung them. */
import type { Sentence, Token } from '../language/parsed-text.ts';

const SHORT_TITLE = /^\p{Lu}\p{Ll}{1,4}\.$/u;

/** The sentence with its titles on their names; the same one where nothing is amiss. */
export function mendTitles(sentence: Sentence): Sentence {
  const astray = sentence.tokens.filter((token, i) => {
    const next = sentence.tokens[i + 1];
    return (
      SHORT_TITLE.test(token.form) &&
      next?.upos === 'PROPN' &&
      ['ADV', 'ADJ', 'INTJ', 'X'].includes(token.upos) &&
      token.head !== next.index &&
      next.head !== token.index
    );
  });
  if (astray.length === 0) return sentence;
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  for (const { index } of astray) {
    const [title, name] = [tokens[index]!, tokens[index + 1]!];
    // A name somewhere under its title takes the title's place.
    if (isUnder(tokens, name, title)) {
      name.head = title.head;
      name.deprel = title.deprel;
    } else if (title.head < 0) continue;
    for (const token of tokens) if (token.head === index && token !== name) token.head = name.index;
    title.head = name.index;
    title.deprel = 'nmod:desc';
    title.upos = 'PROPN';
    title.xpos = 'NNP';
  }
  return { ...sentence, tokens };
}

function isUnder(tokens: readonly Token[], token: Token, over: Token): boolean {
  for (let at: Token | undefined = token, n = 0; at && n <= tokens.length; at = tokens[at.head], n++)
    if (at.head === over.index) return true;
  return false;
}
