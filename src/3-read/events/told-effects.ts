/** Verbs that tell what came of a happening, for keeping losses together with it. */
import type { EffectKind } from '../../records/index.ts';
import type { Token } from '../language/parsed-text.ts';
import { type ClauseContext, hasTrigger } from './clause.ts';
import type { EventWords } from './words.ts';

/** Verbs of having come to harm: "suffered burns". */
export const BEFALLS = /^(?:suffer|sustain|receive|incur)$/;

/** What has befallen those whom a word names: "the dead", "the wounded", "the victims". */
export const harmOf = ({ form, lemma }: Token, { effects }: EventWords): readonly EffectKind[] | undefined =>
  effects.A.get(form.toLowerCase()) ?? (lemma === 'victim' ? ['killed'] : undefined);

/** Kills, wounds, destroys …, or leaves or causes such. */
export function tellsEffect({ words }: ClauseContext, verb: Token): boolean {
  const kinds = words.effects.V.get(verb.lemma);
  if (kinds?.some((kind) => kind !== 'seized' && kind !== 'captured')) return true;
  return verb.lemma === 'leave' || verb.lemma === 'claim' || verb.lemma === 'cause';
}

/** "two were killed and five were wounded when …": the losses of one happening. */
export function tollsTogether({ tree, words }: ClauseContext, token: Token, head: Token): boolean {
  const harmed = (verb: Token) =>
    words.effects.V.get(verb.lemma)?.some((kind) => kind === 'killed' || kind === 'wounded') === true &&
    !tree.child(verb, 'obj') &&
    (tree.child(verb, 'aux:pass') !== undefined || verb.xpos === 'VBN' || verb.lemma === 'die');
  return harmed(token) && harmed(head);
}

/** "was wounded and remains in hospital", "sustained burns and is in a critical condition": how the wounded are, told with the wounds. */
export function tellsHowTheyAre(context: ClauseContext, token: Token, head: Token): boolean {
  const { tree, words } = context;
  const wounded = words.effects.V.get(head.lemma)?.includes('wounded') === true || BEFALLS.test(head.lemma);
  const still = tree.child(token, 'cop') !== undefined || /^(?:remain|stay)$/.test(token.lemma);
  return wounded && still && !tree.child(token, 'nsubj') && !hasTrigger(context, token);
}
