/** What about a reading a person should look at first: said of a claim's row, in words. Imports nothing but types. */
import type { ClaimRow } from '../../5-ledger/index.ts';

type Told = Pick<
  ClaimRow,
  | 'kind'
  | 'type'
  | 'trigger'
  | 'place'
  | 'time'
  | 'by'
  | 'against'
  | 'sources'
  | 'certainty'
  | 'effects'
  | 'about'
>;

const VIOLENT = new Set([
  'armed-clash',
  'air-drone-strike',
  'attack',
  'shelling-artillery-missile',
  'government-regains-territory',
  'non-state-actor-overtakes-territory',
  'abduction-forced-disappearance',
  'arrests',
]);

/** Each doubt with the words for it, the gravest first. */
const DOUBTS: readonly [says: string, holds: (claim: Told) => boolean][] = [
  ['a happening without a type', ({ kind, type }) => kind === 'event' && type === null],
  [
    'nobody is told to have acted or suffered',
    (c) => VIOLENT.has(c.type ?? '') && c.by.length + c.against.length === 0,
  ],
  ['its place could be several', ({ place }) => place?.status === 'ambiguous'],
  ['its place is not in the gazetteer', ({ place }) => place?.status === 'not-in-gazetteer'],
  ['a happening without a place', ({ kind, place }) => kind === 'event' && place === null],
  ['its day cannot be worked out', ({ time }) => time !== null && time.from === null],
  [
    'a source that no party is known for',
    ({ sources }) => sources.some((s) => s.kind !== 'unnamed' && s.partyKind === null),
  ],
  ['two sources or more, one on the word of the other', ({ sources }) => sources.length > 1],
  ['not plainly asserted', ({ certainty }) => certainty !== 'asserted'],
  ['an open figure', ({ effects }) => effects.some(({ low, high }) => (low === null) !== (high === null))],
  ['it speaks of another claim', ({ about }) => about !== null],
];

/** Why a person should look: the more, the sooner. */
export function doubtsOf(claim: Told): string[] {
  return DOUBTS.filter(([, holds]) => holds(claim)).map(([says]) => says);
}
