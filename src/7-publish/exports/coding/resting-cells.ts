/** A profile's cells over all claims of an incident, with the claims that each rests on: what is derived beside what people set. */
import {
  derivedCell,
  type Incident,
  type Report,
  type ReportClaim,
  type RestingCell,
} from '../../../6-reconcile/index.ts';
import { NameMask } from '../gate/name-mask.ts';
import { NO_DIVISIONS } from '../gate/points.ts';
import { besideOf, isReviewed } from '../gate/tells.ts';
import type { DeriveSource } from '../source.ts';
import type { ExportTables } from '../tables.ts';
import { type IncidentView, publicId } from '../view.ts';
import { isHeld } from './cell.ts';
import type { Profile } from './profile.ts';

const OPEN = new NameMask([], [], new Set());

export function restingCells(
  profile: Profile,
  incident: Incident,
  claims: readonly ReportClaim[],
  tables: ExportTables,
): ReadonlyMap<string, RestingCell> {
  const view = wholeView(incident, claims);
  const row = view.told.length > 0 ? profile.derive(view, sourceOf(tables)) : null;
  if (!row || isHeld(row)) return new Map();
  return new Map(
    [...row]
      .filter(([name]) => !name.startsWith('rp_'))
      .map(([name, { value, evidence }]) => [
        name,
        derivedCell(value, value === null ? [] : evidence.map(({ claim }) => claim)),
      ]),
  );
}

function wholeView(incident: Incident, claims: readonly ReportClaim[]): IncidentView {
  const originOf = new Map(
    incident.origins.flatMap((origin) => origin.claims.map(({ claim }) => [claim, origin] as const)),
  );
  const reports = new Map(incident.reports.map((line) => [line.document, reportOf(line)]));
  const told = claims.flatMap((one) => {
    const report = reports.get(one.claim.document);
    const { certainty, about, id } = one.claim;
    if (!report || besideOf({ certainty, about, withdrawn: one.withdrawn })) return [];
    return [{ one, report, origin: originOf.get(id) ?? null, reviewed: isReviewed(one.review), mask: OPEN }];
  });
  return {
    id: publicId(incident.id),
    incident,
    told,
    beside: { denied: [], expected: [], unconfirmed: [], withdrawn: [] },
    all: claims,
    reviewed: told.filter(({ reviewed }) => reviewed).length,
    unreviewed: told.filter(({ reviewed }) => !reviewed).length,
    fresh: false,
    coded: [],
    grade: null,
  };
}

/** As far as a cell looks at it: never its text, which no cell quotes. */
const reportOf = (line: Incident['reports'][number]): Report => ({
  document: line.document,
  title: line.title,
  byline: null,
  publisher: line.publisher,
  url: line.url,
  published: line.published === null ? null : { value: line.published, basis: 'given', span: null },
  modified: null,
  credits: [],
  text: '',
  furniture: [],
  read: true,
  claims: [],
});

const sourceOf = (tables: ExportTables): DeriveSource => ({
  ...{ tables, divisions: NO_DIVISIONS, base: '', caption: '', review: 'machine-unreviewed' },
  masks: { off: true },
  options: {},
  // Nothing that people set hangs on when it was derived.
  asOf: '1970-01-01T00:00:00Z',
});
