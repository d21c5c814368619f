/** On whose side somebody stands, for telling types of events: by party where known, else by noun. */
import type { Side } from '../../3-read/events/settle.ts';
import { type EventWords, phraseEndingAt } from '../../3-read/events/words.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import type { Party } from '../../records/index.ts';

const BY_CLASS: Record<string, Side> = {
  civilians: 'civilian',
  children: 'civilian',
  women: 'civilian',
  men: 'civilian',
  people: 'civilian',
  officials: 'civilian',
  prisoners: 'civilian',
  families: 'civilian',
  soldiers: 'state',
  police: 'police',
  militants: 'armed-group',
  protesters: 'protester',
};

/** Nouns of bodies that act, where no party is known. */
const STATE_NOUNS = new Set(
  'army military troop government regime coalition force navy state country ministry warplane jet authority administration peacekeeper battalion regiment division'.split(
    ' ',
  ),
);
const POLICE_NOUNS = new Set(['police', 'gendarmerie', 'constabulary']);
const ARMED_NOUNS = new Set(
  'rebel militia insurgent group faction gang cartel guerrilla opposition fighter militant separatist terrorist jihadist'.split(
    ' ',
  ),
);

function isThing(tree: Tree, head: Token, words: EventWords): boolean {
  const things = phraseEndingAt(tree.tokens, head.index, words.things)?.value;
  return (
    head.upos === 'NOUN' &&
    things !== undefined &&
    !things.has('positions') &&
    !things.has('armour') &&
    !phraseEndingAt(tree.tokens, head.index, words.actors)
  );
}

export function sideOf(tree: Tree, head: Token, party: Party | null, words: EventWords): Side {
  const person = phraseEndingAt(tree.tokens, head.index, words.persons)?.value;
  const byNoun = person ? BY_CLASS[person] : undefined;
  // "Syrian civilians" are civilians, whatever party is named beside them.
  if (byNoun && byNoun !== 'state') return byNoun;
  const lemma = head.lemma.toLowerCase();
  if (POLICE_NOUNS.has(lemma)) return 'police';
  if (ARMED_NOUNS.has(lemma)) return 'armed-group';
  // "an Israeli vehicle", "the Stock Exchange building": a thing is on nobody's side.
  if (party && isThing(tree, head, words)) return 'unknown';
  if (party) {
    if (party.kind === 'state' || party.kind === 'state-force') return 'state';
    if (party.kind === 'armed-group') return 'armed-group';
    if (party.kind === 'population') return 'civilian';
  }
  if (byNoun) return byNoun;
  if (STATE_NOUNS.has(lemma)) return 'state';
  if (party?.kind === 'person') return party.public ? 'armed-group' : 'civilian';
  return 'unknown';
}
