/** Bytes to documents: one, or each that a table, an archive or a mail holds. Every importer ends here. */
import { ReportedlyError } from '../errors.ts';
import type { Document } from '../records/index.ts';
import { openPdf } from './formats/pdf/open-pdf.ts';
import type { AcquireContext, Acquired } from './importer.ts';
import { tooLarge } from './limits.ts';
import { acquired, makeDocument, type Origin } from './make-document.ts';
import { type ByteSource, bytesSource, wholeOf } from './unpack/byte-source.ts';
import { gunzipped, isGzip } from './unpack/gunzip.ts';
import type { Part } from './unpack/unpacker.ts';
import { UNPACKERS } from './unpack/unpackers.ts';

/** Containers within containers are opened this deep; deeper ones are documents as they are. */
const MAX_DEPTH = 3;

/** `again` is what to ask for to have it once more, null for what came once. */
export async function* documentsOf(
  given: ByteSource,
  origin: Origin,
  context: AcquireContext,
  again: string | null,
  depth = 0,
): AsyncGenerator<Acquired> {
  const declared = origin.declared?.mediaType ?? null;
  let source = given;
  const input = origin.location;
  const sourced = (item: Acquired): Acquired => (again === item.input ? item : { ...item, source: again });
  try {
    if (isGzip(source) && origin.how !== 'paste') source = await gunzipped(source);
    const unpacker =
      origin.how === 'paste' || depth > MAX_DEPTH
        ? undefined
        : UNPACKERS.find((each) => each.takes(source, declared, context));
    if (!unpacker) {
      yield sourced(await acquired(input, () => oneDocument(source, origin, context)));
      return;
    }
    let parts = 0;
    for await (const part of unpacker.unpack(source, context)) {
      parts++;
      yield* partDocuments(part, origin, context, again, depth);
    }
    if (parts === 0) {
      const type = `${unpacker.name} with nothing in it to read`;
      throw new ReportedlyError('container-empty', { input, type });
    }
  } catch (error) {
    if (!(error instanceof ReportedlyError)) throw error;
    yield sourced({ ok: false, input, error });
  }
}

/** What holds no others. */
async function oneDocument(source: ByteSource, origin: Origin, context: AcquireContext): Promise<Document> {
  const { size, name } = source;
  if (size !== null && size > context.maxBytes) throw tooLarge(origin.location, size, context.maxBytes);
  const bytes = await wholeOf(source, context.maxBytes);
  return checked(makeDocument(bytes, { ...origin, name: origin.name || origin.finalUrl || name }, context));
}

async function* partDocuments(
  part: Part,
  container: Origin,
  context: AcquireContext,
  again: string | null,
  depth: number,
): AsyncGenerator<Acquired> {
  const { location: whole } = container;
  const location = part.part === '' ? whole : `${whole}${whole.includes('#') ? ',' : '#'}${part.part}`;
  if (!part.ok) {
    yield { ok: false, input: location, source: again, error: part.error };
    return;
  }
  const { bytes, given, part: _, ok: __, mayHold, ...facts } = part;
  const origin: Origin = { how: container.how, location, ...facts };
  // What stands in an archive was put there on purpose: what cannot be read of it is kept for people.
  const within = { ...context, anyType: true, given: { ...context.given, ...given } };
  if (mayHold) {
    const source = bytesSource(part.name || location, bytes);
    yield* documentsOf(source, origin, within, again, depth + 1);
    return;
  }
  const item = await acquired(location, async () => {
    if (bytes.length > context.maxBytes) throw tooLarge(location, bytes.length, context.maxBytes);
    return checked(makeDocument(bytes, origin, within));
  });
  yield { ...item, source: again };
}

/** A PDF that cannot be opened is told now, and not when it is read: another copy may do. */
async function checked(document: Document): Promise<Document> {
  if (document.mediaType === 'application/pdf') {
    const pdf = await openPdf(document.bytes, document.provenance.location);
    await pdf.destroy();
  }
  return document;
}
