/** Their events beside our incidents: which of theirs have claims here. A comparison; nothing of theirs enters the ledger. */
import { distanceKm } from '../../../4-resolve/places/geometry.ts';
import { whenOf } from '../coding/when.ts';
import { type Where, whereOf } from '../coding/where.ts';
import type { ExportSource } from '../source.ts';
import type { IncidentView } from '../view.ts';
import { views } from '../views.ts';
import { type TheirEvent, type TheirKind, theirEvents } from './their-events.ts';

/** How far apart two points of one event may be, and days beyond either's dates. */
const NEAR_KM = 25;
const DAYS = 1;

export interface Compared {
  kind: TheirKind;
  event: TheirEvent;
  /** Ours that may be the same, nearest first. */
  here: { incident: string; claims: number; km: number | null; days: string }[];
}

export interface CompareTally {
  events: number;
  undated: number;
  withClaims: number;
  /** Incidents here, and those that met one of theirs. */
  incidents: number;
  met: number;
}

interface Ours {
  id: string;
  claims: number;
  from: number;
  to: number;
  days: string;
  where: Where | null;
}

export async function* compareFile(
  file: string,
  source: ExportSource,
  tally: CompareTally,
): AsyncGenerator<Compared> {
  const byDay = new Map<number, Ours[]>();
  for await (const view of views(source)) {
    tally.incidents++;
    const ours = oursOf(view, source);
    if (ours)
      for (let day = ours.from; day <= ours.to; day++) byDay.set(day, [...(byDay.get(day) ?? []), ours]);
  }
  const met = new Set<string>();
  for await (const { kind, event } of theirEvents(file)) {
    if (!event) {
      tally.undated++;
      continue;
    }
    tally.events++;
    const here = matches(event, byDay, source);
    if (here.length > 0) tally.withClaims++;
    for (const { incident } of here) met.add(incident);
    tally.met = met.size;
    yield { kind, event, here };
  }
}

/** A happening told over longer than this is laid beside its first days only. */
const LONGEST = 62;

function oursOf(view: IncidentView, source: ExportSource): Ours | null {
  const when = whenOf(view);
  if (!when) return null;
  const day = (text: string) => Math.floor(Date.parse(text) / 86_400_000);
  const from = day(when.from) - DAYS;
  return {
    id: view.incident.id,
    claims: view.told.length,
    ...{ from, to: Math.min(day(when.to) + DAYS, from + LONGEST) },
    days: when.from === when.to ? when.from : `${when.from} to ${when.to}`,
    where: whereOf(view, source),
  };
}

function matches(
  event: TheirEvent,
  byDay: ReadonlyMap<number, Ours[]>,
  source: ExportSource,
): Compared['here'] {
  const found = new Map<string, Compared['here'][number]>();
  const [from, to] = [event.from, event.to].map((day) => Math.floor(Date.parse(day) / 86_400_000)) as [
    number,
    number,
  ];
  for (let day = from; day <= Math.min(to, from + LONGEST); day++)
    for (const ours of byDay.get(day) ?? []) {
      if (found.has(ours.id)) continue;
      const km = placeFits(event, ours.where, source);
      if (km === null) continue;
      const told = Number.isFinite(km) ? Math.round(km * 10) / 10 : null;
      found.set(ours.id, { incident: ours.id, claims: ours.claims, km: told, days: ours.days });
    }
  return [...found.values()].sort(
    (a, b) => (a.km ?? 1e9) - (b.km ?? 1e9) || (a.incident < b.incident ? -1 : 1),
  );
}

/** Kilometres apart, NaN where only names tell that it may be the same, null where it is elsewhere. */
function placeFits(event: TheirEvent, where: Where | null, { tables }: ExportSource): number | null {
  if (!where) return null;
  const { lat, lon } = event;
  const exact = where.precision === 'exact' || where.precision === 'near';
  if (lat !== null && lon !== null && where.lat !== null && where.lon !== null && exact) {
    const km = distanceKm({ lat, lon }, { lat: where.lat, lon: where.lon });
    return km <= NEAR_KM ? km : null;
  }
  const country = tables.countries.get(where.country ?? '');
  const same = country && (event.country === country.name || event.country === country.ucdpName);
  const name = (where.name ?? '').toLowerCase();
  return same && name !== '' && event.place.toLowerCase().includes(name) ? Number.NaN : null;
}
