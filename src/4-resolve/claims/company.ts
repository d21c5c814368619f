/**
 * Which clauses that are not warlike themselves bear on the violence a text tells of: by what they name, by what stands
 * beside them, and by how much of the text is about it. In a dispatch from the front nearly all does; in a long feature
 * or a release about a visit most does not.
 */
import type { RawClaim } from '../../3-read/events/claims.ts';
import { type EventWords, phraseEndingAt, type TriggerType } from '../../3-read/events/words.ts';
import { isTimeNoun } from '../../3-read/syntax/time-nouns.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { Party } from '../../records/index.ts';
import { VIOLENT, type Weighed } from './relevance.ts';

export interface Company {
  /** Share of the text's sentences that tell of force or name those who bear arms. */
  share: number;
  /** Sentences with a warlike claim. */
  warlike: ReadonlySet<number>;
  /** Where the text names those who act in warlike claims, in order. */
  sides: readonly (readonly [number, number])[];
}

/** Above this share what names the violence bears on it; above the second what is said beside it; above the third nearly all does. */
const SOME = 0.4;
const MUCH = 0.5;
const MOST = 0.7;

const PERSONAL = new Set<Party['kind']>(['person', 'population', 'outlet']);

export function companyOf(weighed: readonly Weighed[], weights: readonly number[], share: number): Company {
  const strong = weighed.filter((_, i) => weights[i] === 2);
  const parties = new Set(strong.flatMap(({ parties }) => parties));
  return {
    share,
    warlike: new Set(strong.map(({ claim }) => claim.tree.sentence.index)),
    sides: [...parties]
      .filter((party) => party !== null && !PERSONAL.has(party.kind))
      .flatMap((party) => party!.mentions)
      .sort((a, b) => a[0] - b[0]),
  };
}

/** Whether a clause of weight 0 or 1 is kept in a text about conflict. */
export function bearsOnViolence(one: Weighed, weight: number, company: Company, words: EventWords): boolean {
  const { claim, type } = one;
  if (type !== null && VIOLENT.has(type)) return true;
  if ((type === 'displacement' || countsPeople(claim, words)) && claim.tokens.length > 3) return true;
  const sentence = claim.tree.sentence.index;
  const near = (n: number) => company.warlike.has(sentence - n) || company.warlike.has(sentence + n);
  const beside = near(0) ? 2 : near(1) ? 1 : 0;
  const names = namesViolence(one, words) || namesSide(one, company);
  if (weight === 1) return names || beside > 0 || company.share >= MUCH;
  if (claim.tokens.length <= 3) return false;
  // "The broadcasts will continue", "they had seen no fighters": said of what is to come, or of what was not.
  if (company.share >= MUCH && claim.certainty !== 'asserted' && claim.chain.length > 0) return true;
  if (company.share >= MOST) return names || beside > 0;
  if (company.share >= MUCH) return names || beside === 2 || (beside > 0 && claim.chain.length > 0);
  return names && (beside > 0 || company.share >= SOME);
}

const OF_THEM = /^(?:them|dead|wounded|injured|missing|victims|those|bodies|captives|hostages)$/i;

/** "3,000 families have left", "he counted 12 bodies", "nine of the dead were children": what a toll is made of. */
function countsPeople({ tree, tokens }: RawClaim, { persons }: EventWords): boolean {
  return tokens.some((token) => {
    if (token.upos !== 'NUM' || isTimeNoun(tree.tokens[token.index + 1]?.form ?? '')) return false;
    const noun = tree.head(token);
    const counted = noun && relation(token) === 'nummod' ? noun : undefined;
    if (counted?.lemma === 'body' || (counted && phraseEndingAt(tree.tokens, counted.index, persons)))
      return true;
    return tree.childrenBy(token, 'nmod').some((of) => OF_THEM.test(of.form));
  });
}

const isOfViolence = (type: TriggerType) => type.startsWith('?') || VIOLENT.has(type as never);

/** "the campaign", "the bombing", "retaking the area": a word for the violence, whatever is said of it. */
function namesViolence({ claim }: Weighed, { nouns, verbs }: EventWords): boolean {
  return claim.tokens.some((t) => {
    const found =
      t.upos === 'NOUN'
        ? nouns.get(t.lemma.toLowerCase())
        : t.xpos === 'VBG' && t !== claim.clause.head
          ? verbs.get(t.lemma)
          : undefined;
    return found !== undefined && isOfViolence(found.type);
  });
}

/** Whether a mention of a side lies in the clause; mentions are in order, so the first that ends after its start decides. */
function namesSide({ claim }: Weighed, { sides }: Company): boolean {
  return claim.spans.some(([start, end]) => {
    let low = 0;
    let high = sides.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (sides[mid]![1] <= start) low = mid + 1;
      else high = mid;
    }
    return low < sides.length && sides[low]![0] < end;
  });
}
