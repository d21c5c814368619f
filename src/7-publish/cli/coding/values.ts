/**
 * Values of a claim's fields as people type them: each is tied to its words where they stand in the text (the place
 * nearest to the claim), and is `given` where they do not.
 */
import type {
  Quoted,
  ResolvedEffect,
  ResolvedHop,
  ResolvedParty,
  ResolvedPlace,
  ResolvedRole,
  ResolvedTime,
} from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import {
  EFFECT_KINDS,
  type EffectKind,
  type Reading,
  SOURCE_KINDS,
  type SourceKind,
} from '../../../records/index.ts';
import { nearestWords } from './quote.ts';

/** What values are read against. */
export interface CodingContext {
  /** Null for a document that was not read. */
  reading: Reading | null;
  /** Where the claim stands in the text. */
  near: number;
}

/** The words at their place near the claim. */
export function quoted({ reading, near }: CodingContext, words: string): Quoted | null {
  const text = reading?.article.text ?? null;
  const span = nearestWords(text, words, near);
  return span && { span, text: text!.slice(...span) };
}

/** "A < B" is a chain, outermost first; "A (outlet)" tells the kind; "none" the author's own voice. */
export function chainOf(typed: string, context: CodingContext): ResolvedHop[] {
  if (typed === 'none') return [];
  return list(typed, '<').map((one) => {
    const [, name = one, kind] = /^(.*?)\s*\(([a-z]+)\)$/.exec(one) ?? [];
    const words = quoted(context, name);
    const party = partyOf(context, name);
    if (kind !== undefined && !(SOURCE_KINDS as readonly string[]).includes(kind))
      invalid('chain', one, `a source is ${SOURCE_KINDS.join(', ')}`);
    return {
      attribution: null,
      source: {
        spans: words ? [words.span] : [],
        text: words?.text ?? name,
        kind: (kind as SourceKind | undefined) ?? kindOf(party),
        party,
        basis: words ? 'stated' : 'given',
      },
      cue: null,
      mode: 'indirect',
    };
  });
}

function kindOf(party: ResolvedParty | null): SourceKind {
  if (party?.kind === 'person' || party?.kind === 'outlet' || party?.kind === 'state') return party.kind;
  // A name that nobody knows may be a private person's: it is kept as one until somebody says otherwise.
  return party ? 'organisation' : 'person';
}

/** "A; B" are roles; "none" is nobody. */
export function rolesOf(typed: string, context: CodingContext): ResolvedRole[] {
  if (typed === 'none') return [];
  return list(typed, ';').map((name) => {
    const words = quoted(context, name);
    return {
      span: words?.span ?? null,
      text: words?.text ?? name,
      party: partyOf(context, name),
      person: namesPerson(context, name),
      basis: words ? 'stated' : 'given',
      rule: null,
    };
  });
}

function partyOf({ reading }: CodingContext, name: string): ResolvedParty | null {
  const parties = reading?.parties ?? [];
  const found = parties.find((party) => party.name === name || party.aliases.includes(name));
  if (!found) return null;
  const { id: _id, mentions: _mentions, of, ...rest } = found;
  return { ...rest, of: parties.find(({ id }) => id === of)?.name ?? null };
}

const namesPerson = ({ reading }: CodingContext, name: string) =>
  reading?.names.some((known) => known.type === 'person' && known.text === name) ?? false;

