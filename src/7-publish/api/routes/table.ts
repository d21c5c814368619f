/** The table of figures, as JSON, CSV, HXL and XLSX. `by` clashes with the filter for who acts, which is left out here. */
import { fileName } from '../../exports/source.ts';
import { tableCsv, tableXlsx } from '../../exports/table/files.ts';
import { makeTable } from '../../exports/table/table.ts';
import { type ApiContext, exportSource } from '../context.ts';
import { claimFilter } from '../schemas/claim-query.ts';
import { readOptions, ref } from '../schemas/common.ts';
import { CSV, fileOf } from '../schemas/files.ts';
import { FigureTable, TableParams } from '../schemas/table.ts';
import type { Api } from '../server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function tableRoutes(app: Api, context: ApiContext): void {
  const make = async (query: TableParams) => {
    const { by, what, incident, unreviewed, internal, delay, enemyDead, ...filter } = query;
    const source = await exportSource(context, {
      ...readOptions(query),
      filter: claimFilter(filter),
      incidents: incident,
      delayHours: delay,
      ...{ unreviewed, internal, enemyDead },
    });
    const table = await makeTable(
      source,
      by ?? ['admin1', 'week'],
      what ?? ['killed', 'wounded', 'displaced'],
    );
    return { source, table };
  };
  for (const path of ['/table', '/table.json']) {
    app.get(
      path,
      {
        schema: {
          summary:
            'Figures by place and time: low to high over distinct incidents, with who stands behind them',
          querystring: TableParams,
          response: { 200: ref(FigureTable) },
        },
      },
      async ({ query }): Promise<FigureTable> => (await make(query)).table,
    );
  }
  for (const [path, hxl] of [
    ['/table.csv', false],
    ['/table.hxl', true],
  ] as const) {
    app.get(
      path,
      {
        schema: {
          summary: hxl ? 'The same as CSV with HXL hashtags' : 'The same as CSV',
          querystring: TableParams,
          response: CSV,
        },
      },
      async ({ query }, reply) => {
        const { source, table } = await make(query);
        return reply
          .type('text/csv; charset=utf-8; header=present')
          .header(
            'content-disposition',
            `attachment; filename="${fileName(source, hxl ? 'table-hxl' : 'table', 'csv')}"`,
          )
          .send(tableCsv(table, hxl));
      },
    );
  }
  app.get(
    '/table.xlsx',
    {
      schema: {
        summary: 'The same as a workbook',
        querystring: TableParams,
        response: { 200: fileOf(XLSX, 'a workbook') },
      },
    },
    async ({ query }, reply) => {
      const { source, table } = await make(query);
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="${fileName(source, 'table', 'xlsx')}"`)
        .send(await tableXlsx(table));
    },
  );
}
