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
  let json = '{';
  for (const key of sortedKeys(object)) {
    const member = object[key];
    if (member === undefined) continue;
    if (json.length > 1) json += ',';
    json += quotedKey(key) + canonicalJson(member);
  }
  return json + '}';
}

/** Sorted in place by insertion: our objects have few keys, and for these it beats the built-in sort several times. */
function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  if (keys.length > 32) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i;
    for (; j > 0 && keys[j - 1]! > key; j--) keys[j] = keys[j - 1]!;
    keys[j] = key;
  }
  return keys;
}

/** The keys of our records come back for every claim; strangers' keys must not fill the memory. */
const QUOTED_KEYS = new Map<string, string>();
const KEYS_KEPT = 1000;

function quotedKey(key: string): string {
  let quoted = QUOTED_KEYS.get(key);
  if (quoted === undefined) {
    quoted = `${JSON.stringify(key)}:`;
    if (QUOTED_KEYS.size < KEYS_KEPT && key.length < 100) QUOTED_KEYS.set(key, quoted);
  }
  return quoted;
}
