/** Files, and folders with all that is in them. */
import { constants } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ReportedlyError } from '../../errors.ts';
import { documentsOf } from '../documents-of.ts';
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { findListing } from '../listings/find-listing.ts';
import { followListing } from '../listings/follow-listing.ts';
import { bytesSource, fileSource, wholeOf } from '../unpack/byte-source.ts';

export const fromPath: Importer = {
  name: 'file or folder',
  takes: (input) => typeof input === 'string',
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input !== 'string') return;
    const facts = await orFailure(input, () => stat(input));
    if (facts instanceof ReportedlyError) {
      yield { ok: false, input, error: facts };
      return;
    }
    if (!facts.isDirectory()) {
      yield* fileDocuments(input, context);
      return;
    }
    let found = 0;
    for await (const item of folderDocuments(input, context)) {
      found++;
      yield item;
    }
    if (found === 0) yield { ok: false, input, error: new ReportedlyError('folder-empty', { input }) };
  },
};

/** Sorted by code unit, so that every machine and language reads a folder in the same order. Hidden names are passed over. */
async function* folderDocuments(folder: string, context: AcquireContext): AsyncGenerator<Acquired> {
  const names = await orFailure(folder, () => readdir(folder));
  if (names instanceof ReportedlyError) {
    yield { ok: false, input: folder, error: names };
    return;
  }
  const all = new Set(names);
  for (const name of names.sort()) {
    const file = path.join(folder, name);
    const passed = passReason(name, all);
    if (passed !== null) {
      context.passedOver(file, passed);
      continue;
    }
    // lstat: a link to a folder may lead round in a circle, and out of what was meant, so it is not followed.
    const facts = await orFailure(file, () => lstat(file));
    if (facts instanceof ReportedlyError) yield { ok: false, input: file, error: facts };
    else if (facts.isDirectory()) yield* folderDocuments(file, context);
    else yield* fileDocuments(file, context);
  }
}

/** Names that browsers give the folder beside a saved page, in their languages. */
const PAGE_FOLDER =
  /^(.+?)(?:[_.-]files|[_.-]fichiers|[_.-]dateien|[_.-]archivos|[_.-]ficheros|[_.-]arquivos|[_.-]bestanden|[_.-]pliki|[_.-]soubory|_elemei)$/i;
/** What systems and programs leave behind. */
const LEFTOVERS = /^(?:thumbs\.db|desktop\.ini|__macosx|node_modules|~\$.*)$/i;

/** Why a name in a folder is passed over, or null. */
function passReason(name: string, beside: ReadonlySet<string>): string | null {
  if (name.startsWith('.')) return 'hidden files';
  if (LEFTOVERS.test(name)) return 'leftovers of programs';
  const page = PAGE_FOLDER.exec(name)?.[1];
  if (page === undefined) return null;
  const saved = ['.html', '.htm', '.xhtml', '.HTML', '.HTM'].some((ending) => beside.has(page + ending));
  return saved ? 'folders with the pictures and scripts of a saved page' : null;
}

/** A file is a document, holds documents, or lists addresses of documents. */
async function* fileDocuments(file: string, context: AcquireContext): AsyncGenerator<Acquired> {
  try {
    const size = await regularSize(file);
    if (size === 0) throw new ReportedlyError('input-empty', { input: file });
    let source = await fileSource(file, size);
    if (size <= context.maxBytes) {
      const bytes = await wholeOf(source, context.maxBytes);
      const listing = findListing(bytes, null, null, { maxBytes: context.maxBytes, input: file });
      if (listing) {
        yield* followListing(listing, { input: file, address: null }, context);
        return;
      }
      source = bytesSource(file, bytes);
    }
    yield* documentsOf(source, { how: 'file', location: file }, context, file);
  } catch (error) {
    const coded = pathError(file, error);
    if (!(coded instanceof ReportedlyError)) throw coded;
    yield { ok: false, input: file, error: coded };
  }
}

/** The size of a regular file; anything else is refused. */
async function regularSize(file: string): Promise<number> {
  // Not blocking: opening a named pipe would else wait for a writer that may never come.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const facts = await handle.stat();
    if (facts.isDirectory()) throw unreadable(file, 'it is a link to a folder');
    if (!facts.isFile()) throw unreadable(file, 'it is no regular file; pipe it in with -');
    return facts.size;
  } finally {
    await handle.close();
  }
}

async function orFailure<T>(input: string, work: () => Promise<T>): Promise<T | ReportedlyError> {
  try {
    return await work();
  } catch (error) {
    const coded = pathError(input, error);
    if (coded instanceof ReportedlyError) return coded;
    throw coded;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  EBUSY: 'it is in use',
  ELOOP: 'its links lead round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk failed',
  ERR_INVALID_ARG_VALUE: 'its name holds a zero character',
};

/** The coded form of a system error; anything else is a bug and goes on as it is. */
function pathError(input: string, error: unknown): unknown {
  if (error instanceof ReportedlyError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const kind = code === 'ENOENT' || code === 'ENOTDIR' ? 'input-not-found' : 'input-unreadable';
  return new ReportedlyError(kind, { input, reason: REASONS[code] ?? code }, { cause: error });
}

function unreadable(input: string, reason: string): ReportedlyError {
  return new ReportedlyError('input-unreadable', { input, reason });
}
