/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes
 * them. One difference: a lone surrogate, which RFC 8785 refuses, is written as its escape (`\ud800`), because hostile
 * text must be recordable. Members that are `undefined` are left out; anything else JSON cannot hold throws a TypeError.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Record<string, unknown>);
    default:
      throw new TypeError(`a ${typeof value} has no JSON form`);
  }
}

/** What JSON writes as an escape, or may: the rest stands as it is, and most strings have nothing else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON escapes
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

const quoted = (text: string) => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

function canonicalArray(items: readonly unknown[]): string {
  let json = '[';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) json += ',';
    json += canonicalJson(items[i]);
  }
  return json + ']';
}

function canonicalObject(object: Record<string, unknown>): string {
  const { sorted, quoted } = orderOf(Object.keys(object));
  let json = '{';
  for (let i = 0; i < sorted.length; i++) {
    const member = object[sorted[i]!];
    if (member === undefined) continue;
    if (json.length > 1) json += ',';
    json += quoted[i]! + canonicalJson(member);
  }
  return json + '}';
}

/** The keys of an object as they come, in order, and as they are written in that order. */
interface KeyOrder {
  keys: readonly string[];
  sorted: readonly string[];
  quoted: readonly string[];
}

/** By the first key. The keys of our records come back for every claim; strangers' keys must not fill the memory. */
const ORDERS = new Map<string, KeyOrder[]>();
const FIRST_KEYS_KEPT = 100;
const KEPT_OF_EACH = 10;
const LONGEST_KEPT = 64;

function orderOf(keys: string[]): KeyOrder {
  const first = keys[0] ?? '';
  const known = ORDERS.get(first);
  // Few kinds of object begin with the same key, and comparing a key with itself costs nothing.
  const found = known?.find((order) => sameKeys(order.keys, keys));
  if (found) return found;
  const sorted = [...keys].sort();
  const made = { keys, sorted, quoted: sorted.map((key) => `${JSON.stringify(key)}:`) };
  if (keys.length > LONGEST_KEPT || keys.some((key) => key.length > LONGEST_KEPT)) return made;
  if (known && known.length < KEPT_OF_EACH) known.push(made);
  else if (!known && ORDERS.size < FIRST_KEYS_KEPT) ORDERS.set(first, [made]);
  return made;
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
