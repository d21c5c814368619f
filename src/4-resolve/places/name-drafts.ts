/** Drafts of named places: what each name means, or why it means none. */
import type { Note, Span } from '../../records/index.ts';
import { type Decision, decide } from './choose/decide.ts';
import type { Group } from './choose/groups.ts';
import { blankDraft, type Draft, precisionOf, settle } from './draft.ts';
import type { GazetteerPlace } from './gazetteer/gazetteer.ts';
import type { Toponym } from './mentions/toponym.ts';
import type { TextView } from './text-view.ts';
import { coreOf, isVariant } from './variants.ts';

interface Named {
  toponyms: readonly Toponym[];
  groups: readonly Group[];
  groupOf: readonly number[];
  qualified: ReadonlyMap<number, number>;
}

/** A facility that no gazetteer knows lies in the town it is named after, or is said to be in. */
function settleFacility(draft: Draft, town: GazetteerPlace, confidence: number): void {
  settle(draft, town, Math.round(confidence * 90) / 100);
  if (draft.precision === 'exact') draft.precision = 'near';
  draft.rule = 'facility-in-town';
}

/**
 * "Mosul University", "the Salem hospital in Mosul", "U.S. base in Iraq". The town it is said to be in counts
 * first, then the town in its name, then the region it is said to be in. A country in its name owns it.
 */
function placeFacility(draft: Draft, named: Decision, inside: Decision | null): void {
  const holder = inside?.status === 'resolved' ? inside : null;
  const sure =
    named.status === 'resolved' &&
    named.confidence >= 0.8 &&
    named.best.via !== 'loose' &&
    !named.best.place.kind.startsWith('PCL')
      ? named
      : null;
  const town = holder !== null && precisionOf(holder.best.place.kind) === 'exact' ? holder : (sure ?? holder);
  if (town !== null) settleFacility(draft, town.best.place, town.confidence);
  else if (named.best?.place.kind.startsWith('PCL')) {
    draft.status = 'not-a-place';
    draft.rule = 'modifier';
    draft.confidence = named.confidence;
  }
}

/** A name inside a larger one of the gazetteer's own ("Tabqa Dam") needs no town. */
const isTown = (place: GazetteerPlace): boolean => /^(?:PPL|STLMT|ADM|PCL)/.test(place.kind);

/** One draft for each toponym that is no demonym, in order. */
export function draftNames(
  { toponyms, groups, groupOf, qualified }: Named,
  view: TextView,
  datelines: readonly Span[],
): { drafts: Draft[]; notes: Note[] } {
  const drafts: Draft[] = [];
  const decisions = new Map<number, Decision>();
  const decisionOf = (i: number): Decision => {
    const number = groupOf[i]!;
    const known = decisions.get(number) ?? decide(groups[number]!, groups);
    decisions.set(number, known);
    return known;
  };
  toponyms.forEach((toponym, i) => {
    if (toponym.demonym) return;
    const draft = blankDraft(
      [toponym.outerStart, toponym.outerEnd],
      view.wordAt(toponym.outerStart),
      toponym.sentence,
    );
    draft.toponym = toponym;
    const group = groups[groupOf[i]!]!;
    const decision = decisionOf(i);
    draft.candidates = group.candidates.filter(({ belief }) => belief >= 0.01).slice(0, 5);
    drafts.push(draft);
    const facility = toponym.nameType === 'facility' || toponym.hint === 'facility';
    const holder = qualified.get(i);
    if (facility && (decision.best === null || isTown(decision.best.place))) {
      const inside = holder === undefined ? null : decisionOf(holder);
      placeFacility(draft, decision, inside);
      return;
    }
    const acts =
      toponym.party !== null && (decision.best === null || /^(?:PCL|PPLC)/.test(decision.best.place.kind));
    if (acts) {
      draft.status = 'not-a-place';
      draft.rule = toponym.party;
      draft.confidence = decision.confidence;
      return;
    }
    if (decision.status === 'resolved') settle(draft, decision.best.place, decision.confidence);
    else {
      draft.status = decision.status;
      draft.confidence = decision.confidence;
      if (decision.status === 'not-in-gazetteer') draft.candidates = [];
    }
    if (datelines.some(([start, end]) => toponym.start >= start && toponym.end <= end))
      draft.rule = 'dateline';
  });
  tieMentions(drafts);
  return { drafts, notes: drafts.flatMap(noteOn) };
}

/** Why a name was left without a place, once for each name. */
function noteOn({ status, same, span, toponym }: Draft): Note[] {
  if (status === 'resolved' || status === 'not-a-place' || same !== null || toponym === null) return [];
  const reason =
    status === 'ambiguous'
      ? `several places are called "${toponym.text}" and the article does not tell which`
      : `"${toponym.text}" is not in the gazetteer`;
  return [{ step: 'places', reason, span }];
}

/** Points every later mention of a place at the first, spelling variants of names no gazetteer knows included. */
function tieMentions(drafts: readonly Draft[]): void {
  const byKey = new Map<string, Draft>();
  const names: { draft: Draft; text: string }[] = [];
  const keyOf = (draft: Draft): string =>
    draft.place !== null ? `${draft.place.key}/${draft.rule ?? ''}` : `?${coreOf(draft.toponym?.text ?? '')}`;
  for (const draft of drafts) {
    if (draft.status === 'not-a-place') continue;
    const key =
      draft.rule === 'facility-in-town'
        ? `${keyOf(draft)}/${draft.toponym!.outer}`
        : keyOf(draft).replace(/\/dateline$/, '/');
    const first = byKey.get(key);
    if (first !== undefined) draft.same = first;
    else byKey.set(key, draft);
    if (draft.toponym !== null && draft.status === 'resolved' && first === undefined && names.length < 200)
      names.push({ draft, text: draft.toponym.text });
  }
  for (const draft of drafts) {
    if (draft.status !== 'not-in-gazetteer' || draft.toponym === null) continue;
    const meant = names.find(({ text }) => isVariant(text, draft.toponym!.text));
    if (meant === undefined) continue;
    const { place, confidence } = meant.draft;
    if (place !== null) settle(draft, place, Math.round(confidence * 80) / 100);
    draft.same = meant.draft;
    draft.basis = 'implied';
    draft.rule = 'spelling-variant';
  }
}
