/** The workbench built anew and served from a ledger, for the browser tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { type Ledger, openLedger, type Recordable } from '../../src/5-ledger/index.ts';
import { makeServer, type ServerOptions } from '../../src/7-publish/api/server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Workbench {
  address: string;
  ledger: Ledger;
  /** Folder of the built workbench, for serving another ledger with it. */
  web: string;
  close(): Promise<void>;
}

/** @param web a workbench built before; without one it is built anew */
export async function openWorkbench(
  items: readonly Recordable[],
  options: Partial<ServerOptions> = {},
  built?: string,
): Promise<Workbench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-web-'));
  const web = built ?? path.join(folder, 'web');
  const [ledger] = await Promise.all([
    openLedger(path.join(folder, 'ledger')),
    built === undefined &&
      build({ root: path.join(ROOT, 'web'), logLevel: 'error', build: { outDir: web, emptyOutDir: true } }),
  ]);
  await ledger.record(items);
  const app = await makeServer({ ledger, web, ...options });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    ledger,
    web,
    async close() {
      await app.close();
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
