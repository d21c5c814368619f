/** Sources: what each told first, alone, with others or against them, over the incidents of the ledger. */
import { decodeCursor, encodeCursor, pageSize, queryDigest } from '../../../5-ledger/read/cursor.ts';
import { matchesSource, type SourceRow, sourceRow } from '../../../6-reconcile/index.ts';
import type { ApiContext } from '../context.ts';
import { type Columns, csvLines, sendCsv } from '../csv-lists.ts';
import { readOptions, ref } from '../schemas/common.ts';
import { CSV } from '../schemas/files.ts';
import {
  AllSourceParams,
  SourceDetail,
  SourceName,
  SourcePage,
  SourceParams,
  SourceState,
} from '../schemas/sources.ts';
import type { Api } from '../server.ts';

const COLUMNS: Columns<SourceRow & { coverage: string }> = [
  ['source', (r) => r.name],
  ['kind', (r) => r.kind],
  ['incidents', (r) => r.incidents],
  ['claims', (r) => r.claims],
  ['documents', (r) => r.documents],
  ['told_first', (r) => r.first],
  ['told_alone', (r) => r.alone],
  ['corroborated_later', (r) => r.corroboratedLater],
  ['contradicted_later', (r) => r.contradictedLater],
  ['corroborated', (r) => r.corroborated],
  ['contradicted', (r) => r.contradicted],
  ['withdrew', (r) => r.withdrew],
  ['party_in', (r) => r.partyIn],
  ['serves_itself', (r) => r.servesItself],
  ['relayed', (r) => r.relayed],
  ['sides', (r) => r.sides.map(({ side, claims }) => `${side} ${claims}`).join('; ')],
  ['one_sided', (r) => r.oneSided],
  ['assessed', (r) => (r.assessed ? 'yes' : '')],
  ['coverage', (r) => r.coverage],
];

export function sourceRoutes(app: Api, { reconciler: live }: ApiContext): void {
  const listed = async ({ asOf, publishedBy, ...filter }: AllSourceParams) => {
    const reconciler = await live.at(readOptions({ asOf }).asOf);
    const all = reconciler.sources({ asOf: publishedBy }).filter((one) => matchesSource(one, filter));
    return { all: all.map(sourceRow), coverage: reconciler.coverageLine };
  };
  for (const path of ['/sources', '/sources.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'Sources that match, those that tell of most incidents first; no private person',
          querystring: SourceParams,
          response: { 200: ref(SourcePage) },
        },
      },
      async ({ query: { limit, cursor, ...query } }): Promise<SourcePage> => {
        const size = pageSize(limit);
        const digest = queryDigest({ ...query, sources: true });
        const { all, coverage } = await listed(query);
        const after = cursor === undefined ? null : String(decodeCursor(cursor, digest, 1).after[0]);
        const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
        const rows = all.slice(start, start + size);
        const next =
          start + size < all.length ? encodeCursor({ seq: 0, after: [rows.at(-1)!.id] }, digest) : null;
        return { rows, next, total: all.length, coverage };
      },
    );
  }
  app.get(
    '/sources.csv',
    { schema: { summary: 'All sources that match, as CSV', querystring: AllSourceParams, response: CSV } },
    async ({ query }, reply) => {
      const { all, coverage } = await listed(query);
      return sendCsv(
        reply,
        'sources',
        csvLines(
          COLUMNS,
          all.map((row) => ({ ...row, coverage })),
        ),
      );
    },
  );
  app.get(
    '/sources/:name',
    {
      schema: {
        summary:
          'One source: what it told of each incident, first, alone, and who told it later or otherwise',
        params: SourceName,
        querystring: SourceState,
        response: { 200: ref(SourceDetail) },
      },
    },
    async ({ params: { name }, query: { asOf, publishedBy } }): Promise<SourceDetail> =>
      (await live.at(readOptions({ asOf }).asOf)).source(name, { asOf: publishedBy }),
  );
}
