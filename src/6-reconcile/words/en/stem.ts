/** English endings off, so that "strikes", "struck the" aside, "bombed" and "bombing" are one word. Folded words only. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?:'s|s')$/, ''],
  [/sses$/, 'ss'],
  [/ies$/, 'y'],
  [/(x|ch|sh|z)es$/, '$1'],
  [/([^su])s$/, '$1'],
];
const SECOND: readonly (readonly [RegExp, string])[] = [
  [/^(.{3,})ied$/, '$1y'],
  [/^(.*[aeiouy].*?)([bdgmnprt])\2(?:ed|ing)$/, '$1$2'],
  [/^(.*[aeiouy].{1,})(?:ed|ing)$/, '$1'],
  [/^(.{4,})e$/, '$1'],
  [/^(.{4,})ly$/, '$1'],
];

export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return first(first(word, RULES), SECOND);
}

function first(word: string, rules: typeof RULES): string {
  for (const [pattern, into] of rules) {
    const next = word.replace(pattern, into);
    if (next !== word) return next.length >= 3 ? next : word;
  }
  return word;
}
