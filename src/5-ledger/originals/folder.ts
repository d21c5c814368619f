/** Originals as files: `originals/ab/abcdef…`, the name being the sha256 in hex. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ReportedlyError } from '../../errors.ts';
import { syncFolder, writeDurably } from './durable.ts';
import { asFileError } from './file-errors.ts';
import type { Original, Originals } from './originals.ts';

const FILES_AT_ONCE = 8;
const NAME = /^sha256:([0-9a-f]{64})$/;

export class OriginalsFolder implements Originals {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async keep(items: readonly Original[]): Promise<void> {
    const wanted = new Map(items.map((item) => [item.sha256, item]));
    const waiting = [...wanted.values()];
    const touched = new Set<string>();
    const work = async () => {
      for (let item = waiting.pop(); item; item = waiting.pop()) await this.#keepOne(item, touched);
    };
    // Forcing to disk is mostly waiting, so several files wait together.
    const results = await Promise.allSettled(Array.from({ length: FILES_AT_ONCE }, work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw asFileError(failed.reason, this.folder);
    try {
      for (const folder of touched) syncFolder(folder);
    } catch (error) {
      throw asFileError(error, this.folder);
    }
  }

  async #keepOne({ sha256, bytes }: Original, touched: Set<string>): Promise<void> {
    const file = this.fileOf(sha256);
    if (existsSync(file)) return;
    const folder = path.dirname(file);
    if (mkdirSync(folder, { recursive: true, mode: 0o700 })) touched.add(this.folder);
    await writeDurably(file, bytes);
    touched.add(folder);
  }

  async get(sha256: string): Promise<Uint8Array | null> {
    try {
      return readFileSync(this.fileOf(sha256));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw asFileError(error, this.folder);
    }
  }

  async *names(): AsyncIterable<string> {
    if (!existsSync(this.folder)) return;
    for (const part of readdirSync(this.folder).sort()) {
      if (!/^[0-9a-f]{2}$/.test(part)) continue;
      for (const name of readdirSync(path.join(this.folder, part)).sort()) {
        if (NAME.test(`sha256:${name}`)) yield `sha256:${name}`;
      }
    }
  }

  async remove(sha256s: readonly string[]): Promise<void> {
    try {
      for (const sha256 of sha256s) {
        const file = this.fileOf(sha256);
        rmSync(file, { force: true });
        if (existsSync(path.dirname(file))) syncFolder(path.dirname(file));
      }
    } catch (error) {
      throw asFileError(error, this.folder);
    }
  }

  /** The path of an original; names come from rows that anybody may have edited, so they are checked. */
  fileOf(sha256: string): string {
    const hex = NAME.exec(sha256)?.[1];
    if (!hex) throw new ReportedlyError('not-in-ledger', { what: 'original', id: sha256 });
    return path.join(this.folder, hex.slice(0, 2), hex);
  }
}
