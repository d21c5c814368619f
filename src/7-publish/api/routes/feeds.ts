/** Any search as an Atom or JSON feed: the address of a list with another ending. */

import type { ClaimRow, Ledger } from '../../../5-ledger/index.ts';
import { caption } from '../../words/caption.ts';
import { type ApiContext, exportSource } from '../context.ts';
import { claimsFeed, type FeedForm } from '../feeds/claims-feed.ts';
import { claimFilter, FeedParams } from '../schemas/claim-query.ts';
import { fileOf } from '../schemas/files.ts';
import type { Api } from '../server.ts';

const ITEMS = 50;

const FORMS: [form: FeedForm, ending: string, mediaType: string][] = [
  ['atom', 'atom', 'application/atom+xml'],
  ['json', 'feed', 'application/feed+json'],
];

export function feedRoutes(app: Api, context: ApiContext): void {
  const { ledger, origin, now } = context;
  for (const [form, ending, mediaType] of FORMS) {
    app.get(
      `/claims.${ending}`,
      {
        schema: {
          summary: `The newest claims that match, as ${form === 'atom' ? 'an Atom' : 'a JSON'} feed`,
          description: 'Feed readers may send a token as the password of Basic.',
          querystring: FeedParams,
          response: { 200: fileOf(mediaType, 'at most 50 claims, newest first') },
        },
      },
      async (request, reply) => {
        const query = claimFilter(request.query);
        const { rows } = await ledger.claims({ ...query, sort: 'recorded', descending: true, limit: ITEMS });
        const body = claimsFeed(
          {
            claims: await withTimes(ledger, await covered(rows, context)),
            caption: caption(await ledger.coverage(), now().toISOString()),
            query: request.url.split('?')[1] ?? '',
            origin: origin(request),
            ledger: ledger.id,
          },
          form,
        );
        return reply.type(`${mediaType}; charset=utf-8`).serializer(String).send(body);
      },
    );
  }
}

/** A feed goes to whoever has its address: private persons are covered in it. */
async function covered(rows: readonly ClaimRow[], context: ApiContext): Promise<ClaimRow[]> {
  const { masks } = await exportSource(context, {});
  return Promise.all(rows.map((row) => masks.row(row)));
}

/** When each document came in. */
async function withTimes(ledger: Ledger, rows: readonly ClaimRow[]) {
  const times = new Map<string, string>();
  for (const { document } of rows) {
    if (!times.has(document)) times.set(document, (await ledger.document(document))?.row.recorded ?? '');
  }
  return rows.map((row) => ({ row, recorded: times.get(row.document)! }));
}
