/** Which party a noun phrase means: by a name in it, by what modifies it, or by coming back to one named before. */
import { phrase } from '../../3-read/attribution/parts.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation, type Tree } from '../../3-read/syntax/tree.ts';
import type { Party, PartyKind } from '../../records/index.ts';
import { isOnlyDescribed } from './described.ts';
import type { Meant, PhraseContext } from './phrase-context.ts';
import { ofPronoun, ownerOf } from './pronouns.ts';
import type { PartyMention, PartyRegister } from './register.ts';
import { OFFICES } from './titled-names.ts';
import { calledBy } from './titles.ts';
import type { PartyEntry } from './types.ts';

export type { Meant, PhraseContext, Spoke } from './phrase-context.ts';

export function partyOfPhrase(context: PhraseContext, tree: Tree, head: Token): Meant {
  if (head.upos === 'PRON' || (head.upos === 'DET' && head.xpos.startsWith('PRP')))
    return ofPronoun(context, tree, head, partyOfPhrase);
  const tokens = phrase(tree, head);
  if (tokens.length === 0) return { party: null, rule: 'no-words' };
  const named = namedIn(context, tree, head, tokens);
  if (named) return named;
  return ofDescription(context, tree, head);
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
  const person =
    own.filter((m) => m.party.kind === 'person' && isName(tree, head, m)).at(-1) ??
    officeHolder(tree, head, inside);
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
  // "Hezbollah terrorists" are Hezbollah, whatever they are called.
  // "Hezbollah terrorists", "a bomber of Islamic State".
  const whose = atHead?.entry?.generic
    ? own.find(
        (m) =>
          !(m.start <= head.start && m.end >= head.end) &&
          m.entry?.generic !== true &&
          ARMED.has(m.party.kind),
      )
    : undefined;
  if (whose) return { party: whose.party, rule: 'modified' };
  if (atHead) return { party: atHead.party, rule: 'named' };
  const modifier = own.find((m) => m.start < head.start) ?? own.at(-1);
  if (!modifier) return null;
  const outlet = newOutlet(context, tree, head, tokens, modifier);
  if (!outlet && context.source && isOnlyDescribed(context.words, tree, head, modifier))
    return { party: null, rule: 'described' };
  return { party: outlet ?? forceOf(context, head, modifier), rule: 'modified' };
}

const ARMED = new Set<PartyKind>(['armed-group', 'state-force']);

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

/** "the minister of health and water, Omar Haddad": a name set off behind an office, wherever the parser hung it. */
function officeHolder(tree: Tree, head: Token, inside: readonly PartyMention[]): PartyMention | undefined {
  if (!OFFICES.has(head.lemma.toLowerCase())) return undefined;
  const persons = inside.filter((m) => m.party.kind === 'person' && m.start > head.end);
  const first = tree.tokens.findIndex((t) => t.start >= (persons[0]?.start ?? Number.POSITIVE_INFINITY));
  return persons.length === 1 && tree.tokens[first - 1]?.form === ',' ? persons[0] : undefined;
}

/** The name of whoever is meant; "a clinic in Haddad district", "a spokesman for Haddad" are of others. */
function isName(tree: Tree, head: Token, mention: PartyMention): boolean {
  let at = tree.tokens.find(
    (t) => t.start < mention.end && t.end > mention.start && !within(tree, t, mention),
  );
  for (let steps = 0; at && at !== head && steps < 8; at = tree.head(at), steps++)
    if (relation(at) === 'nmod' && tree.child(at, 'case')) return false;
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
      anaphor.organ && owner.upos === 'PRON' && !(speaker && /^(?:our|my)$/i.test(owner.form))
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
  // "the army" is a state's; an armed group's only where the group is called an army.
  // "the police force" is no "rebel forces".
  const police = tree
    .children(head)
    .some((t) => t.index < head.index && /^(?:police|security)$/.test(t.lemma));
  const kindsAlike = police
    ? STATE_FORCES
    : anaphor.organ
      ? new Set([...anaphor.kinds, 'armed-group' as const])
      : anaphor.kinds;
  const alike = discourse.last(head.start, sentence, kindsAlike, (party) =>
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
  const STATE = new Set<PartyKind>(['state']);
  const guess = !context.source || discourse.isAlone(head.start, sentence, STATE);
  if (organ && guess && !anaphor.kinds.has('person')) {
    const state = discourse.last(head.start, sentence, new Set<PartyKind>(['state', 'state-force']));
    const home = state && stateOf(register, state);
    const entry = home && organ.organ ? fill(register.entryOf(home)?.key ?? '', organ.organ) : undefined;
    if (entry && !isMadeUp(entry)) return { party: register.ofEntry(entry, byKey), rule: 'organ' };
  }
  // "the government", where several states are spoken of, is nobody's in particular.
  if (STATES_OWN.has(head.lemma.toLowerCase()) && !discourse.isAlone(head.start, sentence, STATE))
    return { party: discourse.prominent(head.start, sentence, STATE), rule: 'definite' };
  // Persons come back by their title; "the air force secretary" is not whoever was named last.
  if (GENERIC.has(head.lemma.toLowerCase()) || anaphor.kinds.has('person'))
    return { party: null, rule: 'unnamed' };
  return { party: discourse.last(head.start, sentence, anaphor.kinds), rule: 'definite' };
}

const STATE_FORCES: ReadonlySet<PartyKind> = new Set(['state-force']);

const STATES_OWN = new Set(['government', 'authority', 'administration', 'regime']);

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
const GENERIC = new Set(
  'official officer man woman doctor activist analyst fighter militant soldier diplomat lawmaker general commander force troop unit state court police coalition alliance opposition'.split(
    ' ',
  ),
);

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
  // An armed group may be made of several; "the coalition" is one of states, unless it bears the name.
  const type = party.kind === 'armed-group' && lemma === 'coalition' ? '' : (entry?.type ?? '');
  const names = [party.name, ...(entry?.aliases ?? []), (entry?.organs ?? []).join(' '), type]
    .join(' ')
    .toLowerCase();
  // Word by word: "anti-government fighters" are no government.
  const word = lemma.toLowerCase();
  return names.split(/[^\p{L}\p{N}-]+/u).some((own) => own === word || own === `${word}s`);
}
