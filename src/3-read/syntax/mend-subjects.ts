/**
 * A verb has one subject. Where a parser gives it several in a row ("Secretary Haddad", "the mayor, Omar Haddad"), they
 * are one: words of one name stand together, what a comma sets off is an apposition; a conjunction or a day is none. The
 * sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';
import { isTimeNoun } from './time-nouns.ts';
import { relation } from './tree.ts';

export function mendSubjects(sentence: Sentence): Sentence {
  const several = new Map<number, Token[]>();
  for (const token of sentence.tokens) {
    if (!token.deprel.startsWith('nsubj') || token.head < 0 || !isNominal(token)) continue;
    // Those before the verb and those behind it ("said General Haddad").
    const side = token.head > token.index ? token.head : -1 - token.head;
    several.set(side, [...(several.get(side) ?? []), token]);
  }
  const joined = [...several.values()].filter((subjects) => subjects.length > 1 && isOne(subjects, sentence));
  const none = sentence.tokens.filter((token) => isNoSubject(token, sentence.tokens));
  const places = [...several.values()].flatMap((subjects) => setOff(subjects, sentence.tokens) ?? []);
  if (joined.length === 0 && none.length === 0 && places.length === 0) return sentence;
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  for (const { subject, of } of places) Object.assign(tokens[subject]!, { head: of, deprel: 'appos' });
  for (const { index, form } of none) tokens[index]!.deprel = /^that$/i.test(form) ? 'mark' : 'obl';
  for (const subjects of joined) {
    let main = tokens[subjects[0]!.index]!;
    for (const next of subjects.slice(1).map((t) => tokens[t.index]!)) {
      if (tokens.slice(main.index + 1, next.index).some((t) => t.form === ',')) {
        next.head = main.index;
        next.deprel = 'appos';
      } else {
        main.head = next.index;
        main.deprel = main.upos === 'PROPN' && next.upos === 'PROPN' ? 'nmod:desc' : 'compound';
        main = next;
      }
    }
  }
  return { ...sentence, tokens };
}

/** "At Mill Street, the busiest station, two guards were killed": what tells more of the place at the front is nobody. */
function setOff(
  [subject, next]: readonly Token[],
  tokens: readonly Token[],
): { subject: number; of: number } | null {
  if (!subject || !next || subject.head !== next.head || next.head < next.index) return null;
  let first = subject.index;
  while (first > 0 && tokens[first - 1]!.head === subject.index && tokens[first - 1]!.form !== ',') first--;
  const [comma, before] = [tokens[first - 1], tokens[first - 2]];
  if (comma?.form !== ',' || !before) return null;
  const place = before.deprel === 'flat' ? tokens[before.head] : before;
  if (place?.head !== subject.head || relation(place) !== 'obl') return null;
  const led = tokens.some((t) => t.head === place.index && t.deprel === 'case');
  const closed = tokens.slice(subject.index, next.index).some(({ form }) => form === ',');
  return led && closed ? { subject: subject.index, of: place.index } : null;
}

/** "said that on Friday rebels had left": neither "that" nor the day left, where somebody else is said to have. */
function isNoSubject(token: Token, tokens: readonly Token[]): boolean {
  if (token.deprel !== 'nsubj' || token.head < token.index) return false;
  const others = tokens.filter((t) => t.head === token.head && t.deprel === 'nsubj' && t !== token);
  if (!others.some((t) => isNominal(t) && t.index > token.index)) return false;
  if (/^that$/i.test(token.form)) return tokens[token.head]!.deprel === 'ccomp';
  return isTimeNoun(token.form) && tokens.some((t) => t.head === token.index && t.deprel === 'case');
}

/** Words that can be part of a name or a description; a verb only within hyphens ("state-run"). */
const isNominal = (token: Token) =>
  ['NOUN', 'PROPN', 'ADJ', 'VERB'].includes(token.upos) && !isTimeNoun(token.form) && !/^W/.test(token.xpos);

/** Whether nothing stands between the first and the last but their own words and commas. */
function isOne(subjects: readonly Token[], { tokens }: Sentence): boolean {
  if (!subjects.some((t) => t.upos === 'PROPN') || subjects.length > 4) return false;
  const heads = new Set(subjects.map((t) => t.index));
  const last = subjects.at(-1)!.index;
  for (let i = subjects[0]!.index + 1; i < last; i++) {
    const token = tokens[i]!;
    if (token.upos === 'PUNCT' && /^[,-]$/.test(token.form)) continue;
    if (!['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'NUM', 'PART', 'VERB', 'PUNCT'].includes(token.upos))
      return false;
    let at: Token | undefined = token;
    for (let n = 0; at && !heads.has(at.index) && n < 8; n++) at = tokens[at.head];
    if (!at || !heads.has(at.index)) return false;
  }
  return true;
}
