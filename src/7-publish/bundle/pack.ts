/** Writes a bundle: the same state gives the same bytes. */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { Ledger } from '../../5-ledger/index.ts';
import { genesisHash } from '../../5-ledger/statements/hash-chain.ts';
import { ReportedlyError } from '../../errors.ts';
import { PACKAGE_VERSION } from '../../package.ts';
import { bundledClaim, type Chosen, disclosed, documentsOf } from './contents.ts';
import {
  BUNDLE_FORMAT,
  CLAIMS,
  ENTRY_OPTIONS,
  MANIFEST,
  type Manifest,
  ORIGINALS,
  README,
  STATEMENTS,
  TEXTS,
} from './format.ts';
import { readme } from './readme.ts';

export interface PackOptions {
  /** Name of a release: its state. Default: now. */
  release?: string | undefined;
  /** Name of a release: only what was said after it. */
  since?: string | undefined;
  /** Only what concerns these documents. */
  documents?: readonly string[] | undefined;
}

/** Writes it to a file that must not be there; gives back its manifest. */
export async function packTo(ledger: Ledger, file: string, options: PackOptions = {}): Promise<Manifest> {
  const target = path.resolve(file);
  if (existsSync(target)) throw new ReportedlyError('output-exists', { output: target });
  const partial = `${target}.partial`;
  try {
    const { stream, manifest } = await pack(ledger, options);
    await pipeline(stream, createWriteStream(partial, { mode: 0o600 }));
    renameSync(partial, target);
    return await manifest;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** The bytes as they are made, and what the manifest says once they are. */
export async function pack(
  ledger: Ledger,
  { release, since, documents }: PackOptions,
): Promise<{ stream: NodeJS.ReadableStream; manifest: Promise<Manifest> }> {
  const { before, until } = await stretch(ledger, release, since);
  const chosen: Chosen = { documents: documents ? new Set(documents) : null, until: until.seq };
  for (const one of documents ?? []) {
    if (!(await ledger.document(one))) throw new ReportedlyError('document-not-found', { document: one });
  }
  const { claims, reviewed } = await ledger.coverage({ asOf: until.seq });
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    ledger: ledger.id,
    program: `reportedly ${PACKAGE_VERSION}`,
    caption: `Claims as reported, ${reviewed} of ${claims} reviewed by a person, as of ${until.at.slice(0, 10)}`,
    release: release ?? null,
    since: since ?? null,
    chain: { before, head: { seq: until.seq, hash: until.hash }, withheld: 0 },
    documents: 0,
    claims: 0,
    files: [],
  };
  const names = await documentsOf(ledger, chosen);
  return new Packing(ledger, chosen, manifest, names).start();
}

interface End {
  seq: number;
  hash: string;
  at: string;
}

async function stretch(
  ledger: Ledger,
  release: string | undefined,
  since: string | undefined,
): Promise<{ before: { seq: number; hash: string }; until: End }> {
  const releases = await ledger.releases();
  const named = (name: string) => {
    const found = releases.find((one) => one.name === name || one.release === name);
    if (!found) throw new ReportedlyError('not-in-ledger', { what: 'release', id: name });
    return found;
  };
  const before = since === undefined ? { seq: 0, hash: genesisHash(ledger.id) } : named(since).state;
  const last = release === undefined ? undefined : named(release).state.seq;
  const head = last ?? (await ledger.log({ limit: 1 })).rows[0]?.seq ?? 0;
  let until: End = { ...before, at: '' };
  for await (const { seq, hash, at } of ledger.statements(Math.max(before.seq, head - 1), head))
    until = { seq, hash, at };
  if (until.seq < before.seq || head < before.seq) {
    throw new ReportedlyError('query-invalid', { reason: `the release ${since} is newer than ${release}` });
  }
  return { before, until };
}

class Packing {
  readonly #zip = new yazl.ZipFile();
  readonly #ledger: Ledger;
  readonly #chosen: Chosen;
  readonly #manifest: Manifest;
  readonly #names: readonly string[];

  constructor(ledger: Ledger, chosen: Chosen, manifest: Manifest, names: readonly string[]) {
    this.#ledger = ledger;
    this.#chosen = chosen;
    this.#manifest = manifest;
    this.#names = names;
  }

  start(): { stream: NodeJS.ReadableStream; manifest: Promise<Manifest> } {
    const manifest = new Promise<Manifest>((resolve, reject) => {
      this.#zip.on('error', reject);
      this.#add(README, () => one(readme(this.#manifest)));
      this.#add(STATEMENTS, () => this.#statements());
      for (const sha256 of this.#names) {
        const hex = sha256.slice('sha256:'.length);
        this.#add(ORIGINALS + hex, () => this.#original(sha256));
        this.#add(`${TEXTS}${hex}.txt`, () => this.#text(sha256));
      }
      this.#add(CLAIMS, () => this.#claims());
      this.#entry(
        MANIFEST,
        async function* (this: Packing) {
          yield Buffer.from(`${JSON.stringify(this.#manifest, null, 1)}\n`);
          resolve(this.#manifest);
        }.bind(this),
      );
      this.#zip.end();
    });
    // Whoever takes the stream hears of it there.
    manifest.catch((error: Error) => (this.#zip.outputStream as Readable).destroy(error));
    return { stream: this.#zip.outputStream, manifest };
  }

  /** An entry that the manifest names; its bytes are made when its turn comes. */
  #add(name: string, bytes: () => AsyncIterable<Buffer>): void {
    this.#entry(
      name,
      async function* (this: Packing) {
        const hash = createHash('sha256');
        let size = 0;
        for await (const piece of bytes()) {
          hash.update(piece);
          size += piece.length;
          yield piece;
        }
        this.#manifest.files.push({ name, size, sha256: hash.digest('hex') });
      }.bind(this),
    );
  }

  #entry(name: string, bytes: () => AsyncIterable<Buffer>): void {
    this.#zip.addReadStreamLazy(name, ENTRY_OPTIONS, (take) => {
      const stream = Readable.from(bytes(), { objectMode: false });
      stream.on('error', (error) => this.#zip.emit('error', error));
      take(null, stream);
    });
  }

  async *#statements(): AsyncIterable<Buffer> {
    const { before, head } = this.#manifest.chain;
    for await (const row of this.#ledger.statements(before.seq, head.seq)) {
      const shown = disclosed(row, this.#chosen);
      if (shown !== row) this.#manifest.chain.withheld++;
      yield Buffer.from(`${JSON.stringify(shown)}\n`);
    }
  }

  async *#original(sha256: string): AsyncIterable<Buffer> {
    const bytes = await this.#ledger.original(sha256);
    this.#manifest.documents++;
    // Erased: an empty entry says so.
    if (bytes) yield Buffer.from(bytes);
  }

  async *#text(sha256: string): AsyncIterable<Buffer> {
    const stored = await this.#ledger.currentReading(sha256, { asOf: this.#chosen.until });
    if (stored) yield Buffer.from(stored.reading.article.text);
  }

  async *#claims(): AsyncIterable<Buffer> {
    for (const sha256 of this.#names) {
      const asOf = this.#chosen.until;
      const text = (await this.#ledger.currentReading(sha256, { asOf }))?.reading.article.text ?? '';
      for (const claim of await this.#ledger.claimsOf(sha256, { asOf })) {
        this.#manifest.claims++;
        yield Buffer.from(`${JSON.stringify(bundledClaim(claim, text))}\n`);
      }
    }
  }
}

async function* one(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text);
}
