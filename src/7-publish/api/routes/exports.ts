/** Files that leave the ledger: the same exporters as the command line's, streamed. */
import { Readable } from 'node:stream';
import Type from 'typebox';
import { newTally } from '../../exports/exporter.ts';
import { EXPORTERS, exporterOf } from '../../exports/formats.ts';
import { fileName } from '../../exports/source.ts';
import { type ApiContext, exportSource } from '../context.ts';
import { claimFilter } from '../schemas/claim-query.ts';
import { readOptions } from '../schemas/common.ts';
import { ExportParams } from '../schemas/exports.ts';
import { fileOf } from '../schemas/files.ts';
import type { Api } from '../server.ts';

const Format = Type.Object({ name: Type.String(), says: Type.String(), extension: Type.String() });

export function exportRoutes(app: Api, context: ApiContext): void {
  app.get(
    '/exports',
    { schema: { summary: 'What can be exported', response: { 200: Type.Array(Format) } } },
    async () => EXPORTERS.map(({ name, says, extension }) => ({ name, says, extension })),
  );
  app.get(
    '/exports/:format',
    {
      schema: {
        summary:
          'A file for others: private persons covered, fresh points held back, only what a person reviewed',
        params: Type.Object({ format: Type.String({ maxLength: 40 }) }),
        querystring: ExportParams,
        response: { 200: fileOf('application/octet-stream', "the file; its media type is the format's own") },
      },
    },
    async ({ params: { format }, query }, reply) => {
      const exporter = exporterOf(format);
      const { incident, unreviewed, internal, delay, enemyDead, interNumbers, why, ...filter } = query;
      const source = await exportSource(context, {
        ...readOptions(query),
        filter: claimFilter(filter),
        incidents: incident,
        delayHours: delay,
        ...{ unreviewed, internal, enemyDead, interNumbers, why },
      });
      const name = fileName(source, exporter.name, exporter.extension);
      return reply
        .type(why ? 'text/csv; charset=utf-8; header=present' : exporter.mediaType)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(exporter.pieces(source, newTally())));
    },
  );
}
