/** WACZ: web archives packed as a ZIP, with a list of which addresses are pages. */
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import { readUpTo } from '../../limits.ts';
import { type ByteSource, streamSource, wholeOf } from '../byte-source.ts';
import { gunzipped, isGzip } from '../gunzip.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { recordsOf } from './warc.ts';

export const wacz: Unpacker = {
  name: 'a web archive (WACZ)',
  takes: ({ head, name }) =>
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    (/\.wacz$/i.test(name) || Buffer.from(head).includes('datapackage.json')),
  unpack: partsOf,
};

const LIMITS = { entries: 20_000, pagesBytes: 50_000_000 };

async function* partsOf(source: ByteSource, context: AcquireContext): AsyncGenerator<Part> {
  const zip = await openZip(source, context);
  try {
    const entries = await entriesOf(zip, source);
    const pages = await pagesOf(zip, entries, source);
    const wanted = (address: string) => pages.size === 0 || pages.has(address);
    const archives = entries.filter(({ fileName }) => /^archive\/.*\.warc(?:\.gz)?$/i.test(fileName));
    for (const entry of archives) {
      let inner = await streamSource(`${source.name}#${entry.fileName}`, await readEntry(zip, entry));
      if (isGzip(inner)) inner = await gunzipped(inner);
      for await (const part of recordsOf(inner, context, wanted)) {
        yield { ...part, part: `${entry.fileName},${part.part}` };
      }
    }
  } catch (error) {
    if (error instanceof ReportedlyError || !(error instanceof Error)) throw error;
    throw broken(source, error);
  } finally {
    zip.close();
  }
}

async function openZip(source: ByteSource, context: AcquireContext): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  try {
    if (source.path !== null) {
      return await promisify<string, typeof options, ZipFile>(yauzl.open)(source.path, options);
    }
    const bytes = Buffer.from(await wholeOf(source, context.maxBytes));
    return await promisify<Buffer, typeof options, ZipFile>(yauzl.fromBuffer)(bytes, options);
  } catch (error) {
    throw error instanceof ReportedlyError ? error : broken(source, error as Error);
  }
}

/** In the order of their names, so that an archive reads the same however it was packed. */
function entriesOf(zip: ZipFile, source: ByteSource): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (entries.push(entry) > LIMITS.entries) reject(broken(source, new Error('it has too many files')));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1))));
    zip.on('error', (error) => reject(broken(source, error)));
    zip.readEntry();
  });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  const open = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip) as never);
  return (await open(entry)) as AsyncIterable<Uint8Array>;
}

/** Addresses that the archive lists as pages; empty where it lists none. */
async function pagesOf(zip: ZipFile, entries: readonly Entry[], source: ByteSource): Promise<Set<string>> {
  const pages = new Set<string>();
  for (const entry of entries.filter(({ fileName }) => /^pages\/\w+\.jsonl$/i.test(fileName))) {
    const bytes = await readUpTo(await readEntry(zip, entry), LIMITS.pagesBytes, source.name);
    for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
      const url = addressIn(line);
      if (url !== null) pages.add(url);
    }
  }
  return pages;
}

function addressIn(line: string): string | null {
  try {
    const { url } = JSON.parse(line) as { url?: unknown };
    return typeof url === 'string' ? url : null;
  } catch {
    // A line that is cut or blank lists no page.
    return null;
  }
}

function broken({ name }: ByteSource, error: Error): ReportedlyError {
  return new ReportedlyError(
    'container-broken',
    { input: name, reason: error.message.slice(0, 200) },
    { cause: error },
  );
}
