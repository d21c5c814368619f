/** Which party a pronoun means: whoever speaks, the subject before it, or the last one named that fits. */
import { agentOf } from '../../3-read/attribution/parts.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation, type Tree } from '../../3-read/syntax/tree.ts';
import type { Party, PartyKind } from '../../records/index.ts';
import { isActive } from './anaphors.ts';
import type { Meant, PartyOf, PhraseContext } from './phrase-context.ts';
import type { PartyRegister } from './register.ts';
import { namedBefore, type Subject, subjectBefore } from './subjects.ts';

const SINGULAR = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself']);
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const OWN = new Set(['we', 'us', 'our', 'ours', 'ourselves', 'i', 'my', 'me', 'mine']);
const ITS = new Set(['it', 'its', 'itself']);
/** Who can be meant by an "it" that says something, and by "they". */
const SPEAKING: ReadonlySet<PartyKind> = new Set([
  'state',
  'state-force',
  'armed-group',
  'organisation',
  'outlet',
]);
const MANY: ReadonlySet<PartyKind> = new Set(['state-force', 'armed-group', 'population']);

export function ofPronoun(context: PhraseContext, tree: Tree, head: Token, partyOf: PartyOf): Meant {
  const { discourse, speaker, register, sentence } = context;
  const word = head.form.toLowerCase();
  const subject = context.source
    ? ofSubject(context, head, word, partyOf)
    : ofActor(context, head, word, partyOf);
  if (subject) return subject;
  if (SINGULAR.has(word)) return { party: discourse.person(head.start, sentence), rule: 'pronoun' };
  if (OWN.has(word)) {
    if (!speaker) return { party: null, rule: 'own-voice' };
    const group = word === 'i' || word === 'me' || word === 'my' ? speaker : ownerOf(register, speaker);
    return { party: group ?? speaker, rule: 'speaker' };
  }
  if (ITS.has(word)) {
    const own = context.source ? undefined : namedBefore(tree, head);
    const before = own && !/S$/.test(own.xpos) ? partyOf(context, tree, own).party : null;
    if (before && SPEAKING.has(before.kind)) return { party: before, rule: 'subject' };
    const party = context.source
      ? discourse.prominent(head.start, sentence, SPEAKING)
      : discourse.group(head.start, sentence);
    return { party, rule: 'pronoun' };
  }
  if (PLURAL.has(word) && context.source)
    return { party: discourse.prominent(head.start, sentence, MANY), rule: 'pronoun' };
  if (PLURAL.has(word)) {
    const kinds = new Set<PartyKind>(['state-force', 'armed-group', 'organisation', 'state', 'population']);
    const not = notMeant(tree, head, subjectBefore(context.trees, sentence, head));
    const excluded = not && not.upos !== 'PRON' ? partyOf(context, tree, not).party : null;
    // "rebels", "residents" named in passing are rarely who "they" are.
    const party =
      discourse.last(
        head.start,
        sentence,
        kinds,
        (p, one) => isActive(one) && p !== excluded && !register.entryOf(p)?.generic,
      ) ??
      discourse.last(head.start, sentence, kinds, (p) => p !== excluded && !register.entryOf(p)?.generic) ??
      discourse.last(head.start, sentence, kinds, (p) => p !== excluded);
    return { party, rule: 'pronoun' };
  }
  return { party: null, rule: 'pronoun-open' };
}

/**
 * A source that is a pronoun means the subject before it: "A report criticised the army. It said …" is the report's.
 * Null where that subject is a pronoun too, or of another number; then the text's last names are asked.
 */
