/**
 * Mends trees round verbs of saying, where parsers go astray most and a wrong turn costs a source: the subject of what
 * is said taken for the verb's object, the speaker behind a long sentence for a part of it. New sentences are made;
 * those given stay as they are.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';
import { isTimeNoun } from '../syntax/time-nouns.ts';
import { type CueWords, frameOf } from './cue-words.ts';
import { hang } from './hang.ts';
import { MARKS, mendSaying, nounThatSays, saysItself, tallyAt, thatAgain } from './mend-saying.ts';
import { describingVerb, ownedNoun } from './mend-words.ts';

/** The sentence with its verbs of saying over what is said; the same one where nothing is amiss. */
export function mendSpeech(sentence: Sentence, words: CueWords): Sentence {
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  let mended = describingVerb(tokens);
  mended = ownedNoun(tokens) || mended;
  mended = verbOfAll(tokens, words) || mended;
  mended = nounThatSays(tokens, words) || mended;
  const spoken = tokens.filter(
    (token) =>
      token.upos === 'VERB' &&
      (token.xpos !== 'VBN' || hasSaid(tokens, token)) &&
      frameOf(words, token.lemma, 'q'),
  );
  for (const token of tokens) if (token.upos === 'VERB') mended = tallyAt(tokens, token, words) || mended;
  for (const token of tokens) mended = shownBehind(tokens, token, words) || mended;
  if (spoken.length === 0 && !mended) return sentence;
  // "feared a virus, such as flu, was to blame": verbs of thought take clauses too.
  for (const token of tokens)
    if (token.upos === 'VERB' && !spoken.includes(token) && frameOf(words, token.lemma, 'c'))
      mended = subjectOfSaid(tokens, token) || mended;
  for (const { index } of spoken) {
    const verb = tokens[index]!;
    mended = thatAgain(tokens, verb) || mended;
    mended =
      speakerBehind(tokens, verb) ||
      subjectOfSaid(tokens, verb) ||
      saidAfterTime(tokens, verb, words) ||
      mendSaying(tokens, verb, words) ||
      mended;
  }
  return mended ? { ...sentence, tokens } : sentence;
}

/** "have said": a participle that is no passive. */
const hasSaid = (tokens: readonly Token[], verb: Token): boolean => {
  const own = tokens.filter((t) => t.head === verb.index && t.deprel.startsWith('aux'));
  return own.some((t) => t.lemma === 'have') && !own.some((t) => t.deprel === 'aux:pass');
};

/** `The council called for a truce.` read as a council that was called: with no other verb, it is the sentence's. */
function verbOfAll(tokens: Token[], words: CueWords): boolean {
  const root = tokens.find((t) => t.head < 0);
  if (!root || (root.upos !== 'NOUN' && root.upos !== 'PROPN') || tokens.at(-1)!.form !== '.') return false;
  const verb = tokens.find((t) => t.head === root.index && t.deprel === 'acl' && t.index > root.index);
  if (!verb || !/^VB[ND]$/.test(verb.xpos) || !words.verbs.has(verb.lemma)) return false;
  const other = tokens.some(
    (t) =>
      t !== verb && (t.upos === 'AUX' || ['VBD', 'VBZ', 'VBP'].includes(t.xpos)) && t.head === root.index,
  );
  const by = tokens.some((t) => t.head === verb.index && t.deprel === 'obl:agent');
  if (other || by) return false;
  for (const t of tokens) if (t.head === root.index && t.index > verb.index) hang(t, verb);
  hang(root, verb, 'nsubj');
  verb.head = -1;
  verb.deprel = 'root';
  verb.xpos = 'VBD';
  return true;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);
/** What may stand in a short noun phrase that names a speaker. */
const OF_NAME = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'ADP']);
const SPEAKER_MAX = 12;

/** `Shells hit the road, a police officer told reporters on Monday.`: all before the comma is what was said. */
function speakerBehind(tokens: Token[], verb: Token): boolean {
  const after = tokens.slice(verb.index + 1);
  if (after.length > 12 || after.some((t) => t.upos === 'VERB' || t.upos === 'AUX' || t.form === ':'))
    return false;
  let comma = verb.index - 1;
  while (comma >= 0 && verb.index - comma <= SPEAKER_MAX + 1 && OF_NAME.has(tokens[comma]!.upos)) comma--;
  const named = tokens.slice(comma + 1, verb.index);
  const mark = tokens[comma];
  if (mark?.form !== ',' || !named.some((t) => NOMINAL.has(t.upos)) || named[0]!.upos === 'ADP') return false;
  const said = tokens.slice(0, comma);
  if (said.length < 3 || !said.some((t) => t.upos === 'VERB' || t.upos === 'AUX')) return false;
  // An apposition ("Haddad, the mayor, said") has its head before the comma; there the tree is believed.
  const head = named.findLast((t) => NOMINAL.has(t.upos) && !within(named, tokens[t.head])) ?? named.at(-1)!;
  if (
    head.deprel === 'appos' &&
    tokens[head.head]?.deprel.startsWith('nsubj') &&
    tokens[head.head]!.head === verb.index
  )
    return false;
  const clause = headOfClause(said, verb, tokens);
  if (!clause) return false;
  if (
    verb.head < 0 &&
    head.head === verb.index &&
    head.deprel === 'nsubj' &&
    clause.head === verb.index &&
    !strays(said, clause, tokens) &&
    !strays(named, head, tokens)
  )
    return false;
  for (const token of tokens) {
    if (token === verb || token === clause || token === head) continue;
    if (said.includes(token) && !within(said, tokens[token.head])) hang(token, clause);
    else if (named.includes(token) && !within(named, tokens[token.head])) hang(token, head, 'flat');
    else if (after.includes(token) && !within(after, tokens[token.head])) hang(token, verb);
  }
  hang(head, verb, 'nsubj');
  hang(clause, verb, 'ccomp');
  hang(mark, verb, 'punct');
  verb.head = -1;
  verb.deprel = 'root';
  return true;
}

