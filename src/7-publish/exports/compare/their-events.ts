/** Events of other people's tables, read as far as they can be laid beside ours: ACLED or UCDP GED by their heads. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { ReportedlyError } from '../../../errors.ts';

export interface TheirEvent {
  id: string;
  from: string;
  to: string;
  lat: number | null;
  lon: number | null;
  place: string;
  country: string;
  what: string;
  deaths: string;
}

export type TheirKind = 'acled' | 'ucdp';

type Cells = Record<string, string>;

const KINDS: Record<TheirKind, { heads: readonly string[]; read: (cells: Cells) => TheirEvent | null }> = {
  acled: {
    heads: ['event_id_cnty', 'event_date', 'latitude', 'longitude'],
    read: (cells) => {
      const day = isoDay(cells.event_date!);
      if (!day) return null;
      const spread = { '1': 0, '2': 7, '3': 31 }[cells.time_precision ?? '1'] ?? 0;
      return {
        id: cells.event_id_cnty!,
        ...{ from: shift(day, -spread), to: shift(day, spread) },
        ...pointOf(cells),
        place: cells.location ?? '',
        country: cells.country ?? '',
        what: cells.sub_event_type ?? '',
        deaths: cells.fatalities ?? '',
      };
    },
  },
  ucdp: {
    heads: ['id', 'date_start', 'date_end', 'latitude', 'longitude', 'type_of_violence'],
    read: (cells) => {
      const [from, to] = [isoDay(cells.date_start!), isoDay(cells.date_end!)];
      if (!from || !to) return null;
      return {
        id: cells.id!,
        ...{ from, to },
        ...pointOf(cells),
        place: cells.where_coordinates ?? '',
        country: cells.country ?? '',
        what: [cells.side_a, cells.side_b].filter(Boolean).join(' - '),
        deaths: cells.best || [cells.low, cells.high].filter(Boolean).join('-'),
      };
    },
  },
};

/** One by one; a row without a date is passed over and counted by the caller as null. */
export async function* theirEvents(
  file: string,
): AsyncGenerator<{ kind: TheirKind; event: TheirEvent | null }> {
  let kind: TheirKind | null = null;
  const parser = createReadStream(file).pipe(
    parse({ columns: true, bom: true, relax_column_count: true, trim: true }),
  );
  try {
    for await (const cells of parser as AsyncIterable<Cells>) {
      kind ??= kindOf(Object.keys(cells));
      if (!kind) break;
      yield { kind, event: KINDS[kind].read(cells) };
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ReportedlyError('input-not-found', { input: file }, { cause });
    throw new ReportedlyError('table-invalid', { input: file, reason: (cause as Error).message }, { cause });
  }
  if (!kind) {
    const reason = 'it has neither the columns of ACLED nor those of UCDP GED, or no row';
    throw new ReportedlyError('table-invalid', { input: file, reason });
  }
}

const kindOf = (names: readonly string[]): TheirKind | null =>
  (Object.keys(KINDS) as TheirKind[]).find((kind) =>
    KINDS[kind].heads.every((head) => names.includes(head)),
  ) ?? null;

function pointOf({ latitude, longitude }: Cells): { lat: number | null; lon: number | null } {
  const [lat, lon] = [Number(latitude), Number(longitude)];
  const told = latitude !== '' && longitude !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return told ? { lat, lon } : { lat: null, lon: null };
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** "2017-10-06", "2017-10-06 00:00:00.000", "06 October 2017"; null where it is none. */
export function isoDay(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (iso) return Number.isFinite(Date.parse(iso)) ? iso : null;
  const [, day, name, year] = /^(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})$/.exec(text) ?? [];
  const month = MONTHS.findIndex((one) => name !== undefined && one.startsWith(name.toLowerCase()));
  return day && month >= 0 ? `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
