/** "Three men were allegedly shot dead", read as if they were a thing called shot: a participle after "be" is a passive. */
import type { Sentence, Token } from '../language/parsed-text.ts';

/** The sentence given stays as it is. */
export function mendPassives(sentence: Sentence): Sentence {
  const verbs = sentence.tokens.filter(
    (t) =>
      (t.upos === 'VERB' ? /^VB[ND]$/.test(t.xpos) : /^shot$/i.test(t.form)) &&
      sentence.tokens.some((c) => c.head === t.index && c.deprel === 'cop' && c.index < t.index) &&
      sentence.tokens.some((c) => c.head === t.index && isDone(c, sentence)),
  );
  if (verbs.length === 0) return sentence;
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  for (const verb of verbs) {
    const lemma = verb.upos === 'VERB' ? verb.lemma : 'shoot';
    Object.assign(tokens[verb.index]!, { upos: 'VERB', xpos: 'VBN', lemma });
    for (const token of tokens) {
      if (token.head !== verb.index) continue;
      if (token.deprel === 'cop') Object.assign(token, { deprel: 'aux:pass', upos: 'AUX' });
      if (token.deprel === 'nsubj') token.deprel = 'nsubj:pass';
    }
  }
  return { ...sentence, tokens };
}

/** "shot dead", "struck by a shell": what only happens to somebody, where "was concerned" is how somebody is. */
function isDone({ index, form, deprel }: Token, { tokens }: Sentence): boolean {
  if (form.toLowerCase() === 'dead') return true;
  return (
    deprel.startsWith('obl') && tokens.some((c) => c.head === index && c.deprel === 'case' && c.form === 'by')
  );
}