/** Words of the clause that hang outside it. */
function strays(said: readonly Token[], clause: Token, tokens: readonly Token[]): boolean {
  return said.some((t) => t !== clause && t.upos !== 'PUNCT' && !within(said, tokens[t.head]));
}

/** The predicate among the words that hang outside a stretch. */
function headOfClause(said: readonly Token[], verb: Token, tokens: readonly Token[]): Token | undefined {
  const out = said.filter((t) => t.upos !== 'PUNCT' && (t.head < 0 || !within(said, tokens[t.head])));
  const predicate = (t: Token) =>
    t.upos === 'VERB' || said.some((c) => c.head === t.index && c.deprel === 'cop');
  return (
    out.find((t) => predicate(t) && (t.head < 0 || t.deprel === 'ccomp')) ??
    out.find((t) => predicate(t) && t.deprel === 'parataxis') ??
    out.find((t) => predicate(t) && t.head === verb.index) ??
    out.find((t) => t.head < 0)
  );
}

/** `said air and naval strikes killed …`: what looks like the object of "say" begins the subject of what was said. */
function subjectOfSaid(tokens: Token[], verb: Token): boolean {
  const own = tokens.filter((t) => t.head === verb.index && t.index > verb.index);
  const clause = own.find(
    (t) =>
      ['ccomp', 'conj', 'parataxis', 'advcl'].includes(t.deprel) &&
      (isFiniteClause(tokens, t) || isBarePast(tokens, verb, t)) &&
      !tokens.some((m) => m.head === t.index && (m.deprel === 'mark' || m.deprel === 'cc')),
  );
  const object = own.find((t) => isThing(t) && startsBeside(tokens, verb, t));
  const beside = object ?? own.find((t) => t.xpos === 'VBG' && startsBeside(tokens, verb, t));
  if (!clause || clause === beside)
    return beside ? subjectFarOff(tokens, verb, beside) : saidFarOff(tokens, verb);
  if (!object || object.index > clause.index) return false;
  const subject = tokens.find((t) => t.head === clause.index && t.deprel.startsWith('nsubj'));
  if (subject && (verb.lemma !== 'say' || subject.index < object.index)) return false;
  if (!subject && clause.deprel !== 'ccomp' && verb.lemma !== 'say') return false;
  const marked = tokens.slice(verb.index + 1, object.index).some((t) => MARKS.test(t.form));
  if (marked && verb.lemma !== 'say') return false;
  if (subject) hang(object, subject, 'conj');
  else
    hang(
      object,
      clause,
      tokens.some((t) => t.head === clause.index && t.deprel === 'aux:pass') ? 'nsubj:pass' : 'nsubj',
    );
  hang(clause, verb, 'ccomp');
  for (const t of own)
    if (t !== clause && t !== object && t.index > clause.index && t.upos !== 'PUNCT') hang(t, clause);
  return true;
}

/** `…, who said nine miners, two of them boys, died when …`: the clause was hung on a verb further up, its subject here. */
function subjectFarOff(tokens: Token[], verb: Token, object: Token): boolean {
  if (verb.lemma !== 'say') return false;
  const above = new Set<number>();
  for (let at = tokens[verb.head], n = 0; at && n < 8; at = tokens[at.head], n++) above.add(at.index);
  const clause = tokens.find(
    (t) =>
      t.index > object.index &&
      above.has(t.head) &&
      CLAUSES.has(t.deprel) &&
      isFiniteClause(tokens, t) &&
      !tokens.some(
        (m) => m.head === t.index && (/^(?:nsubj|csubj|cc$|mark)/.test(m.deprel) || m.deprel === 'expl'),
      ),
  );
  if (!clause) return false;
  const passive = tokens.some((t) => t.head === clause.index && t.deprel === 'aux:pass');
  hang(object, clause, object.xpos === 'VBG' ? 'csubj' : passive ? 'nsubj:pass' : 'nsubj');
  for (const t of tokens)
    if (t.head === verb.index && t.index > object.index && t.upos !== 'PUNCT') hang(t, object, 'nmod');
  hang(clause, verb, 'ccomp');
  return true;
}

