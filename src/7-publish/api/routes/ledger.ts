/** The ledger as a whole: what it holds, and whether it is as it was recorded. */
import Type from 'typebox';
import { PACKAGE_VERSION } from '../../../package.ts';
import { caption } from '../../words/caption.ts';
import type { ApiContext } from '../context.ts';
import { AsOf, readOptions, ref } from '../schemas/common.ts';
import { LedgerInfo, Verified } from '../schemas/documents.ts';
import type { Api } from '../server.ts';

export function ledgerRoutes(app: Api, { ledger, now }: ApiContext): void {
  for (const path of ['/ledger', '/ledger.json'])
    app.get(
      path,
      {
        schema: {
          summary: 'What is in this ledger, and how much of it was read',
          querystring: Type.Object({ asOf: AsOf }, { additionalProperties: false }),
          response: { 200: ref(LedgerInfo) },
        },
      },
      async ({ query }): Promise<LedgerInfo> => {
        const coverage = await ledger.coverage(readOptions(query));
        const asOf = query.asOf && !/^\d+$/.test(query.asOf) ? query.asOf : now().toISOString();
        return { id: ledger.id, version: PACKAGE_VERSION, asOf, coverage, caption: caption(coverage, asOf) };
      },
    );
  app.get(
    '/verify',
    {
      schema: { summary: 'Check every hash, original and span', response: { 200: ref(Verified) } },
      config: { rateLimit: { max: 10, timeWindow: 60_000 } },
    },
    (): Promise<Verified> => ledger.verify(),
  );
}
