/** Claims: listed, counted by facets, one by one. */
import Type from 'typebox';
import { ReportedlyError } from '../../../errors.ts';
import { csvHeader, csvRow } from '../../cli/claims-csv.ts';
import { type ApiContext, claimItem, standingItem } from '../context.ts';
import { csvLines, lines, sendCsv } from '../csv-lists.ts';
import { ClaimParams, claimFilter, claimQuery, FacetParams, FilterParams } from '../schemas/claim-query.ts';
import { ClaimPage, Facet, StandingClaim } from '../schemas/claims.ts';
import { readOptions, ref } from '../schemas/common.ts';
import { CSV, ndjsonOf } from '../schemas/files.ts';
import type { Api } from '../server.ts';
import { mapped, sendNdjson } from '../streams/ndjson.ts';

const ClaimId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{4,64}$' }) });

export function claimRoutes(app: Api, context: ApiContext): void {
  const { ledger } = context;
  for (const path of ['/claims', '/claims.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'Claims that match, a page at a time',
          querystring: ClaimParams,
          response: { 200: ref(ClaimPage) },
        },
      },
      async ({ query }): Promise<ClaimPage> => {
        const asked = claimQuery(query);
        const options = readOptions(query);
        const [page, total] = await Promise.all([
          ledger.claims(asked, options),
          query.cursor === undefined ? ledger.countClaims(asked, options) : null,
        ]);
        return { rows: page.rows.map((row) => claimItem(row, context)), next: page.next, total };
      },
    );
  }
  app.get(
    '/claims.csv',
    {
      schema: {
        summary: 'All claims that match, as CSV in document order',
        querystring: FilterParams,
        response: CSV,
      },
    },
    (request, reply) => {
      const rows = ledger.everyClaim(claimFilter(request.query), readOptions(request.query));
      return sendCsv(reply, 'claims', lines(csvHeader(), csvRow, rows));
    },
  );
  app.get(
    '/claims.ndjson',
    {
      schema: {
        summary: 'All claims that match, as NDJSON in document order',
        querystring: FilterParams,
        response: ndjsonOf('ClaimItem'),
      },
    },
    (request, reply) => {
      const rows = ledger.everyClaim(claimFilter(request.query), readOptions(request.query));
      return sendNdjson(
        reply,
        'claims',
        mapped(rows, (row) => claimItem(row, context)),
      );
    },
  );
  facetRoutes(app, context);
  for (const path of ['/claims/:id', '/claims/:id.json'])
    app.get(
      path,
      {
        schema: {
          summary: 'One claim as it stands, as it was read, and what was decided on it',
          params: ClaimId,
          response: { 200: ref(StandingClaim) },
        },
      },
      async ({ params: { id } }): Promise<StandingClaim> => {
        const found = await ledger.claim(id);
        if (!found) throw new ReportedlyError('not-in-ledger', { what: 'claim', id });
        return standingItem(found, context);
      },
    );
  app.get(
    '/claims/:id.csv',
    { schema: { summary: 'The claim as CSV', params: ClaimId, response: CSV } },
    async ({ params: { id } }, reply) => {
      const found = await ledger.claim(id);
      if (!found) throw new ReportedlyError('not-in-ledger', { what: 'claim', id });
      return sendCsv(reply, `claim-${id.slice(0, 12)}`, lines(csvHeader(), csvRow, [found.row]));
    },
  );
}

function facetRoutes(app: Api, { ledger }: ApiContext): void {
  for (const path of ['/facets', '/facets.json']) {
    app.get(
      path,
      {
        schema: {
          summary:
            'Values of fields among the claims that match, with counts; a field’s own filter is left out',
          querystring: FacetParams,
          response: { 200: Type.Array(ref(Facet)) },
        },
      },
      async ({ query: { field, ...filter } }): Promise<Facet[]> =>
        ledger.facets(field, claimFilter(filter), readOptions(filter)),
    );
  }
  app.get(
    '/facets.csv',
    { schema: { summary: 'The same as CSV', querystring: FacetParams, response: CSV } },
    async (request, reply) => {
      const { field, ...filter } = request.query;
      const facets = await ledger.facets(field, claimFilter(filter), readOptions(filter));
      const rows = facets.flatMap((facet) => facet.values.map((one) => ({ field: facet.field, ...one })));
      const columns = [
        ['field', (row: (typeof rows)[number]) => row.field],
        ['value', (row: (typeof rows)[number]) => row.value],
        ['claims', (row: (typeof rows)[number]) => row.count],
      ] as const;
      return sendCsv(reply, 'facets', csvLines(columns, rows));
    },
  );
}
