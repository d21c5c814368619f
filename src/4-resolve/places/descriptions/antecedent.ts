/** Which place named before a description most likely means. */
import { type Draft, firstMention } from '../draft.ts';
import type { TextView } from '../text-view.ts';
import type { Description } from './find-descriptions.ts';

/** Sentences back that an antecedent may stand. */
const REACH = 8;
/** Places looked at per description. */
const MOST = 40;

const TOWN = /^(?:PPL|STLMT)/;

/** A capital or a large city is no village, a metropolis no town. */
function isOfSize({ place }: Draft, word: string): boolean {
  if (place === null) return true;
  if (word === 'village' || word === 'settlement')
    return !/^PPL[AC]$/.test(place.kind) && place.population < 60_000;
  return word !== 'town' || (place.kind !== 'PPLC' && place.population < 600_000);
}

/** Whether a place can be what a description of this kind means. */
function suits(draft: Draft, kind: string, word: string, view: TextView): boolean {
  if (draft.status === 'not-a-place') return false;
  const code = draft.place?.kind ?? draft.toponym?.hint ?? '';
  const text = view.text.slice(...draft.span).toLowerCase();
  switch (kind) {
    case 'PPL':
      if (draft.relation !== null || !isOfSize(draft, word)) return false;
      return TOWN.test(code) || (draft.status !== 'resolved' && (code === '' || TOWN.test(code)));
    case 'any':
      return draft.precision !== 'country' && code !== 'CONT';
    case 'region':
      return (
        code !== 'CONT' &&
        (/^(?:RGN|ADM|VAL|DSRT|PEN|ISL|PLN|MTS|ZN|AREA)/.test(code) || draft.precision === 'region')
      );
    case 'camp':
      return code === 'CMP' || /\bcamp\b/.test(text);
    case 'facility':
      return text.includes(word);
    case 'PPLX':
      return code === 'PPLX' || text.includes(word);
    default:
      return code.startsWith(kind) || text.includes(word);
  }
}

/** How deep in its sentence a word stands: 0 for the root, more for words in clauses within clauses. */
function depth(view: TextView, at: number): number {
  let deep = 0;
  let clause = 0;
  for (let number: number | null = at; number !== null && deep < 30; number = view.headOf(number)) {
    deep++;
    if (/^(?:advcl|acl|ccomp|xcomp|parataxis|nmod|obl:tmod)/.test(view.tokens[number]!.deprel)) clause++;
  }
  return Math.min(3, clause);
}

/** The place a description most likely means: near, prominent in its sentence, often named, spoken of before. */
export function antecedent(
  description: Description,
  before: readonly Draft[],
  mentions: ReadonlyMap<Draft, number>,
  last: Draft | null,
  view: TextView,
): Draft | null {
  const sentence = view.sentenceOf[description.first]!;
  let best: Draft | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = before.length - 1, seen = 0; i >= 0 && seen < MOST; i--, seen++) {
    const draft = before[i]!;
    const back = sentence - draft.sentence;
    if (back > REACH && best !== null) break;
    if (!suits(draft, description.kind, description.word, view)) continue;
    const first = firstMention(draft);
    const score =
      Math.round(
        (-0.6 * Math.min(back, REACH) -
          0.35 * depth(view, draft.first) -
          0.004 * (draft.first - view.firstOf[draft.sentence]!) +
          0.5 * Math.log(1 + (mentions.get(first) ?? 1)) +
          (first === last ? 0.5 : 0)) *
          1000,
      ) / 1000;
    if (score > bestScore) {
      best = draft;
      bestScore = score;
    }
  }
  return best;
}
