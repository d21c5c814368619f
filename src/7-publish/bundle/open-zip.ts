/** Opens a ZIP that may be anybody's: nothing is unpacked, nothing may swell, no name leads anywhere. */
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { ReportedlyError } from '../../errors.ts';
import { ENTRY_NAME } from './format.ts';

export const MOST_ENTRIES = 200_000;
const STORED = 0;

export interface OpenZip {
  /** In the order of the directory. */
  entries: readonly yauzl.Entry[];
  read(entry: yauzl.Entry): Promise<Readable>;
  close(): void;
}

/** Throws `bundle-refused` where it is no bundle, whatever else it may be. */
export async function openZip(file: string): Promise<OpenZip> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new ReportedlyError('bundle-refused', { input: file, reason }, { cause });
  };
  let zip: yauzl.ZipFile;
  try {
    zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
      yauzl.open(file, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, opened) =>
        error ? reject(error) : resolve(opened!),
      );
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new ReportedlyError('input-not-found', { input: file });
    return refuse(`it cannot be opened as a ZIP: ${message}`, error);
  }
  try {
    if (zip.entryCount > MOST_ENTRIES) refuse(`it says that it has ${zip.entryCount} entries`);
    const entries = await entriesOf(zip);
    const names = new Set<string>();
    for (const { fileName, compressionMethod, compressedSize, uncompressedSize } of entries) {
      const name = JSON.stringify(fileName.slice(0, 100));
      if (!ENTRY_NAME.test(fileName))
        refuse(`it has an entry of the name ${name}, which bundles do not have`);
      if (names.has(fileName)) refuse(`it has two entries of the name ${name}`);
      if (compressionMethod !== STORED || compressedSize !== uncompressedSize)
        refuse(`the entry ${name} is compressed, which those of bundles are not`);
      names.add(fileName);
    }
    return { entries, read: (entry) => readEntry(zip, entry), close: () => zip.close() };
  } catch (error) {
    zip.close();
    if (error instanceof ReportedlyError) throw error;
    return refuse(`its directory cannot be read: ${(error as Error).message}`, error);
  }
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once('error', reject);
    zip.once('end', () => resolve(entries));
    zip.readEntry();
  });
}

function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
