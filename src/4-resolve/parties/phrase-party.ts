/** Which party a noun phrase means: by a name in it, by what modifies it, or by coming back to one named before. */
import { phrase } from '../../3-read/attribution/parts.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation, type Tree } from '../../3-read/syntax/tree.ts';
import type { Party, PartyKind, Span } from '../../records/index.ts';
import { type Discourse, isActive, type ReferenceWords } from './anaphors.ts';
import { isOnlyDescribed } from './described.ts';
import type { PartyMention, PartyRegister } from './register.ts';
import { type Subject, subjectBefore } from './subjects.ts';
import { calledBy, type Titled } from './titles.ts';
import type { PartyEntry } from './types.ts';

export interface Meant {
  party: Party | null;
  rule: string;
}

/** Who said something, and the party that was found for it. */
export interface Spoke extends Subject {
  party: Party | null;
}

export interface PhraseContext {
  register: PartyRegister;
  discourse: Discourse;
  words: ReferenceWords;
  byKey: (key: string) => PartyEntry | undefined;
  /** The party that fills an organ of a state ("russia", "ministry-of-defence"), if the dictionary has one. */
  fill: (state: string, organ: string) => PartyEntry | undefined;
  /** Who is speaking, inside a quotation. */
  speaker: Party | null;
  titled: readonly Titled[];
  sentence: number;
  /** Where the phrase is a source of what is said: the trees before it, and the words that name it. */
  source?: { trees: readonly Tree[]; spans: readonly Span[]; spoke: readonly Spoke[] };
}

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

export function partyOfPhrase(context: PhraseContext, tree: Tree, head: Token): Meant {
  if (head.upos === 'PRON' || (head.upos === 'DET' && head.xpos.startsWith('PRP')))
    return ofPronoun(context, head);
  const tokens = phrase(tree, head);
  if (tokens.length === 0) return { party: null, rule: 'no-words' };
  const named = namedIn(context, tree, head, tokens);
  if (named) return named;
  return ofDescription(context, tree, head);
}

function ofPronoun(context: PhraseContext, head: Token): Meant {
  const { discourse, speaker, register, sentence } = context;
  const word = head.form.toLowerCase();
  const subject = context.source && ofSubject(context, head, word);
  if (subject) return subject;
  if (SINGULAR.has(word)) return { party: discourse.person(head.start, sentence), rule: 'pronoun' };
  if (OWN.has(word)) {
    if (!speaker) return { party: null, rule: 'own-voice' };
    const group = word === 'i' || word === 'me' || word === 'my' ? speaker : ownerOf(register, speaker);
    return { party: group ?? speaker, rule: 'speaker' };
  }
  if (ITS.has(word)) {
    const party = context.source
      ? discourse.prominent(head.start, sentence, SPEAKING)
      : discourse.group(head.start, sentence);
    return { party, rule: 'pronoun' };
  }
  if (PLURAL.has(word) && context.source)
    return { party: discourse.prominent(head.start, sentence, MANY), rule: 'pronoun' };
  if (PLURAL.has(word)) {
    const kinds = new Set<PartyKind>(['state-force', 'armed-group', 'organisation', 'state', 'population']);
    // "rebels", "residents" named in passing are rarely who "they" are.
    const party =
      discourse.last(
        head.start,
        sentence,
        kinds,
        (p, one) => isActive(one) && !register.entryOf(p)?.generic,
      ) ??
      discourse.last(head.start, sentence, kinds, (p) => !register.entryOf(p)?.generic) ??
      discourse.last(head.start, sentence, kinds);
    return { party, rule: 'pronoun' };
  }
  return { party: null, rule: 'pronoun-open' };
}

/**
 * A source that is a pronoun means the subject before it: "A report criticised the army. It said …" is the report's.
 * Null where that subject is a pronoun too, or of another number; then the text's last names are asked.
 */
