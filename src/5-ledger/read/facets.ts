/** Counts of values among the claims that match. Each field's own condition is left out, so that other values can be chosen. */
import type { ClaimColumns, Part, TextColumn } from '../columns/claim-columns.ts';
import type { Coded, CodedColumn } from '../columns/coded-column.ts';
import { columnsOf } from '../columns/columns-of.ts';
import { partsOf } from '../columns/filter-parts.ts';
import { allOf, fieldMasks, type Mask, snapshotMask } from '../columns/masks.ts';
import type { ReadOptions } from '../contract.ts';
import type { Store } from '../store.ts';
import type { ClaimFilter, Facet, FacetField } from './claim-types.ts';
import { snapshotAt } from './snapshot.ts';

const VALUES_LISTED = 100;

interface Counted {
  counts: Map<Coded, number>;
  privatePersons: number;
}

interface FacetSource {
  count(columns: ClaimColumns, mask: Mask): Counted;
  /** Conditions on the same thing, left out when its values are counted. */
  own: readonly (keyof ClaimFilter)[];
  needs: readonly Part[];
}

/** `shown`: a column that is 0 where the value is a private person's name. */
const column = (
  name: TextColumn,
  own: readonly (keyof ClaimFilter)[],
  more: { shown?: TextColumn; value?: (value: Coded) => Coded; known?: boolean } = {},
): FacetSource => ({
  own,
  needs: more.shown ? [name, more.shown] : [name],
  count({ text }, mask) {
    const values = text[name];
    const shown = more.shown ? shownCodes(text[more.shown]) : null;
    const codes = more.shown ? text[more.shown].codes : null;
    const counts = new Uint32Array(values.values.length);
    let privatePersons = 0;
    for (let i = 0; i < mask.length; i++) {
      if (mask[i] === 0) continue;
      if (shown && shown[codes![i]!] === 0) privatePersons++;
      else counts[values.codes[i]!]!++;
    }
    return { counts: byValue(values.values, counts, more.value, more.known), privatePersons };
  },
});

const shownCodes = (flag: CodedColumn) => flag.passing((value) => value === '1');

function byValue(
  values: readonly Coded[],
  counts: Uint32Array,
  value: (value: Coded) => Coded = (one) => one,
  known = false,
): Map<Coded, number> {
  const found = new Map<Coded, number>();
  counts.forEach((n, code) => {
    const name = value(values[code]!);
    if (n > 0 && !(known && name === null)) found.set(name, (found.get(name) ?? 0) + n);
  });
  return found;
}

/** Values of which a claim may have several; it counts once under each. */
function countMany(
  of: { numbers: Float64Array; length: number },
  values: CodedColumn,
  mask: Mask,
  kind: (i: number) => 'shown' | 'private' | 'other',
): Counted {
  const counts = new Uint32Array(values.values.length);
  // The last claim that was counted under each value: rows of a claim stand together.
  const last = new Int32Array(values.values.length).fill(-1);
  let lastPrivate = -1;
  let privatePersons = 0;
  for (let i = 0; i < of.length; i++) {
    const claim = of.numbers[i]!;
    if (mask[claim] !== 1) continue;
    const which = kind(i);
    if (which === 'other') continue;
    if (which === 'private') {
      if (lastPrivate !== claim) privatePersons++;
      lastPrivate = claim;
      continue;
    }
    const code = values.codes[i]!;
    if (last[code] !== claim) counts[code]!++;
    last[code] = claim;
  }
  return { counts: byValue(values.values, counts), privatePersons };
}

const party = (role: 'source' | 'by' | 'against'): FacetSource => ({
  own: [role],
  needs: ['parties'],
  count({ parties: { of, text } }, mask) {
    const wanted = text.role.passing((one) => one === role);
    const shown = shownCodes(text.public);
    return countMany(of, text.name, mask, (i) =>
      wanted[text.role.codes[i]!] === 0 ? 'other' : shown[text.public.codes[i]!] === 0 ? 'private' : 'shown',
    );
  },
});

