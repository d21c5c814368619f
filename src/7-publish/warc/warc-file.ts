/** The documents of a ledger as a web archive: the bytes as they came, with their addresses, times and headers. */
import { WARCRecord, WARCSerializer } from 'warcio';
import { PACKAGE_VERSION } from '../../package.ts';
import type { DocumentRecord } from '../../records/index.ts';

const MORE = { gzip: true } as const;
/** Headers that no longer fit: the bytes are kept as they were unpacked. */
const UNPACKED = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

/** What stands at the beginning of an archive, packed. */
export function warcInfo(filename: string, at: Date): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    { filename, date: timeOf(at.toISOString()), warcVersion: 'WARC/1.1' },
    { software: `reportedly/${PACKAGE_VERSION}`, format: 'WARC File Format 1.1' },
  );
  return WARCSerializer.serialize(record, MORE);
}

/** One document as a packed record: a response where a server answered with it, else a resource. */
export function warcRecord(document: DocumentRecord, bytes: Uint8Array): Promise<Uint8Array> {
  const { provenance, mediaType, charset, given, sha256 } = document;
  const url = provenance.finalUrl ?? given.url ?? `urn:${sha256}`;
  const type = charset ? `${mediaType}; charset=${charset}` : mediaType;
  const about = {
    url,
    date: timeOf(provenance.fetched),
    warcVersion: 'WARC/1.1' as const,
    warcHeaders: { 'Content-Type': type },
  };
  const body = [bytes];
  if (provenance.status === null) {
    return WARCSerializer.serialize(WARCRecord.create({ ...about, type: 'resource' }, body), MORE);
  }
  const headers = Object.entries(provenance.headers).filter(
    ([name]) => !UNPACKED.has(name) && !name.startsWith('warc-'),
  );
  const record = WARCRecord.create(
    {
      ...about,
      type: 'response',
      statusline: `HTTP/1.1 ${provenance.status} ${provenance.status === 200 ? 'OK' : ''}`.trim(),
      httpHeaders: { ...Object.fromEntries(headers), 'content-length': String(bytes.length) },
      warcHeaders: { 'Content-Type': 'application/http; msgtype=response' },
    },
    body,
  );
  return WARCSerializer.serialize(record, MORE);
}

/** WARC 1.1 takes fractions of a second; readers of 1.0 do not. */
const timeOf = (iso: string) => iso.replace(/\.\d+Z$/, 'Z');
