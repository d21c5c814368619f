/** Mends of trees round a verb of saying: nouns that are verbs, clauses hung on those who are told, tolls put at a number. */
import type { Token } from '../language/parsed-text.ts';
import { type CueWords, frameOf } from './cue-words.ts';
import { hang } from './hang.ts';

/** Tries each mend of what hangs on a verb of saying; true where one was needed. */
export function mendSaying(tokens: Token[], verb: Token, words: CueWords): boolean {
  const named = doingBetween(tokens, verb) || describedBetween(tokens, verb);
  return (
    gerundSubject(tokens, verb) ||
    saidInside(tokens, verb, words) ||
    titleTorn(tokens, verb) ||
    saidBefore(tokens, verb) ||
    toldThat(tokens, verb, words) ||
    named
  );
}

/** A token that is quotation marks and nothing else. */
export const MARKS = /^["“”'‘’`«»]+$/;

/** Verbs of saying whose third person is also a plural noun. */
const SAYS_OR_NOUNS = /^(?:notes|reports|claims|states|warns|comments|remarks|counters|answers|alleges)$/;

/** `Haddad notes that …`, `"…," Haddad notes.`: a name and a verb read as two nouns. */
export function nounThatSays(tokens: Token[], words: CueWords): boolean {
  for (const noun of tokens) {
    if (noun.upos !== 'NOUN' || !SAYS_OR_NOUNS.test(noun.form) || !frameOf(words, noun.lemma, 'c', 'q'))
      continue;
    const name = tokens[noun.index - 1];
    const next = tokens[noun.index + 1];
    if (!name || !/^\p{Lu}/u.test(name.form)) continue;
    const clause =
      next?.lemma === 'that'
        ? tokens.find(
            (t) => t.head === noun.index && t.index > next.index && /^(?:acl|ccomp|advcl)/.test(t.deprel),
          )
        : undefined;
    const quoted = MARKS.test(tokens[name.index - 1]?.form ?? '') && (!next || next.form === '.');
    if (!clause && !quoted) continue;
    for (const t of tokens)
      if (t.head === noun.index && t !== name && t !== clause && t.index < name.index) hang(t, name);
    hang(name, noun, 'nsubj');
    noun.upos = 'VERB';
    noun.xpos = 'VBZ';
    if (clause) {
      hang(clause, noun, 'ccomp');
      if (next) hang(next, clause, 'mark');
    } else {
      const root = tokens.find((t) => t.head < 0 && t !== noun);
      if (root && root.index < name.index) {
        noun.head = -1;
        noun.deprel = 'root';
        hang(root, noun, 'ccomp');
      }
    }
    return true;
  }
  return false;
}

/** How far behind a verb of telling its "that" may stand. */
const TOLD_REACH = 16;

/** `told a crowd at a hotel in Oslo that …`: a whole clause hung on a place or on those who are told. */
function toldThat(tokens: Token[], verb: Token, words: CueWords): boolean {
  if (!frameOf(words, verb.lemma, 'o') || tokens.some((t) => t.head === verb.index && t.deprel === 'ccomp'))
    return false;
  const that = tokens
    .slice(verb.index + 2, verb.index + TOLD_REACH)
    .find((t) => t.form === 'that' && ['mark', 'obj', 'advmod', 'nsubj'].includes(t.deprel));
  const clause = that && tokens[that.head];
  if (!clause || clause.index < that.index || clause.upos === 'NOUN') return false;
  const subject = tokens.find(
    (t) => t.head === clause.index && t !== that && t.deprel.startsWith('nsubj') && t.index > that.index,
  );
  const holder = tokens[clause.head];
  if (!subject || !holder || holder.index < verb.index || holder.index > that.index) return false;
  // "…, he said, adding that …": another verb's.
  if (holder !== verb && (holder.upos === 'VERB' || saysItself(tokens, holder, words))) return false;
  if (holder !== verb && !isUnder(tokens, holder, verb)) return false;
  hang(clause, verb, 'ccomp');
  that.deprel = 'mark';
  return true;
}

/** "commenting on reports that …": the reports say it; "said in a report that …": the speaker does. */
export function saysItself(tokens: readonly Token[], noun: Token, words: CueWords): boolean {
  if (!words.nouns.get(noun.lemma)?.frames.has('that')) return false;
  const mark = tokens.find((t) => t.head === noun.index && t.deprel === 'case');
  return !mark || !/^(?:in|at|during|via|through)$/.test(mark.lemma);
}

function isUnder(tokens: readonly Token[], token: Token, over: Token): boolean {
  for (let at: Token | undefined = token, n = 0; at && n < 12; at = tokens[at.head], n++)
    if (at.head === over.index) return true;
  return false;
}

/** `put the toll at 14`: the number is of the toll, so that the two are one thing that is said. */
export function tallyAt(tokens: Token[], verb: Token, { parts }: CueWords): boolean {
  if (!parts['puts-at'].has(verb.lemma)) return false;
  const tally = tokens.find((t) => t.head === verb.index && t.deprel === 'obj' && t.index > verb.index);
  if (!tally || !(parts.tally.has(tally.lemma) || tally.lemma === 'it')) return false;
  const behind = tokens.filter(
    (t) => t.head === verb.index && t.index > tally.index && /^(?:obl|nmod|advmod|xcomp)/.test(t.deprel),
  );
  const at = tokens.find((t) => t.index > tally.index && t.lemma === 'at' && t.deprel === 'case');
  const from = at ? behind.filter((t) => t.index > at.index) : [];
  const number = from.find(
    (t) => t.upos === 'NUM' || tokens.some((n) => n.head === t.index && n.deprel === 'nummod'),
  );
  if (!at || !number) return false;
  hang(number, tally, 'nmod');
  for (const t of from) if (t !== number && t.index < number.index) hang(t, number, 'advmod');
  if (at.head !== number.index) hang(at, number, 'case');
  return true;
}

/** `said going home had been hard`: what is done is the subject of what is said. */
function gerundSubject(tokens: Token[], verb: Token): boolean {
  const first = tokens[verb.index + 1];
  if (first?.xpos !== 'VBG' || first.head !== verb.index || first.deprel !== 'xcomp') return false;
  const clause = tokens.find(
    (t) =>
      (t.head === verb.index && t.index > first.index && t.deprel === 'ccomp' && !/^VB[GN]?$/.test(t.xpos)) ||
      (t.head === verb.index &&
        t.deprel === 'ccomp' &&
        tokens.some((a) => a.head === t.index && /^(?:aux|cop)/.test(a.deprel))),
  );
  if (!clause) return false;
  const subject = tokens.find((t) => t.head === clause.index && /^[nc]subj/.test(t.deprel));
  // "said retaking the town was …": the town is what is retaken; "said regaining control over the town would …".
  const between = subject ? tokens.slice(first.index + 1, subject.index) : [];
  if (!subject) {
    // Nothing to move.
  } else if (between.every((t) => isUnder(tokens, t, subject))) hang(subject, first, 'obj');
  else {
    const thing = between.findLast((t) => t.head === first.index && t.deprel === 'obj');
    const led = tokens.some((t) => t.head === subject.index && t.deprel === 'case');
    if (!thing || !led || !between.every((t) => isUnder(tokens, t, subject) || isUnder(tokens, t, first)))
      return false;
    hang(subject, thing, 'nmod');
  }
  hang(first, clause, 'csubj');
  return true;
}

const PREDICATES = new Set(['VERB', 'AUX']);

/** `…, said Haddad, who …` or `…, Haddad said.`: what stands before is what was said, though it governs or was torn. */
function saidBefore(tokens: Token[], verb: Token): boolean {
  const own = tokens.filter((t) => t.head === verb.index);
  namedBehind(tokens, verb, own);
  if (
    own.some((t) =>
      [
        'ccomp',
        ...(verb.lemma === 'tell' ? [] : ['obj']),
        'xcomp',
        'parataxis',
        'cc',
        'mark',
        'aux',
      ].includes(t.deprel),
    )
  )
    return false;
  const subject = own.find((t) => t.deprel === 'nsubj');
  if (!subject || tokens.some((t) => t !== subject && t.head === verb.index && t.deprel === 'nsubj'))
    return false;
  const first = Math.min(
    verb.index,
    subject.index,
    ...tokens.filter((t) => t.head === subject.index && t.index < verb.index).map((t) => t.index),
  );
  const ahead = MARKS.test(tokens[first - 1]?.form ?? '') ? tokens[first - 2] : tokens[first - 1];
  if (ahead?.form !== ',') return false;
  const above = tokens[verb.head];
  if (above) {
    if (
      above.index > first ||
      (!/^(?:conj|advcl)$/.test(verb.deprel) &&
        !(verb.deprel === 'parataxis' && (verb.lemma === 'tell' || subject.index > verb.index)))
    )
      return false;
    verb.head = above.head;
    verb.deprel = above.deprel;
    hang(above, verb, 'ccomp');
    return true;
  }
  const before = own.filter((t) => t.index < first && t.upos !== 'PUNCT');
  const size = (head: Token) => tokens.filter((t) => t.index < first && isUnderOrIs(tokens, t, head));
  const best = before
    .map((head) => ({ head, words: size(head) }))
    .sort((a, b) => b.words.length - a.words.length)[0];
  if (!best || best.words.length < 4 || !best.words.some((t) => PREDICATES.has(t.upos))) return false;
  hang(best.head, verb, 'ccomp');
  for (const t of before) if (t !== best.head) hang(t, best.head);
  return true;
}

const isUnderOrIs = (tokens: readonly Token[], token: Token, over: Token) =>
  token === over || isUnder(tokens, token, over);

/** `said he cannot confirm there is …`: what is confirmed hung beside the confirming. */
function saidInside(tokens: Token[], verb: Token, words: CueWords): boolean {
  const [inner, clause] = tokens.filter(
    (t) => t.head === verb.index && t.index > verb.index && /^(?:ccomp|parataxis)$/.test(t.deprel),
  );
  if (inner?.deprel !== 'ccomp' || !clause || inner.upos !== 'VERB' || !frameOf(words, inner.lemma, 'c'))
    return false;
  const taken = tokens.some(
    (t) => t.head === inner.index && ['obj', 'ccomp', 'xcomp', 'aux:pass'].includes(t.deprel),
  );
  const own = tokens.filter((t) => isUnderOrIs(tokens, t, clause));
  const ahead = own.filter((t) => t.index < inner.index);
  const next = tokens.find((t) => t.index > inner.index && !MARKS.test(t.form));
  const first = own.find((t) => t.index > inner.index && !MARKS.test(t.form));
  if (taken || !first || first !== next) return false;
  // "he" of "he cannot confirm there is …", hung on what is confirmed.
  if (!ahead.every((t) => MARKS.test(t.form) || (t.upos === 'PRON' && t.head === clause.index))) return false;
  for (const t of ahead.filter((t) => !MARKS.test(t.form))) hang(t, inner, 'nsubj');
  hang(clause, inner, 'ccomp');
  return true;
}

/** `claims that A and that B`: the second clause hung beside the verb. */
export function thatAgain(tokens: Token[], verb: Token): boolean {
  const clause = tokens.find((t) => t.head === verb.index && t.deprel === 'ccomp' && t.index > verb.index);
  const again = clause
    ? tokens.filter(
        (t) =>
          t.head === verb.index &&
          t.deprel === 'conj' &&
          t.index > clause.index &&
          tokens.some((m) => m.head === t.index && m.deprel === 'mark' && m.lemma === 'that'),
      )
    : [];
  for (const t of again) hang(t, clause!);
  return again.length > 0;
}

/** `…, said several observers.`: whoever speaks, read as what is said. */
function namedBehind(tokens: readonly Token[], verb: Token, own: readonly Token[]): void {
  if (verb.lemma !== 'say' || verb.deprel !== 'conj' || tokens[verb.index - 1]?.form !== ',') return;
  if (own.some((t) => t.deprel.startsWith('nsubj') || t.deprel === 'cc' || t.deprel === 'ccomp')) return;
  const named = own.filter(
    (t) => ['obj', 'iobj', 'xcomp'].includes(t.deprel) && (t.upos === 'NOUN' || t.upos === 'PROPN'),
  );
  const first = named[0] && tokens.find((t) => t.index > verb.index && isUnderOrIs(tokens, t, named[0]!));
  if (named.length === 1 && first?.index === verb.index + 1) named[0]!.deprel = 'nsubj';
}

/** `said former governor Omar Haddad has …`: a title torn from its name, which then seemed a clause about the title. */
function titleTorn(tokens: Token[], verb: Token): boolean {
  const title = tokens.find((t) => t.head === verb.index && t.deprel === 'obj' && t.index > verb.index);
  const name = title && tokens[title.index + 1];
  if (!title || name?.upos !== 'PROPN' || !name.deprel.startsWith('nsubj')) return false;
  const clause = tokens[name.head];
  if (clause?.head !== title.index || !clause.deprel.startsWith('acl') || clause.index < name.index)
    return false;
  hang(clause, verb, 'ccomp');
  hang(title, name, 'nmod:desc');
  return true;
}

/** `Nina Haddad, a surgeon in the town, said that …`: a description between speaker and verb, read as what is said. */
function describedBetween(tokens: Token[], verb: Token): boolean {
  const own = tokens.filter((t) => t.head === verb.index);
  const subject = own.find((t) => t.deprel === 'nsubj' && t.index < verb.index);
  if (!subject || tokens[verb.index - 1]?.form !== ',') return false;
  const between = own.filter(
    (t) => t.index > subject.index && t.index < verb.index && /^(?:ccomp|parataxis|obj|advcl)/.test(t.deprel),
  );
  if (between.length !== 1 || !['NOUN', 'PROPN'].includes(between[0]!.upos)) return false;
  const description = between[0]!;
  const words = tokens.filter((t) => t.index < verb.index && isUnderOrIs(tokens, t, description));
  const first = words.find((t) => t.upos !== 'PUNCT');
  if (!first || first.index < subject.index || tokens[first.index - 1]?.form !== ',') return false;
  if (tokens.some((t) => t.head === description.index && /^(?:nsubj|cop)/.test(t.deprel))) return false;
  hang(description, subject, 'appos');
  return true;
}

/** `The force conducting strikes has said it …`: what a speaker does besides, read as what is said. */
function doingBetween(tokens: Token[], verb: Token): boolean {
  const own = tokens.filter((t) => t.head === verb.index);
  const subject = own.find((t) => t.deprel === 'nsubj' && t.index < verb.index);
  const doing = own.find((t) => t.deprel === 'ccomp' && t.xpos === 'VBG' && t.index < verb.index);
  if (!subject || !doing || tokens[doing.index - 1] !== subject) return false;
  hang(doing, subject, 'acl');
  return true;
}
