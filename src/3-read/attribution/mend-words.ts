/** Mends of words that parsers of plain English take for others in reports of war. */
import type { Token } from '../language/parsed-text.ts';
import { hang } from './hang.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);

/** Adjectives of war that parsers read as verbs. */
const DESCRIBES = /^(?:allied|armed|affiliated)$/;

/** `by Turkey and allied Syrian forces`: the forces are coordinated, not allied by somebody. */
export function describingVerb(tokens: Token[]): boolean {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || verb.deprel !== 'conj' || !DESCRIBES.test(verb.form)) continue;
    const object = tokens.find((t) => t.head === verb.index && t.deprel === 'obj' && t.index > verb.index);
    const joint = tokens[verb.index - 1];
    const other = tokens[verb.index - 2];
    if (!object || joint?.deprel !== 'cc' || !other || !NOMINAL.has(other.upos)) continue;
    for (const t of tokens) if (t.head === verb.index && t !== object) hang(t, object, t.deprel);
    hang(object, other, 'conj');
    hang(verb, object, 'amod');
    verb.upos = 'ADJ';
    verb.xpos = 'JJ';
    return true;
  }
  return false;
}