function ofSubject(context: PhraseContext, head: Token, word: string): Meant | null {
  const { trees, spoke } = context.source!;
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
      : partyOfPhrase({ ...plain, sentence: before.tree.sentence.index }, before.tree, before.head).party;
  const plural =
    ['NNS', 'NNPS'].includes(before.head.xpos) || before.tree.child(before.head, 'conj') !== undefined;
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

/** The party that a person speaks for. */
function ownerOf(register: PartyRegister, party: Party): Party | null {
  return party.kind === 'person' && party.of
    ? (register.parties.find((p) => p.id === party.of) ?? null)
    : null;
}

/** A name in the phrase itself; names in relative clauses or behind other prepositions do not count. */
function namedIn(context: PhraseContext, tree: Tree, head: Token, tokens: readonly Token[]): Meant | null {
  const { register } = context;
  const start = tokens[0]!.start;
  const end = tokens.at(-1)!.end;
  const spans = context.source?.spans;
  const inside = register
    .within(start, end)
    .filter((m) => !spans || spans.some(([s, e]) => m.start < e && m.end > s));
  if (inside.length === 0) return null;
  const own = inside.filter((m) => isOwn(tree, head, m));
  const person = own.filter((m) => m.party.kind === 'person').at(-1);
  if (person) {
    tieToBody(
      person.party,
      own.filter((m) => m !== person),
      tree,
      person,
    );
    return { party: person.party, rule: 'named' };
  }
  const atHead = own.find((m) => m.start <= head.start && m.end >= head.end);
  if (atHead) return { party: atHead.party, rule: 'named' };
  const modifier = own.find((m) => m.start < head.start) ?? own.at(-1);
  if (!modifier) return null;
  const outlet = newOutlet(context, tree, head, tokens, modifier);
  if (!outlet && context.source && isOnlyDescribed(context.words, tree, head, modifier))
    return { party: null, rule: 'described' };
  return { party: outlet ?? forceOf(context, head, modifier), rule: 'modified' };
}

/** "Syrian Al-Khabar television": an outlet by its noun, with a name the dictionary lacks. */
function newOutlet(
  { words, register }: PhraseContext,
  tree: Tree,
  head: Token,
  tokens: readonly Token[],
  modifier: PartyMention,
): Party | null {
  if (words.sources.get(head.lemma.toLowerCase())?.singular !== 'outlet' || modifier.party.kind !== 'state')
    return null;
  const name = tokens.filter(
    (t) => t.start >= modifier.end && t.index <= head.index && !(t.upos === 'ADJ' || t.upos === 'DET'),
  );
  if (!name.some((t) => t.upos === 'PROPN' && t !== head)) return null;
  const text = tree.sentence.tokens.slice(name[0]!.index, head.index + 1);
  const named = text
    .map((t) => t.form + (t.spaceAfter ? ' ' : ''))
    .join('')
    .trim();
  const party = register.ofName(named, 'outlet', true);
  party.of ??= modifier.party.id;
  return party;
}

/** "Russian warplanes" are Russia's forces where the dictionary knows them as a party of their own. */
function forceOf({ words, fill, register, byKey }: PhraseContext, head: Token, mention: PartyMention): Party {
  const organ = words.anaphors.get(head.lemma.toLowerCase())?.organ;
  const entry =
    organ && mention.entry && mention.party.kind === 'state' ? fill(mention.entry.key, organ) : undefined;
  return entry ? register.ofEntry(entry, byKey) : mention.party;
}

/** Whether a mention belongs to the phrase's core: on the head, before it, in apposition, or its "of"/"from" phrase. */
function isOwn(tree: Tree, head: Token, mention: PartyMention): boolean {
  const token = tree.tokens.find(
    (t) => t.start < mention.end && t.end > mention.start && !within(tree, t, mention),
  );
  if (!token) return false;
  for (
    let at: Token | undefined = token, steps = 0;
    at && at !== head && steps < 8;
    at = tree.head(at), steps++
  ) {
    const rel = at.deprel;
    if (rel === 'acl:relcl' || rel === 'acl' || relation(at) === 'advcl' || rel === 'conj') return false;
    if (
      relation(at) === 'nmod' &&
      rel !== 'nmod:poss' &&
      !['of', 'from', 'for', 'with', 'in', 'at'].includes(tree.child(at, 'case')?.lemma ?? 'of')
    )
      return false;
  }
  return true;
}

/** Whether the token's head is in the same mention: then it is not the mention's own head. */
function within(tree: Tree, token: Token, mention: PartyMention): boolean {
  const head = tree.head(token);
  return head !== undefined && head.start >= mention.start && head.end <= mention.end;
}

/** "Russian Defence Ministry spokesman Igor Konashenkov": the person speaks for the body named beside him. */
function tieToBody(person: Party, others: readonly PartyMention[], tree: Tree, mention: PartyMention): void {
  if (person.of) return;
  const body = others
    .filter((m) => m.party !== person && m.party.kind !== 'person' && m.party.kind !== 'outlet')
    .at(-1);
  if (body) person.of = body.party.id;
  void tree;
  void mention;
}

/** "the ministry", "the group", "its defence ministry": a description without a name. */
function ofDescription(context: PhraseContext, tree: Tree, head: Token): Meant {
  const { words, discourse, register, fill, byKey, sentence, speaker } = context;
  const anaphor = words.anaphors.get(head.lemma.toLowerCase());
  if (!anaphor) return { party: null, rule: 'unnamed' };
  const owner = tree.child(head, 'nmod:poss');
  if (owner) {
    // "its army": whoever has an army is a state.
    const kinds: ReadonlySet<PartyKind> = new Set(['state', 'state-force']);
    const of =
      anaphor.organ && owner.upos === 'PRON'
        ? discourse.last(head.start, sentence, kinds)
        : partyOfPhrase(context, tree, owner).party;
    if (of) return { party: organOf(context, of, anaphor.organ, head) ?? of, rule: 'owned' };
  }
  const called =
    isDefinite(tree, head) || head.upos === 'PROPN' ? calledBy(context.titled, tree, head) : null;
  if (called) return { party: called, rule: 'title' };
  const organ = register.organs.find((m) => m.start <= head.start && m.end >= head.end);
  if (!isDefinite(tree, head) && !organ && head.upos !== 'PROPN') return { party: null, rule: 'unnamed' };
  // "both countries", "the groups": more than one, and which ones is not told.
  if (ONE_ONLY.has(head.lemma.toLowerCase()) && (head.xpos === 'NNS' || head.xpos === 'NNPS'))
    return { party: null, rule: 'several' };
  if (SPEAKS.has(head.lemma.toLowerCase()))
    return { party: discourse.lastSource(head.start, sentence), rule: 'definite' };
  const alike = discourse.last(head.start, sentence, anaphor.kinds, (party) =>
    soundsLike(party, head.lemma, register),
  );
  if (alike) return { party: alike, rule: 'definite' };
  if (speaker && organ) {
    const home = ownerOf(register, speaker) ?? speaker;
    const state = stateOf(register, home);
    const entry = state && organ.organ ? fill(register.entryOf(state)?.key ?? '', organ.organ) : undefined;
    if (entry && !isMadeUp(entry)) return { party: register.ofEntry(entry, byKey), rule: 'speakers-own' };
  }
  // "the foreign secretary": whose is a guess where several states are spoken of.
  if (organ && !anaphor.kinds.has('person')) {
    const state = discourse.last(head.start, sentence, new Set<PartyKind>(['state', 'state-force']));
    const home = state && stateOf(register, state);
    const entry = home && organ.organ ? fill(register.entryOf(home)?.key ?? '', organ.organ) : undefined;
    if (entry && !isMadeUp(entry)) return { party: register.ofEntry(entry, byKey), rule: 'organ' };
  }
  if (GENERIC.has(head.lemma.toLowerCase())) return { party: null, rule: 'unnamed' };
  return { party: discourse.last(head.start, sentence, anaphor.kinds), rule: 'definite' };
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);

const isDefinite = (tree: Tree, head: Token) =>
  tree.children(head).some((child) => relation(child) === 'det' && DEFINITE.has(child.lemma));

/** Every state has an army; which states lead a coalition only the dictionary knows. */
function isMadeUp({ table, organs }: PartyEntry): boolean {
  return table === 'party-patterns' && organs.includes('coalition');
}

/** Nouns that mean one party in the singular only. */
const ONE_ONLY = new Set(
  'country state nation government ministry department group organisation organization party agency newspaper channel council commission faction movement minister president leader spokesman official'.split(
    ' ',
  ),
);
/** Whoever is called so has spoken before. */
const SPEAKS = new Set(['spokesman', 'spokeswoman', 'spokesperson']);

/** Words that rarely come back to one party: any side has officers and men. */
const GENERIC = new Set([
  'official',
  'officer',
  'man',
  'woman',
  'doctor',
  'activist',
  'analyst',
  'fighter',
  'militant',
  'soldier',
  'diplomat',
  'lawmaker',
  'general',
  'commander',
  'force',
  'troop',
  'unit',
  'state',
  'court',
  'police',
  'coalition',
  'alliance',
  'opposition',
]);

function organOf(
  { fill, register, byKey }: PhraseContext,
  of: Party,
  organ: string | null,
  head: Token,
): Party | null {
  const match = register.organs.find((m) => m.start <= head.start && m.end >= head.end);
  const key = match?.organ ?? organ;
  const state = stateOf(register, of);
  const entry = key && state ? fill(register.entryOf(state)?.key ?? '', key) : undefined;
  return entry ? register.ofEntry(entry, byKey) : null;
}

/** The state a party is or belongs to: at the top of its owners. */
function stateOf(register: PartyRegister, party: Party): Party | null {
  for (let at: Party | undefined = party, steps = 0; at && steps < 6; steps++) {
    const of: string | null = at.of;
    if (at.kind === 'state' && of === null) return at;
    at = of ? register.parties.find((p) => p.id === of) : undefined;
  }
  return null;
}

/** "the ministry" means a party called a ministry first. */
function soundsLike(party: Party, lemma: string, register: PartyRegister): boolean {
  const entry = register.entryOf(party);
  const names = [party.name, ...(entry?.aliases ?? []), (entry?.organs ?? []).join(' '), entry?.type ?? '']
    .join(' ')
    .toLowerCase();
  return names.includes(lemma.toLowerCase());
}
