/** "the city", "the area", "there", "the capital": the place they mean, worked out from the places named before. */
import type { Note, Span } from '../../records/index.ts';
import { blankDraft, type Draft, firstMention } from './draft.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { PlaceWords } from './place-words.ts';
import type { TextView } from './text-view.ts';

const DETERMINERS = new Set(['the', 'this', 'that']);
/** Sentences back that an antecedent may stand. */
const REACH = 8;
/** Places looked at per description. */
const MOST = 40;

interface Description {
  span: Span;
  first: number;
  last: number;
  kind: string;
  word: string;
}

/** Descriptions in order. A head followed by a name, or by another noun, describes no place said before. */
function findDescriptions(view: TextView, words: PlaceWords, taken: (at: number) => boolean): Description[] {
  const found: Description[] = [];
  view.tokens.forEach((token, at) => {
    const form = token.form.toLowerCase();
    if (form === 'there' && token.upos === 'ADV' && token.deprel !== 'expl' && !opensExistence(view, at)) {
      found.push({ span: [token.start, token.end], first: at, last: at, kind: 'any', word: 'there' });
      return;
    }
    if (form === 'here' && token.upos === 'ADV') {
      found.push({ span: [token.start, token.end], first: at, last: at, kind: 'here', word: 'here' });
      return;
    }
    const kind = words.description.get(form);
    if (kind === undefined || taken(at) || token.form !== form) return;
    let meant = kind;
    let first = at - 1;
    let steps = 0;
    while (steps++ < 3 && ['ADJ', 'VERB', 'NUM', 'ADV'].includes(view.beside(at, first)?.upos ?? '')) first--;
    const determiner = view.beside(at, first);
    if (determiner === null || !DETERMINERS.has(determiner.form.toLowerCase())) return;
    for (let other = first + 1; other < at; other++) {
      const adjective = view.tokens[other]!.form.toLowerCase();
      if (words.descriptionNot.has(adjective) || /[a-z]{2}est$/.test(adjective)) return;
      // "the provincial capital" is the seat named before, not the capital of the country.
      if (kind === 'capital' && words.seatAdjective.has(adjective)) meant = 'PPLA';
    }
    const next = view.beside(at, at + 1);
    if (next !== null && (next.form === 'of' || next.form === '-')) return;
    if (next !== null && (next.upos === 'NOUN' || next.upos === 'PROPN') && token.spaceAfter) return;
    if (taken(at + 1)) return;
    found.push({ span: [determiner.start, token.end], first, last: at, kind: meant, word: form });
  });
  return found;
}

/** "there is", "there were": no place. */
function opensExistence(view: TextView, at: number): boolean {
  const next = view.beside(at, at + 1)?.form.toLowerCase() ?? '';
  const after = view.beside(at, at + 2)?.form.toLowerCase() ?? '';
  const be = new Set([
    'is',
    'are',
    'was',
    'were',
    'be',
    'has',
    'have',
    'had',
    'will',
    'would',
    'may',
    'might',
    "'s",
    '’s',
  ]);
  return (
    be.has(next) &&
    (view.tokens[at]!.deprel === 'dep' || ['no', 'a', 'an', 'been', 'be', 'any', 'some'].includes(after))
  );
}

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
function antecedent(
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

/** Places before a description that are counted for the country it means. */
const MOST_COUNTED = 200;

/** The country most of the places lie in. */
function countryInFocus(before: readonly Draft[]): string | null {
  const counts = new Map<string, number>();
  for (const { place, status } of before.slice(-MOST_COUNTED))
    if (place?.country != null && status === 'resolved')
      counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** Copies where a place is; the new draft points back at the first mention. */
function meanTheSame(draft: Draft, other: Draft, rule: string): void {
  const first = firstMention(other);
  Object.assign(draft, {
    status: first.status,
    place: first.place,
    point: first.point,
    box: first.box,
    precision: first.precision,
    confidence: Math.round(first.confidence * 80) / 100,
    candidates: first.candidates,
    same: first,
    basis: 'implied',
    rule,
  });
}

/**
 * Drafts for descriptions, given the drafts of names in order. A description with no antecedent is left out with
 * a note; facilities spoken of in general ("the hospital") are left out silently.
 */
export function resolveDescriptions(
  drafts: readonly Draft[],
  view: TextView,
  gazetteer: Gazetteer,
  words: PlaceWords,
): { described: Draft[]; notes: Note[] } {
  const covered = new Uint8Array(view.tokens.length);
  for (const { span } of drafts) {
    const range = view.wordsOf(...span);
    if (range !== null) covered.fill(1, range.first, range.last + 1);
  }
  const described: Draft[] = [];
  const notes: Note[] = [];
  let next = 0;
  let last: Draft | null = null;
  const before: Draft[] = [];
  const total = new Map<Draft, number>();
  const countryOfAll = countryInFocus(drafts);
  const firstOf = new Map<number, Draft>();
  for (const draft of drafts)
    if (draft.status === 'resolved' && draft.place !== null && !firstOf.has(draft.place.key))
      firstOf.set(draft.place.key, draft);
  const filedFrom = drafts.find((one) => one.rule === 'dateline');
  for (const draft of drafts) total.set(firstMention(draft), (total.get(firstMention(draft)) ?? 0) + 1);
  for (const description of findDescriptions(view, words, (at) => covered[at] === 1)) {
    while (next < drafts.length && drafts[next]!.span[0] < description.span[0]) before.push(drafts[next++]!);
    const draft = blankDraft(description.span, description.first, view.sentenceOf[description.first]!);
    if (description.kind === 'PCL' || description.kind === 'capital') {
      const country = countryInFocus(before) ?? countryOfAll;
      const place =
        country === null
          ? null
          : description.kind === 'PCL'
            ? gazetteer.coded(country)
            : gazetteer.capital(country);
      if (place === null) continue;
      const named = firstOf.get(place.key);
      if (named !== undefined)
        meanTheSame(draft, named, `the-${description.kind === 'PCL' ? 'country' : 'capital'}`);
      else {
        Object.assign(draft, {
          status: 'resolved',
          place,
          point: { lat: place.lat, lon: place.lon },
          box: place.box,
        });
        draft.precision = description.kind === 'PCL' ? 'country' : 'exact';
        Object.assign(draft, { basis: 'implied', rule: `the-${description.word}`, confidence: 0.7 });
      }
      described.push(draft);
      continue;
    }
    const dateline = description.kind === 'here' ? filedFrom : undefined;
    if (description.kind === 'here' && dateline === undefined) continue;
    const meant = dateline ?? antecedent(description, before, total, last, view);
    if (meant === null) {
      if (description.kind !== 'facility' && description.word !== 'there')
        notes.push({
          step: 'places',
          reason: 'no place named before that this could mean',
          span: description.span,
        });
      continue;
    }
    meanTheSame(
      draft,
      meant,
      description.word === 'there' || description.word === 'here' ? 'deictic' : 'definite-description',
    );
    last = firstMention(meant);
    total.set(last, (total.get(last) ?? 0) + 1);
    described.push(draft);
    before.push(draft);
  }
  return { described, notes };
}
