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

/** `an end to the regime's escalating attacks`: behind a possessor a participle describes the noun that it was taken to do. */
export function ownedNoun(tokens: Token[]): boolean {
  for (const mark of tokens) {
    if (mark.deprel !== 'case' || !/^['’]s?$/.test(mark.form)) continue;
    const owner = tokens[mark.head];
    const verb = tokens[mark.index + 1];
    const object = tokens[mark.index + 2];
    if (!owner || owner.index >= mark.index || verb?.upos !== 'VERB' || verb.xpos !== 'VBG') continue;
    if (object?.head !== verb.index || object.deprel !== 'obj' || owner.head < 0 || verb.head < 0) continue;
    if (owner.head === verb.index || owner.head === object.index) continue;
    hang(object, tokens[owner.head]!, owner.deprel);
    for (const t of tokens) {
      if (t.head === verb.index && t !== object) hang(t, object, t.deprel);
      else if (t.head === owner.index && t.deprel === 'case' && t.index < owner.index)
        hang(t, object, 'case');
    }
    hang(owner, object, 'nmod:poss');
    hang(verb, object, 'amod');
    verb.upos = 'ADJ';
    verb.xpos = 'JJ';
    return true;
  }
  return false;
}