const CLAUSES = new Set(['conj', 'parataxis', 'ccomp', 'acl', 'advcl', 'acl:relcl']);

/** `while he said he would stay, …`: a whole clause right behind the verb, hung on one further up. */
function saidFarOff(tokens: Token[], verb: Token): boolean {
  if (verb.lemma !== 'say') return false;
  const first = tokens.slice(verb.index + 1).find((t) => !MARKS.test(t.form));
  if (!first || first.index > verb.index + 2) return false;
  const above = new Set<number>();
  for (let at = tokens[verb.head], n = 0; at && n < 8; at = tokens[at.head], n++) above.add(at.index);
  let clause: Token | undefined = first;
  for (let n = 0; clause && n < 8; n++) {
    const up: Token | undefined = tokens[clause.head];
    if (!up || up.index <= verb.index || above.has(up.index) || up === verb) break;
    clause = up;
  }
  if (!clause || clause.index < first.index || clause.head === verb.index || above.has(clause.index))
    return false;
  if (!above.has(clause.head) || !CLAUSES.has(clause.deprel) || !isFiniteClause(tokens, clause)) return false;
  const subject = tokens.some(
    (t) => t.head === clause.index && /^[nc]subj/.test(t.deprel) && t.index > verb.index,
  );
  if (!subject) return false;
  hang(clause, verb, 'ccomp');
  return true;
}

/** An object, or a noun hung as an oblique; "said nothing" and "said this" hold no clause. */
function isThing(token: Token): boolean {
  return (
    (token.deprel === 'obj' || token.deprel === 'obl') &&
    (token.upos === 'NOUN' || token.upos === 'PROPN' || token.xpos === 'PRP') &&
    !isWhenOrWhere(token.form)
  );
}

/** "said on Monday", "said in an interview": when, where or to whom it was said. */
const isWhenOrWhere = (form: string) =>
  isTimeNoun(form) || /^(?:statement|interview|reporters?)$/i.test(form);

function startsBeside(tokens: readonly Token[], verb: Token, head: Token): boolean {
  const first = tokens.find((t) => t.index > verb.index && t.upos !== 'PUNCT');
  for (let at: Token | undefined = first, n = 0; at && n < 8; at = tokens[at.head], n++)
    if (at === head) return true;
  return false;
}

/** `says Rome fired on …`: a past tense read as a participle, right behind its subject. */
function isBarePast(tokens: readonly Token[], verb: Token, clause: Token): boolean {
  const before = tokens[clause.index - 1];
  return (
    verb.lemma === 'say' &&
    clause.xpos === 'VBN' &&
    clause.deprel === 'ccomp' &&
    before?.head === verb.index &&
    before.deprel === 'obj' &&
    !tokens.some((t) => t.head === clause.index && t.deprel.startsWith('aux'))
  );
}

function isFiniteClause(tokens: readonly Token[], clause: Token): boolean {
  if (['VBD', 'VBZ', 'VBP'].includes(clause.xpos)) return true;
  return tokens.some(
    (t) =>
      t.head === clause.index &&
      (t.deprel === 'cop' || t.deprel.startsWith('aux')) &&
      ['VBD', 'VBZ', 'VBP', 'MD'].includes(t.xpos),
  );
}

/** `…, campaign documents show.`: all before the comma is what they show. */
function shownBehind(tokens: Token[], verb: Token, words: CueWords): boolean {
  const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'c') : undefined;
  if (cue?.kind !== 'document' || tokens[verb.index + 1]?.form !== '.' || verb.index < 5) return false;
  const subject = tokens.find((t) => t.head === verb.index && t.deprel === 'nsubj' && t.index < verb.index);
  return subject !== undefined && words.documents.has(subject.lemma) && speakerBehind(tokens, verb);
}

/** `said on Friday that …`: the clause belongs to the verb, not to the day. */
function saidAfterTime(tokens: Token[], verb: Token, words: CueWords): boolean {
  const that = tokens
    .slice(verb.index + 1, verb.index + 9)
    .find((t) => t.lemma === 'that' && t.deprel === 'mark');
  const clause = that && tokens[that.head];
  if (!clause || clause.head === verb.index || clause.index < that.index) return false;
  const holder = tokens[clause.head];
  if (!holder || holder.index <= verb.index || holder.index >= that.index || holder.head !== verb.index)
    return false;
  // "commenting on reports that …": what the reports say.
  if (holder.upos === 'VERB' || saysItself(tokens, holder, words)) return false;
  hang(clause, verb, 'ccomp');
  if (holder.deprel === 'ccomp' || holder.deprel === 'obj')
    holder.deprel = isWhenOrWhere(holder.form) ? 'obl' : holder.deprel;
  return true;
}

const within = (stretch: readonly Token[], token: Token | undefined) =>
  token !== undefined && token.index >= stretch[0]!.index && token.index <= stretch.at(-1)!.index;
