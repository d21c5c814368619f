/** What the routes work with, and how rows are marked on their way out. */
import type { FastifyRequest } from 'fastify';
import type { ClaimRow, DocumentRow, Ledger, StandingClaim } from '../../5-ledger/index.ts';
import type { LiveReconciler } from '../../6-reconcile/index.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Divisions } from '../exports/gate/points.ts';
import { type ExportOptions, type ExportSource, openSource } from '../exports/source.ts';
import type { ExportTables } from '../exports/tables.ts';
import type { Events } from './jobs/events.ts';
import type { Jobs } from './jobs/jobs.ts';
import type * as api from './schemas/claims.ts';
import type { DocumentItem } from './schemas/documents.ts';

export interface ApiContext {
  ledger: Ledger;
  /** Incidents of the ledger, kept up to date when asked. */
  reconciler: LiveReconciler;
  /** sha256 of the reports that were written for the demonstration. */
  examples: ReadonlySet<string>;
  now: () => Date;
  jobs: Jobs;
  events: Events;
  /** Null where none are needed: on this machine only. */
  accounts: Accounts | null;
  /** Where whoever asks has the server. */
  origin: (request: FastifyRequest) => string;
  /** Code lists of the export formats. */
  tables: ExportTables;
  divisions?: Divisions | undefined;
}

/** The ledger through the gates of export. */
export const exportSource = (context: ApiContext, options: ExportOptions): Promise<ExportSource> =>
  openSource(
    {
      ledger: context.ledger,
      reconciler: () => context.reconciler.at(options.asOf),
      tables: context.tables,
      divisions: context.divisions,
      now: context.now(),
    },
    options,
  );

export const claimItem = <T extends ClaimRow>(row: T, { examples }: ApiContext) => ({
  ...row,
  example: examples.has(row.document),
});

export const documentItem = (row: DocumentRow, { examples }: ApiContext): DocumentItem => ({
  ...row,
  example: examples.has(row.sha256),
});

export const standingItem = (standing: StandingClaim, context: ApiContext): api.StandingClaim => ({
  ...standing,
  row: claimItem(standing.row, context),
});
