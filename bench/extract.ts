/**
 * Article extraction on the pages of corpora/article_extraction: word-shingle F1 and pages per second, ours beside
 * Readability alone and defuddle. Run with `npm run bench -- extract`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { extract } from '../src/2-extract/extract.ts';
import { EXTRACT_DICTIONARIES, readExtractRules } from '../src/2-extract/rules/extract-rules.ts';
import type { Article, Document } from '../src/records/index.ts';
import { scoreBodies } from './extract-shingles.ts';
import type { Figures } from './figures.ts';

const CORPORA = process.env.REPORTEDLY_CORPORA ?? path.resolve(import.meta.dirname, '../../shared');
const FOLDER = path.join(CORPORA, 'corpora/article_extraction');
const DICTIONARIES = path.resolve(import.meta.dirname, '../dictionaries');

interface Page {
  id: string;
  html: string;
  bytes: Uint8Array;
  url: string;
  truth: string;
}

type Extractor = (page: Page) => string | Promise<string>;

/** With `--floors` the peers are left out. */
export async function run(args: readonly string[] = []): Promise<Figures> {
  if (!existsSync(FOLDER)) {
    console.log(`extract: no pages at ${FOLDER}; set REPORTEDLY_CORPORA`);
    return {};
  }
  const pages = readPages();
  console.log(
    `article extraction, ${pages.length} pages; word-shingle F1, precision, recall; pages per second`,
  );
  const ours = extractor();
  const figures = await measure('reportedly', pages, ours);
  if (args.includes('--floors')) return figures;
  await measure('readability 0.6 alone', pages, readabilityAlone);
  await measure('defuddle', pages, defuddle);
  return figures;
}

async function measure(name: string, pages: readonly Page[], extractor: Extractor): Promise<Figures> {
  const pairs: { truth: string; predicted: string }[] = [];
  // The first pages warm the engine up and are timed apart.
  for (const page of pages.slice(0, 10)) await extractor(page);
  const slowest = { ms: 0 };
  const start = performance.now();
  for (const page of pages) {
    const begun = performance.now();
    pairs.push({ truth: page.truth, predicted: await extractor(page) });
    slowest.ms = Math.max(slowest.ms, performance.now() - begun);
  }
  const seconds = (performance.now() - start) / 1000;
  const { f1, precision, recall } = scoreBodies(pairs);
  const figures = [f1, precision, recall].map((figure) => figure.toFixed(3)).join('  ');
  const speed = `${(pages.length / seconds).toFixed(1)} pages/s, slowest ${Math.round(slowest.ms)} ms`;
  console.log(`${name.padEnd(24)} ${figures}  ${speed}`);
  return { f1, precision, recall };
}

function extractor(): Extractor {
  const rules = readExtractRules(
    Object.fromEntries(
      EXTRACT_DICTIONARIES.map((name) => [name, readFileSync(path.join(DICTIONARIES, name), 'utf8')]),
    ) as Parameters<typeof readExtractRules>[0],
  );
  return (page) => bodyOf(extract(documentOf(page), rules).article);
}

/** The benchmark's articleBody: without the headline that we put first, and without furniture. */
function bodyOf(article: Article): string {
  const headline =
    article.title !== null && article.text.startsWith(article.title) ? article.title.length : 0;
  let body = '';
  let from = headline;
  for (const [start, end] of article.furniture) {
    body += article.text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return body + article.text.slice(from);
}

function documentOf(page: Page): Document {
  return {
    sha256: `sha256:${'0'.repeat(64)}`,
    size: page.bytes.length,
    mediaType: 'text/html',
    charset: null,
    provenance: {
      how: 'url',
      location: page.url,
      finalUrl: page.url,
      fetched: '2020-01-01T00:00:00.000Z',
      status: 200,
      headers: {},
    },
    given: {},
    bytes: page.bytes,
  };
}

const readabilityAlone: Extractor = ({ html }) => {
  const { document } = parseHTML(html);
  return new Readability(document as never).parse()?.textContent ?? '';
};

const defuddle: Extractor = async ({ html, url }) => {
  // It reports faults of the pages' own metadata on the console.
  const { error } = console;
  console.error = () => {};
  const { content } = await Defuddle(html, url).finally(() => {
    console.error = error;
  });
  // Defuddle yields HTML; its words are what counts here.
  const { document } = parseHTML(
    `<html><body>${content.replace(/<(?=\/?(?:p|div|li|h[1-6]|br)\b)/gi, ' <')}</body></html>`,
  );
  return document.body.textContent ?? '';
};

function readPages(): Page[] {
  const truths = JSON.parse(readFileSync(path.join(FOLDER, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string; url: string }
  >;
  return readdirSync(path.join(FOLDER, 'html'))
    .filter((name) => name.endsWith('.html.gz'))
    .sort()
    .map((name) => {
      const id = name.replace('.html.gz', '');
      const bytes = gunzipSync(readFileSync(path.join(FOLDER, 'html', name)));
      const { articleBody, url } = truths[id]!;
      return { id, bytes, html: bytes.toString('utf8'), url, truth: articleBody };
    });
}
