/** Claims that are themselves what happens: demands, threats and vows. */
import { isNegated } from '../../3-read/attribution/parts.ts';
import type { RawClaim } from '../../3-read/events/claims.ts';
import { SPEECH_ACTS } from '../../3-read/events/clauses.ts';
import { oblique } from '../../3-read/events/role-parts.ts';
import type { EventWords } from '../../3-read/events/words.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { EventType } from '../../records/index.ts';

/** What is said is itself what happens: a demand ("should"), or a threat or vow ("we will strike"). */
export function speechAct(raw: RawClaim, hasDoer: boolean, words: EventWords): EventType | null {
  const { tree, clause, certainty, chain } = raw;
  if (clause.kind === 'speech-act' || SPEECH_ACTS.has(raw.trigger?.type ?? '')) return null;
  if (isDemanded(raw, words) && certainty !== 'denied') return 'call-for-action';
  // "said it would attack and would respond": the second verb has the first one's subject.
  const before = relation(clause.head) === 'conj' ? tree.head(clause.head) : undefined;
  const subject = tree.child(clause.head, 'nsubj') ?? (before && tree.child(before, 'nsubj'));
  const first = subject && ['we', 'i'].includes(subject.lemma.toLowerCase());
  // In the author's own voice only "we" threatens.
  if (chain.length === 0 && !first) return null;
  const modal = tree
    .childrenBy(clause.head, 'aux')
    .find((aux) => ['should', 'must', 'ought'].includes(aux.lemma));
  if (modal && chain.length > 0 && certainty !== 'denied') return 'call-for-action';
  const own = subject && ['we', 'i', 'it', 'they', 'he'].includes(subject.lemma.toLowerCase()) && hasDoer;
  const wills = tree
    .childrenBy(clause.head, 'aux')
    .some((aux) => ['will', 'would', 'shall'].includes(aux.lemma));
  if (!wills || !subject) return null;
  const hostile = HOSTILE.has(raw.trigger?.token.lemma ?? '') || HOSTILE.has(clause.head.lemma);
  return (first || own) && hostile ? 'threat-vow' : null;
}

const DEMANDS = new Set(['call-for-action', '?call']);

/** "urged both sides to stop the shelling": what somebody is called on to do. */
function isDemanded({ tree, clause, chain }: RawClaim, words: EventWords): boolean {
  const verb = tree.head(clause.head);
  return (
    clause.kind === 'content' &&
    chain.length > 0 &&
    verb?.upos === 'VERB' &&
    DEMANDS.has(words.verbs.get(verb.lemma)?.type ?? '') &&
    tree.child(clause.head, 'mark')?.lemma === 'to'
  );
}

/** "called on Russia to stop", "urged both sides to stop": who is asked. */
export function askedOf({ tree, clause }: RawClaim): Token | undefined {
  const verb = tree.child(clause.head, 'mark')?.lemma === 'to' ? tree.head(clause.head) : undefined;
  return verb && (tree.child(verb, 'obj', 'iobj') ?? oblique(tree, verb, 'on', 'upon', 'to')[0]);
}

/** "we will not allow X to grow": the vow is against X, whatever X would do. */
export function hinderedBy({ tree, clause }: RawClaim): Token | undefined {
  if (!isNegated(tree, clause.head) || !/^(?:allow|let|permit)$/.test(clause.head.lemma)) return undefined;
  return tree.child(clause.head, 'iobj', 'obj');
}

const HOSTILE = new Set(
  'attack strike hit bomb shell destroy kill eliminate target fight respond retaliate defeat crush punish avenge take allow continue defend deny liberate retake stop prevent invade'.split(
    ' ',
  ),
);
