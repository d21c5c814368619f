/** The versions of a page, with what changed from each to the next. */
import Type from 'typebox';
import { type SentenceCutter, versionsOf } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { type ApiContext, documentItem } from '../context.ts';
import { AsOf, documentId, readOptions, ref, Sha256 } from '../schemas/common.ts';
import { PageVersions } from '../schemas/versions.ts';
import type { Api } from '../server.ts';

export function versionRoutes(app: Api, context: ApiContext): void {
  const { ledger } = context;
  let cutter: Promise<SentenceCutter> | null = null;
  // Opened when first asked for: the server starts without anything of the engine.
  const openCutter = () => {
    cutter ??= import('../../../engine.ts').then(({ openSentenceCutter }) => openSentenceCutter());
    return cutter;
  };
  app.get(
    '/documents/:sha256/versions',
    {
      schema: {
        summary:
          'All versions of a fetched page, and what changed from each to the next, sentence by sentence',
        params: Type.Object({ sha256: Sha256 }),
        querystring: Type.Object({ asOf: AsOf }, { additionalProperties: false }),
        response: { 200: ref(PageVersions) },
      },
    },
    async ({ params, query }): Promise<PageVersions> => {
      const id = documentId(params.sha256);
      const versions = await versionsOf(ledger, id, await openCutter(), readOptions(query));
      if (versions.length === 0) throw new ReportedlyError('not-in-ledger', { what: 'document', id });
      return {
        versions: versions.map((version) => ({
          ...version,
          document: documentItem(version.document, context),
        })),
      };
    },
  );
}
