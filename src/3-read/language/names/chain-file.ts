/**
 * The file of the chains that label names: "RPCH", header length (u32), header as JSON, padding to 16 bytes; then for each
 * chain its keys (u32, rising), how many entries each key has (u8), the entries' labels (u8) and weights (i8, in sixteenths),
 * and the transitions (i8, [labels, labels]), each padded to 16 bytes.
 */

export interface ChainWeights {
  name: string;
  types: readonly string[];
  /** Features by their hash. */
  keys: Uint32Array;
  counts: Uint8Array;
  labels: Uint8Array;
  values: Int8Array;
  /** transitions[a * labels + b] */
  transitions: Int8Array;
}

/** What a weight of 1 is worth. */
export const WEIGHT_UNIT = 16;

const MAGIC = 0x48435052; // "RPCH"
const aligned = (n: number) => (n + 15) & ~15;

interface Entry {
  name: string;
  types: readonly string[];
  keys: number;
  entries: number;
  transitions: number;
}

export function writeChains(chains: readonly ChainWeights[]): Uint8Array {
  const header: Entry[] = chains.map(({ name, types, keys, values, transitions }) => ({
    name,
    types,
    keys: keys.length,
    entries: values.length,
    transitions: transitions.length,
  }));
  const json = new TextEncoder().encode(JSON.stringify(header));
  const parts: Uint8Array[] = [new Uint8Array(aligned(8 + json.length))];
  const view = new DataView(parts[0]!.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  parts[0]!.set(json, 8);
  for (const { keys, counts, labels, values, transitions } of chains) {
    const bytes = new Uint8Array(keys.length * 4);
    const at = new DataView(bytes.buffer);
    for (const [i, key] of keys.entries()) at.setUint32(i * 4, key, true);
    for (const part of [bytes, counts, labels, values, transitions]) {
      const padded = new Uint8Array(aligned(part.byteLength));
      padded.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
      parts.push(padded);
    }
  }
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of parts) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}

/** Reads the chains; throws a plain Error where the bytes are none (the engine makes it a coded error). */
export function readChains(bytes: Uint8Array): ChainWeights[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a file of name chains');
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.slice(8, 8 + length))) as Entry[];
  let at = aligned(8 + length);
  const take = (size: number): Uint8Array => {
    if (at + size > bytes.byteLength) throw new Error('the file of name chains ends too soon');
    const part = bytes.slice(at, at + size);
    at += aligned(size);
    return part;
  };
  const signed = (part: Uint8Array) => new Int8Array(part.buffer, part.byteOffset, part.byteLength);
  return header.map(({ name, types, keys: count, entries, transitions }) => {
    const raw = take(count * 4);
    const numbers = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    const keys = Uint32Array.from({ length: count }, (_, i) => numbers.getUint32(i * 4, true));
    return {
      name,
      types,
      keys,
      counts: take(count),
      labels: take(entries),
      values: signed(take(entries)),
      transitions: signed(take(transitions)),
    };
  });
}
