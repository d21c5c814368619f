/** The reports as citations, BibTeX and CSL-JSON: what was read, where and when it was published, and its hash. */
import { type DocumentRow, SHOWN_STATES } from '../../../5-ledger/index.ts';
import type { Exporter } from '../exporter.ts';
import type { ExportSource } from '../source.ts';

interface Citation {
  key: string;
  title: string;
  author: string;
  publisher: string;
  url: string;
  published: string;
  accessed: string;
  document: string;
}

export const BIBTEX: Exporter = {
  name: 'bibtex',
  says: 'the reports as BibTeX entries',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  async *pieces(source, tally) {
    yield `% ${source.caption}\n`;
    for await (const citation of citations(source)) {
      tally.rows++;
      yield `\n${entryOf(citation, source)}`;
    }
  },
};

export const CSL: Exporter = {
  name: 'csl',
  says: 'the reports as CSL-JSON, for reference managers',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  async *pieces(source, tally) {
    yield '[';
    for await (const citation of citations(source))
      yield `${tally.rows++ > 0 ? ',' : ''}\n${JSON.stringify(cslOf(citation, source))}`;
    yield '\n]\n';
  },
};

/** Documents with a claim that matches; all of them where nothing was asked. */
async function* citations(source: ExportSource): AsyncGenerator<Citation> {
  const { ledger, read } = source;
  const wanted = await wantedDocuments(source);
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ limit: 500, cursor }, read);
    for (const row of page.rows) if (!wanted || wanted.has(row.sha256)) yield await citationOf(row, source);
    cursor = page.next ?? undefined;
  } while (cursor);
}

async function wantedDocuments({ ledger, options, read }: ExportSource): Promise<Set<string> | null> {
  const { filter } = options;
  if (!filter || Object.values(filter).every((value) => value === undefined)) return null;
  const wanted = new Set<string>();
  for await (const { document } of ledger.everyClaim({ review: SHOWN_STATES, ...filter }, read))
    wanted.add(document);
  return wanted;
}

async function citationOf(row: DocumentRow, { masks }: ExportSource): Promise<Citation> {
  const mask = await masks.of(row.sha256);
  const text = (words: string | null) => (words === null ? '' : mask.text(words));
  return {
    key: `rp${row.sha256.slice(7, 17)}`,
    title: text(row.title),
    author: text(row.byline),
    publisher: text(row.publisher),
    url: row.url ? mask.url(row.url) : '',
    published: row.published?.slice(0, 10) ?? '',
    accessed: row.fetched.slice(0, 10),
    document: row.sha256,
  };
}

function entryOf(citation: Citation, { caption }: ExportSource): string {
  const { key, title, author, publisher, url, published, accessed, document } = citation;
  const fields: [string, string][] = [
    ['title', title && `{${tex(title)}}`],
    ['author', author && `{${tex(author)}}`],
    ['organization', tex(publisher)],
    ['date', published],
    ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', accessed],
    ['note', tex(`${document}. ${caption}`)],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${key},\n${lines.join('')}}\n`;
}

const tex = (text: string): string =>
  text
    .replace(/[\\{}]/g, ' ')
    .replace(/[&%$#_]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ')
    .trim();

function cslOf(citation: Citation, { caption }: ExportSource): object {
  const { key, title, author, publisher, url, published, accessed, document } = citation;
  const date = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  return {
    id: key,
    type: 'article-newspaper',
    ...(title && { title }),
    ...(author && { author: [{ literal: author }] }),
    ...(publisher && { 'container-title': publisher }),
    ...(url && { URL: url }),
    ...(published && { issued: date(published) }),
    accessed: date(accessed),
    note: `${document}. ${caption}`,
  };
}
