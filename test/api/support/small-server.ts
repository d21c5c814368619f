/** A server over a small ledger in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Ledger, openLedger } from '../../../src/5-ledger/index.ts';
import { Accounts } from '../../../src/7-publish/accounts/accounts.ts';
import { ROLES, type Role } from '../../../src/7-publish/accounts/roles.ts';
import { makeServer, type ServerOptions } from '../../../src/7-publish/api/server.ts';
import type { Document, Reading } from '../../../src/records/index.ts';
import { synthetic } from '../../ledger/synthetic.ts';
import { inventedReport } from '../../support/invented-report.ts';

export interface SmallServer {
  folder: string;
  ledger: Ledger;
  app: FastifyInstance;
  /** What stands in the ledger: a claim, a document, words. */
  known: { claim: string; document: string; words: string[] };
  close(): Promise<void>;
}

/** Finds no claim in anything: for tests of what is around reading. */
export const readsNothing = () => ({
  atOnce: 1,
  read: ({ sha256, bytes, given }: Document): Reading => {
    const base = synthetic(1, { claims: 0 }).reading!;
    const text = new TextDecoder().decode(bytes);
    const none = { names: [], parties: [], places: [], times: [], attributions: [], claims: [], notes: [] };
    const article = { ...base.article, text, title: given.title ?? null, furniture: [] };
    return { ...base, ...none, id: sha256, document: sha256, article };
  },
});

export async function smallServer(options: Partial<ServerOptions> = {}, reports = 10): Promise<SmallServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-server-'));
  const ledger = await openLedger(folder);
  const invented = inventedReport();
  await ledger.record([invented, ...Array.from({ length: reports }, (_, i) => synthetic(i + 100))]);
  const app = await makeServer({ ledger, openReader: readsNothing, ...options });
  return {
    folder,
    ledger,
    app,
    known: {
      claim: invented.reading!.claims[1]!.id,
      document: invented.document.sha256,
      words: ['soldiers', 'mill', 'Karsa', 'Northern Front', 'XN', 'en'],
    },
    close: async () => {
      await app.close();
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const PASSWORD = 'a long enough password';

/** Accounts in a folder of their own, one for each role, named like it. */
export async function smallAccounts(origin: string): Promise<{ accounts: Accounts; close(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-accounts-'));
  const accounts = await Accounts.open(folder, { origin });
  for (const role of ROLES) await accounts.add({ name: role, email: mailOf(role), role, password: PASSWORD });
  return {
    accounts,
    close: async () => {
      await accounts.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const mailOf = (role: Role) => `${role}@ledger.example`;
