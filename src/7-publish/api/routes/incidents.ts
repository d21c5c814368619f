/** Incidents: what the reports tell of together, listed and one by one with all that is known of them. */
import type Type from 'typebox';
import type { ClaimRow } from '../../../5-ledger/index.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from '../../../5-ledger/read/cursor.ts';
import {
  byDate,
  dateKey,
  type Incident,
  type IncidentInLedger,
  matches,
  rowOf,
} from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { csvHeader, csvRow } from '../../cli/claims-csv.ts';
import { type ApiContext, claimItem } from '../context.ts';
import { type Columns, csvLines, lines, sendCsv } from '../csv-lists.ts';
import { readOptions, ref } from '../schemas/common.ts';
import { CSV, ndjsonOf } from '../schemas/files.ts';
import {
  AllIncidentParams,
  IncidentDetail,
  IncidentId,
  type IncidentItem,
  IncidentPage,
  IncidentParams,
  IncidentState,
} from '../schemas/incidents.ts';
import type { Api } from '../server.ts';
import { sendNdjson } from '../streams/ndjson.ts';

const COLUMNS: Columns<IncidentInLedger> = [
  ['incident', (r) => r.id],
  ['summary', (r) => r.summary],
  ['types', (r) => r.types.join('; ')],
  ['place', (r) => r.place],
  ['country', (r) => r.country],
  ['latitude', (r) => r.lat],
  ['longitude', (r) => r.lon],
  ['from', (r) => r.from],
  ['to', (r) => r.to],
  ['claims', (r) => r.claims],
  ['documents', (r) => r.documents],
  ['origins', (r) => r.standing.origins],
  ['origins_party_to_it', (r) => r.standing.parties],
  ['contested', (r) => (r.standing.contested ? 'yes' : '')],
  ['denied_by_accused', (r) => (r.standing.deniedByAccused ? 'yes' : '')],
  ['withdrawn', (r) => (r.standing.withdrawn ? 'yes' : '')],
  ['reasons', (r) => r.standing.reasons.join('; ')],
  ['coverage', (r) => r.coverage],
];

export function incidentRoutes(app: Api, context: ApiContext): void {
  const { reconciler: live } = context;
  const listed = async ({ asOf, publishedBy, ...filter }: AllIncidentParams) => {
    const reconciler = await live.at(readOptions({ asOf }).asOf);
    const all = reconciler.incidents({ asOf: publishedBy }).filter((one) => matches(one, filter));
    return { all: all.sort(byDate), coverage: reconciler.coverageLine };
  };
  for (const path of ['/incidents', '/incidents.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'Incidents that match, by day, a page at a time',
          querystring: IncidentParams,
          response: { 200: ref(IncidentPage) },
        },
      },
      async ({ query: { limit, cursor, ...query } }): Promise<IncidentPage> => {
        const size = pageSize(limit);
        const digest = queryDigest({ ...query, incidents: true });
        const after = cursor === undefined ? null : String(decodeCursor(cursor, digest, 1).after[0]);
        const { all, coverage } = await listed(query);
        const left = after === null ? all : all.filter((one) => dateKey(one) > after);
        const rows = left.slice(0, size);
        const next =
          left.length > size ? encodeCursor({ seq: 0, after: [dateKey(rows.at(-1)!)] }, digest) : null;
        return { rows: rows.map((one) => incidentItem(one, context)), next, total: all.length, coverage };
      },
    );
  }
  app.get(
    '/incidents.csv',
    {
      schema: {
        summary: 'All incidents that match, as CSV',
        querystring: AllIncidentParams,
        response: CSV,
      },
    },
    async ({ query }, reply) => {
      const { all, coverage } = await listed(query);
      const rows = all.map((one) => ({ ...one, coverage }));
      return sendCsv(reply, 'incidents', csvLines(COLUMNS, rows));
    },
  );
  app.get(
    '/incidents.ndjson',
    {
      schema: {
        summary: 'All incidents that match, as NDJSON',
        querystring: AllIncidentParams,
        response: ndjsonOf('IncidentItem'),
      },
    },
    async ({ query }, reply) => {
      const { all } = await listed(query);
      return sendNdjson(
        reply,
        'incidents',
        all.map((one) => incidentItem(one, context)),
      );
    },
  );
  detailRoutes(app, context);
}

function detailRoutes(app: Api, context: ApiContext): void {
  const { ledger, reconciler: live } = context;
  const claimsIn = (incident: Incident, asOf: string | undefined): AsyncIterable<ClaimRow> =>
    ledger.everyClaim({ claim: incident.reports.flatMap(({ claims }) => claims) }, readOptions({ asOf }));
  const found = async (id: string, { asOf, publishedBy }: Type.Static<typeof IncidentState>) => {
    const reconciler = await live.at(readOptions({ asOf }).asOf);
    const explanation = reconciler.explain(id, { asOf: publishedBy });
    if (explanation.incident.claims === 0) throw new ReportedlyError('incident-not-found', { incident: id });
    return explanation;
  };
  app.get(
    '/incidents/:id.csv',
    {
      schema: {
        summary: 'The claims of an incident as CSV',
        params: IncidentId,
        querystring: IncidentState,
        response: CSV,
      },
    },
    async ({ params: { id }, query }, reply) => {
      const { incident } = await found(id, query);
      const rows = claimsIn(incident, query.asOf);
      return sendCsv(reply, `incident-${incident.id}`, lines(csvHeader(), csvRow, rows));
    },
  );
  for (const path of ['/incidents/:id', '/incidents/:id.json'])
    app.get(
      path,
      {
        schema: {
          summary:
            'One incident: origins, tolls, contradictions, standing, its claims, why each is in it and which nearly was',
          params: IncidentId,
          querystring: IncidentState,
          response: { 200: ref(IncidentDetail) },
        },
      },
      async ({ params: { id }, query }): Promise<IncidentDetail> => {
        const explanation = await found(id, query);
        const claims: IncidentDetail['claims'] = [];
        for await (const row of claimsIn(explanation.incident, query.asOf))
          claims.push(claimItem(row, context));
        return { ...explanation, claims, example: isExample(explanation.incident, context) };
      },
    );
}

const isExample = ({ reports }: Incident, { examples }: ApiContext): boolean =>
  reports.every(({ document }) => examples.has(document));

const incidentItem = (incident: Incident, context: ApiContext): IncidentItem => ({
  ...rowOf(incident),
  example: isExample(incident, context),
});