/** A name, with "@LATITUDE,LONGITUDE" where it is known; a place of the same name in the article lends its facts. */
export function placeOf(
  typed: string,
  context: CodingContext,
  before: ResolvedPlace | null,
): ResolvedPlace | null {
  if (typed === 'none') return null;
  const [, name = typed, lat, lon] = /^(.*?)\s*@\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)$/.exec(typed) ?? [];
  const point = lat === undefined ? null : { lat: Number(lat), lon: Number(lon) };
  if (point && !(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180))
    invalid('place', typed, 'a point is @latitude,longitude in degrees');
  const words = quoted(context, name);
  const known = context.reading?.places.find(
    (place) => place.status === 'resolved' && (place.name === name || place.text === name),
  );
  return {
    text: words?.text ?? before?.text ?? name,
    status: point || known ? 'resolved' : 'not-in-gazetteer',
    geonames: point ? null : (known?.geonames ?? null),
    name: known?.name ?? name,
    country: known?.country ?? null,
    admin1: known?.admin1 ?? null,
    lat: round(point?.lat ?? known?.lat ?? null),
    lon: round(point?.lon ?? known?.lon ?? null),
    precision: point ? 'exact' : (known?.precision ?? null),
    basis: words ? 'stated' : 'given',
    rule: null,
    confidence: 1,
    candidates: [],
    span: words?.span ?? before?.span ?? null,
    relation: null,
  };
}

const round = (degrees: number | null) => (degrees === null ? null : Math.round(degrees * 1e4) / 1e4);

/** A day, month or year, or two of them with "/" between. The words that stood there stay. */
export function timeOf(typed: string, before: ResolvedTime | null): ResolvedTime | null {
  if (typed === 'none') return null;
  const [from, to = from] = typed.split('/');
  const start = rangeOf(from!);
  const end = rangeOf(to!);
  if (!start || !end || start.from > end.to)
    invalid('time', typed, 'a time is 2017-10-06, 2017-10, 2017 or two with / between');
  return {
    text: before?.text ?? typed,
    value: from === to ? from! : null,
    weekday: null,
    anchor: null,
    relation: 'at',
    from: start!.from,
    to: end!.to,
    precision: from === to ? start!.precision : 'unknown',
    basis: 'given',
    rule: null,
    span: before?.span ?? null,
  };
}

function rangeOf(date: string): { from: string; to: string; precision: 'day' | 'month' | 'year' } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (!year) return null;
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > last) return null;
  if (!day) return { from: `${date}-01`, to: `${date}-${last}`, precision: 'month' };
  return { from: date, to: date, precision: 'day' };
}

/** "12", "~40", "3-5", "60+" or "-80" (at most), with whom behind: "12 civilians". "none" takes the figure out. */
export function effectsOf(
  what: EffectKind,
  typed: string,
  context: CodingContext,
  before: readonly ResolvedEffect[],
): ResolvedEffect[] {
  const others = before.filter((effect) => effect.what !== what);
  if (typed === 'none') return others;
  const match = /^(~?)(\d+)?(?:(-)(\d+)?|(\+))?(?:\s+(\D.*))?$/.exec(typed);
  const [, about, first, dash, second, plus, whom] = match ?? [];
  if (!match || (first === undefined && second === undefined))
    invalid(what, typed, 'a figure is 12, ~40, 3-5, 60+ or -80, with whom behind it');
  const low = first === undefined ? null : Number(first);
  const high = plus ? null : second !== undefined ? Number(second) : dash ? null : low;
  if (low !== null && high !== null && low > high) invalid(what, typed, 'the lower figure comes first');
  const words = quoted(context, typed);
  const old = before.find((effect) => effect.what === what && effect.partOf === null);
  return [
    ...others,
    {
      id: old?.id ?? `person-${what}`,
      what,
      whom: whom ?? old?.whom ?? null,
      label: null,
      low,
      high,
      approximate: about !== '',
      unit: old?.unit ?? 'persons',
      scope: old?.scope ?? 'happening',
      partOf: null,
      sums: [],
      origin: [],
      span: words?.span ?? old?.span ?? null,
      text: words?.text ?? old?.text ?? null,
    },
  ];
}

export const isEffectKind = (field: string): field is EffectKind =>
  (EFFECT_KINDS as readonly string[]).includes(field);

export const list = (typed: string, separator: string) =>
  typed
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

export function invalid(field: string, value: string, reason: string): never {
  throw new ReportedlyError('value-invalid', { field, value: JSON.stringify(value), reason });
}