function ofSubject(context: PhraseContext, head: Token, word: string, partyOf: PartyOf): Meant | null {
  const { trees, source } = context;
  const { spoke } = source!;
  // Whoever spoke last rather than what was spoken of.
  const last = spoke.at(-1);
  const before =
    last && last.tree.sentence.index >= context.sentence - 1 && last.head.end <= head.start
      ? last
      : subjectBefore(trees, context.sentence, head);
  if (!before || before.head.upos === 'PRON') return null;
  const { source: _, ...plain } = context;
  const found = () =>
    before === last
      ? last.party
      : partyOf({ ...plain, sentence: before.tree.sentence.index }, before.tree, before.head).party;
  const plural = isPlural(before);
  const noun = context.words.sources.get(before.head.lemma.toLowerCase())?.singular;
  if (SINGULAR.has(word)) {
    // "A spokesman said … He added": nobody named before him.
    if (before.head.upos !== 'NOUN' || noun !== 'person' || plural) return null;
    return { party: found(), rule: 'subject' };
  }
  const group = (party: Party | null) => (party && party.kind !== 'person' ? party : null);
  if (ITS.has(word)) {
    if (plural || noun === 'person') return null;
    const party = found();
    return party?.kind === 'person' ? null : { party, rule: 'subject' };
  }
  if (PLURAL.has(word) && plural) return { party: group(found()), rule: 'subject' };
  return null;
}

/**
 * Whoever acts or suffers in a clause means the subject before it where that has its number: a body, or a thing or people
 * that are no party ("the mosque was full when it was hit"), and then nobody is named. Null where the subject does not fit.
 */
function ofActor(context: PhraseContext, head: Token, word: string, partyOf: PartyOf): Meant | null {
  if (!ITS.has(word) && !PLURAL.has(word)) return null;
  const before = subjectFor(context, head);
  if (!before || before.head.upos === 'PRON') return null;
  const { party } = partyOf({ ...context, sentence: before.tree.sentence.index }, before.tree, before.head);
  const plural = isPlural(before);
  if (ITS.has(word) && plural) return null;
  // "a mosque in a Kurdish town … it": one thing, whatever people is named in its words.
  if (party?.kind === 'population' && !plural)
    return ITS.has(word) ? { party: null, rule: 'subject-unnamed' } : null;
  if (party) return BODIES.has(party.kind) ? { party, rule: 'subject' } : null;
  return ITS.has(word) || plural ? { party: null, rule: 'subject-unnamed' } : null;
}

/** "Amnesty alleged they had …": whoever accuses speaks of others. */
const ACCUSES = /^(?:allege|accuse|condemn|denounce|criticis|criticiz|document)/;

/** The subject, or the object, that a pronoun may mean; null where the one before it is not meant. */
function subjectFor(context: PhraseContext, head: Token): Subject | null {
  const tree = context.trees[context.sentence];
  const before = subjectBefore(context.trees, context.sentence, head);
  const not = tree && notMeant(tree, head, before);
  if (!tree || !not || before?.head !== not) return before;
  const verb = tree.head(head);
  const first = verb && relation(verb) === 'conj' ? tree.head(verb) : undefined;
  const object = first && relation(head) === 'obj' ? tree.child(first, 'obj') : undefined;
  if (object && object.upos !== 'PRON') return { tree, head: object };
  const told = relation(head) === 'nsubj' && subjectBefore(context.trees, context.sentence, tree.tokens[0]!);
  return told && told.tree !== tree ? told : null;
}

/**
 * Who a pronoun cannot mean: "rebels tied six men and dragged them" is not of the rebels, nor are "they" whoever accuses.
 */
function notMeant(tree: Tree, head: Token, before: Subject | null): Token | undefined {
  const verb = tree.head(head);
  if (relation(head) === 'obj' && verb?.upos === 'VERB') return agentOf(tree, verb);
  const cue = before?.tree === tree ? tree.head(before.head) : undefined;
  const accuses = relation(head) === 'nsubj' && cue && ACCUSES.test(cue.lemma) && verb !== cue;
  return accuses ? before!.head : undefined;
}

const isPlural = ({ tree, head }: Subject): boolean =>
  ['NNS', 'NNPS'].includes(head.xpos) || tree.child(head, 'conj') !== undefined;

const BODIES: ReadonlySet<PartyKind> = new Set([...SPEAKING, 'population']);

/** The party that a person speaks for. */
export function ownerOf(register: PartyRegister, party: Party): Party | null {
  return party.kind === 'person' && party.of
    ? (register.parties.find((p) => p.id === party.of) ?? null)
    : null;
}
