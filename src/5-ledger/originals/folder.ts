/** Originals as files: `originals/ab/abcdef…`, the name being the sha256 in hex. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ReportedlyError } from '../../errors.ts';
import { syncFolder, writeDurably } from './durable.ts';
import { asFileError } from './file-errors.ts';
import type { Original, Originals } from './originals.ts';

const NAME = /^sha256:([0-9a-f]{64})$/;

export class OriginalsFolder implements Originals {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async keep(items: readonly Original[]): Promise<void> {
    try {
      const touched = new Set<string>();
      for (const { sha256, bytes } of items) {
        const file = this.fileOf(sha256);
        if (existsSync(file)) continue;
        const folder = path.dirname(file);
        if (mkdirSync(folder, { recursive: true, mode: 0o700 })) touched.add(this.folder);
        writeDurably(file, bytes);
        touched.add(folder);
      }
      for (const folder of touched) syncFolder(folder);
    } catch (error) {
      throw asFileError(error, this.folder);
    }
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