const effect = (name: 'what' | 'whom', own: keyof ClaimFilter): FacetSource => ({
  own: [own],
  needs: ['effects'],
  count: ({ effects }, mask) => countMany(effects.of, effects.text[name], mask, () => 'shown'),
});

const month = (value: Coded) => value?.slice(0, 7) ?? null;

const SOURCES: Record<FacetField, FacetSource> = {
  certainty: column('certainty', ['certainty']),
  kind: column('kind', ['kind']),
  type: column('type', ['type']),
  source: party('source'),
  nearest: column('nearest', ['nearest'], { shown: 'nearest_public' }),
  nearestKind: column('nearest_kind', ['nearestKind']),
  outermost: column('outermost', ['outermost'], { shown: 'outermost_public' }),
  outermostKind: column('outermost_kind', ['outermostKind']),
  by: party('by'),
  against: party('against'),
  place: column('place', ['place']),
  country: column('country', ['country']),
  admin1: column('admin1', ['admin1']),
  placeStatus: column('place_status', ['placeStatus']),
  precision: column('precision', ['precision']),
  timePrecision: column('time_precision', []),
  timeMonth: column('time_from', ['timeFrom', 'timeTo', 'dated'], { value: month }),
  publishedMonth: column('published', ['publishedFrom', 'publishedTo'], { value: month }),
  publisher: column('publisher', ['publisher']),
  language: column('language', ['language']),
  effect: effect('what', 'effect'),
  whom: effect('whom', 'whom'),
  review: column('review', ['review']),
  origin: column('origin', ['origin']),
  engine: column('engine', ['engine'], { known: true }),
};

export async function countFacets(
  store: Store,
  fields: readonly FacetField[],
  filter: ClaimFilter,
  options?: ReadOptions,
): Promise<Facet[]> {
  const snapshot = await snapshotAt(store, options);
  const needs = fields.flatMap((field) => SOURCES[field].needs);
  const columns = await columnsOf(store, [...needs, ...partsOf(filter)]);
  const seen = await snapshotMask(columns, snapshot);
  const masks = await fieldMasks(store, columns, filter, snapshot);
  const together = allOf([seen, ...masks.values()]);
  const facets: Facet[] = [];
  for (const field of fields) {
    const { own, count } = SOURCES[field];
    const touched = own.some((one) => filter[one] !== undefined);
    const mask = touched ? await without(store, columns, filter, snapshot, masks, own, seen) : together;
    facets.push(facetOf(field, count(columns, mask)));
  }
  return facets;
}

/** The filter without some of its fields. Those that are judged together with others are judged anew. */
async function without(
  store: Store,
  columns: ClaimColumns,
  filter: ClaimFilter,
  snapshot: Parameters<typeof fieldMasks>[3],
  masks: Map<keyof ClaimFilter, Mask>,
  own: readonly (keyof ClaimFilter)[],
  seen: Mask,
): Promise<Mask> {
  const left = new Map(masks);
  const rest: ClaimFilter = { ...filter };
  for (const field of own) {
    left.delete(field);
    delete rest[field];
  }
  const anew: (keyof ClaimFilter)[] = own.some((field) => field === 'effect' || field === 'whom')
    ? ['effect', 'whom', 'atLeast']
    : own.includes('review')
      ? ['review']
      : [];
  for (const field of anew) left.delete(field);
  const again = anew.length > 0 ? pick(rest, anew) : null;
  const fresh = again
    ? await fieldMasks(store, columns, again, snapshot)
    : new Map<keyof ClaimFilter, Mask>();
  if (!anew.includes('review')) fresh.delete('review');
  return allOf([seen, ...left.values(), ...fresh.values()]);
}

const pick = (filter: ClaimFilter, fields: readonly (keyof ClaimFilter)[]) =>
  Object.fromEntries(fields.map((field) => [field, filter[field]])) as ClaimFilter;

function facetOf(field: FacetField, { counts, privatePersons }: Counted): Facet {
  const values = [...counts].map(([value, count]) => ({ value, count }));
  values.sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
  return {
    field,
    values: values.slice(0, VALUES_LISTED),
    more: Math.max(0, values.length - VALUES_LISTED),
    privatePersons,
  };
}
