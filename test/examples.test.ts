/** The example reports keep what their README promises, as far as extraction can tell. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquire } from '../src/1-acquire/acquire.ts';
import { extract } from '../src/2-extract/extract.ts';
import {
  EXTRACT_DICTIONARIES,
  type ExtractDictionary,
  readExtractRules,
} from '../src/2-extract/rules/extract-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'examples/reports');
const names = readdirSync(FOLDER).sort();
const rules = readExtractRules(
  Object.fromEntries(
    EXTRACT_DICTIONARIES.map((name) => [name, readFileSync(path.join(ROOT, 'dictionaries', name), 'utf8')]),
  ) as Record<ExtractDictionary, string>,
);

async function extracted(name: string) {
  for await (const acquired of acquire(path.join(FOLDER, name)))
    if (acquired.ok) return extract(acquired.document, rules);
  throw new Error(`${name} cannot be acquired`);
}

const MARK = 'produced as an example for the Reportedly demonstration';

describe('examples', () => {
  it('are as many as promised, pages and texts, each told of in the README', () => {
    const readme = readFileSync(path.join(ROOT, 'examples/README.md'), 'utf8');
    expect(names.length).toBeGreaterThanOrEqual(18);
    expect(names.filter((name) => name.endsWith('.txt')).length).toBeGreaterThanOrEqual(6);
    for (const name of names) expect(readme).toContain(`\`${name}\``);
    expect(readme.match(/^\| `/gm)).toHaveLength(names.length);
  });

  it.each(names)('%s is marked as an example, and the mark is not read', async (name) => {
    const file = readFileSync(path.join(FOLDER, name), 'utf8');
    expect(file).toContain(MARK);
    if (name.endsWith('.html')) expect(file).toMatch(/<strong>(EXAMPLE|EJEMPLO)\.<\/strong>/);
    const { article } = await extracted(name);
    const at = article.text.indexOf(MARK);
    if (at >= 0) expect(article.furniture.some(([start, end]) => start <= at && at < end)).toBe(true);
  });

  it.each(names)('%s has its date, or none where none is promised', async (name) => {
    const { article } = await extracted(name);
    if (name.startsWith('undated')) expect(article.published).toBeNull();
    else expect(article.published?.value).toMatch(/^2017-1[01]-\d\d/);
  });

  it('hold a report in another language, which is kept and not read', async () => {
    const { article, status } = await extracted('2017-10-10-diario-ribera.html');
    expect(article.language).toBe('es');
    expect(status).toBe('another-language');
  });

  it('hold a whole reprint with its credit, and a partial one', async () => {
    const wire = (await extracted('2017-10-05-meridian-ferry-strike.html')).article;
    const whole = (await extracted('2017-10-05-dunmore-herald-ferry.txt')).article;
    const partial = (await extracted('2017-10-06-karez-dispatch-crossing.html')).article;
    const quoted = wire.text.split('\n').find((line) => line.startsWith('“The boats'))!;
    expect(whole.text).toContain(quoted);
    expect(partial.text).toContain(quoted);
    expect(whole.credits).toContainEqual(
      expect.objectContaining({ kind: 'republished-from', text: wire.publisher }),
    );
  });
});
