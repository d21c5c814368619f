/** Where: every place an article names or means, with how it is known. The route of this folder. */

import type { ParsedText } from '../../3-read/language/parsed-text.ts';
import type { Article, Note, Place, Span } from '../../records/index.ts';
import { chooseJointly } from './choose/choose.ts';
import { groupToponyms } from './choose/groups.ts';
import { findQualifiers } from './choose/qualifiers.ts';
import { datelines } from './dateline.ts';
import { resolveDescriptions } from './descriptions/resolve-descriptions.ts';
import { finishPlaces } from './finish-places.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { hintGroups, type PlaceHint } from './hints.ts';
import { findToponyms } from './mentions/find-toponyms.ts';
import { draftNames } from './name-drafts.ts';
import type { PlaceWords } from './place-words.ts';
import { findRelations } from './relations/find-relations.ts';
import { applyStatedDistances } from './relations/stated-distance.ts';
import { TextView } from './text-view.ts';

export interface PlacesInput {
  parsed: ParsedText;
  article: Article;
  /** Stretches that name outlets, organisations, persons or units: names of places inside them are none. */
  skip?: readonly Span[];
  /** Countries the article may be about, from parties and the like. */
  hints?: readonly PlaceHint[];
}

/**
 * Finds and resolves all places. Places stand in order of their spans, ids `l1`, `l2` …; a relative place
 * ("35 km southeast of X") stands beside its anchor. Pure; never throws.
 */
export function resolvePlaces(
  input: PlacesInput,
  gazetteer: Gazetteer,
  words: PlaceWords,
): { places: Place[]; notes: Note[] } {
  const { parsed, article } = input;
  const view = new TextView(parsed);
  const skip = [...(input.skip ?? []), ...article.furniture];
  const found = findToponyms(parsed, view, gazetteer, words, skip);
  const qualified = findQualifiers(found.toponyms, parsed.text, gazetteer);
  const { groups, groupOf } = groupToponyms(found.toponyms, gazetteer, qualified);
  groups.push(...hintGroups(article, input.hints ?? [], gazetteer));
  chooseJointly(groups, gazetteer);
  const named = draftNames(
    { toponyms: found.toponyms, groups, groupOf, qualified },
    view,
    datelines(article),
  );
  const { described, notes } = resolveDescriptions(named.drafts, view, gazetteer, words);
  const drafts = [...named.drafts, ...described].sort((a, b) => a.span[0] - b.span[0]);
  const related = findRelations(drafts, view, words);
  const distances = applyStatedDistances(drafts, related.relative, view, words);
  const places = finishPlaces([...drafts, ...related.relative], parsed.text);
  return { places, notes: [...found.notes, ...named.notes, ...notes, ...related.notes, ...distances] };
}
