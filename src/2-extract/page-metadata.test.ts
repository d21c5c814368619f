/** What a page says of itself: read from JSON-LD, meta tags and the page, with the faults pages have. */
import { describe, expect, it } from 'vitest';
import { type DocumentSettings, documentOf } from '../../test/support/documents.ts';
import { rules } from '../../test/support/extract-rules.ts';
import { BODY, PAGE_URL, page } from '../../test/support/pages.ts';
import { extract } from './extract.ts';

function read(html: string | Uint8Array, settings: DocumentSettings = {}) {
  return extract(documentOf(html, { mediaType: 'text/html', url: PAGE_URL, ...settings }), rules);
}

describe('metadata', () => {
  const of = (head: string, settings: DocumentSettings = {}) => read(page(BODY, head), settings).article;
  const jsonLd = (value: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const news = {
    '@type': 'NewsArticle',
    headline: 'Shells &amp; Bridges',
    author: [{ '@type': 'Person', name: 'Ann Lee' }, { name: 'Omar Haddad' }],
    publisher: { '@type': 'Organization', name: 'Example Herald' },
    datePublished: '2018-03-03T10:00:00+02:00',
    dateModified: 'March 4, 2018',
    articleSection: ['World', 'Asia'],
  };
  const expected = {
    title: 'Shells & Bridges',
    byline: 'Ann Lee, Omar Haddad',
    publisher: 'Example Herald',
    subject: 'World',
    published: { value: '2018-03-03T10:00:00+02:00', basis: 'stated', span: null },
    modified: { value: '2018-03-04', basis: 'stated', span: null },
  };
  it('is read from JSON-LD', () => expect(of(jsonLd(news))).toMatchObject(expected));
  it('in arrays and graphs', () => {
    expect(of(jsonLd([{ '@type': 'WebSite' }, news]))).toMatchObject(expected);
    expect(
      of(
        jsonLd({
          '@graph': [
            { '@type': 'Person', name: 'x' },
            { ...news, '@type': ['Article', 'NewsArticle'] },
          ],
        }),
      ),
    ).toMatchObject(expected);
  });
  it('with the faults pages have', () => {
    const broken = jsonLd(news).replace('Ann Lee', 'Ann\nLee').replace('</script>', ';</script>');
    expect(of(broken).byline).toBe('Ann Lee, Omar Haddad');
    expect(of('<script type="application/ld+json">{"@type": "NewsArticle", </script>').title).toBe(
      'Shells Fall Near the Bridge',
    );
    expect(of(jsonLd({ '@type': 'NewsArticle', headline: 7, author: [[[{}]]], publisher: null })).title).toBe(
      'Shells Fall Near the Bridge',
    );
  });
  it('is read from meta tags', () => {
    const head = `<meta property="og:title" content="Shells Fall Near the Bridge | Example Herald"><meta property="og:site_name" content="Example Herald">
      <meta name="author" content="By Ann Lee"><meta property="article:published_time" content="2018-03-03T08:00:00Z"><meta name="dc.date" content="2010-01-01">
      <link rel="canonical" href="/2018/03/shells">`;
    expect(of(head)).toMatchObject({
      title: 'Shells Fall Near the Bridge',
      byline: 'Ann Lee',
      publisher: 'Example Herald',
      url: 'https://www.example-herald.org/2018/03/shells',
      published: { value: '2018-03-03T08:00:00Z', basis: 'stated' },
    });
  });
  it('points at the date in the text where it stands there', () => {
    const body = `<article><h1>Shells Fall Near the Bridge</h1><p>Published: March 3, 2018</p>${BODY}</article>`;
    const { article } = read(page(body, '<meta name="date" content="2018-03-03T08:00:00Z">'));
    expect(article.published?.value).toBe('2018-03-03T08:00:00Z');
    expect(article.text.slice(...article.published!.span!)).toBe('March 3, 2018');
  });
  it('that was given wins', () => {
    const given = { title: 'T', published: '2018-02-01', publisher: 'P', url: 'https://given.example/' };
    expect(of(jsonLd(news), { given })).toMatchObject({
      title: 'T',
      publisher: 'P',
      url: 'https://given.example/',
      published: { value: '2018-02-01', basis: 'given', span: null },
    });
  });
  it('names no author that is an address or an administrator', () => {
    expect(of('<meta name="author" content="https://example.org/ann">').byline).toBeNull();
    expect(of('<meta name="author" content="admin">').byline).toBeNull();
  });
  it('gives no date where none is declared, and says why one could not be read', () => {
    const html = page(BODY, '<meta name="date" content="03/04/2018">').replace('en-GB', 'en-US');
    const { article, notes } = read(html, { url: 'https://example.org/x' });
    expect(article.published).toBeNull();
    expect(notes.some((note) => note.step === 'dates' && note.reason.includes('ambiguous'))).toBe(true);
  });
  it('believes no canonical address on another host, and none that is no web address', () => {
    const other = read(page(BODY, '<link rel="canonical" href="https://elsewhere.example/a">'));
    expect(other.article.url).toBe(PAGE_URL);
    expect(other.notes.some((note) => note.reason.includes('https://elsewhere.example/a'))).toBe(true);
    expect(of('<link rel="canonical" href="javascript:alert(1)">').url).toBe(PAGE_URL);
  });
  it('takes the outlet’s name off the title, and only that', () => {
    const titled = (title: string): string | null =>
      read(page(BODY).replace(/<title>.*?<\/title>/, `<title>${title}</title>`)).article.title;
    expect(titled('Shells fall | Example Herald')).toBe('Shells fall');
    expect(titled('Shells fall – example-herald.org')).toBe('Shells fall');
    expect(titled('Shells fall - nine wounded')).toBe('Shells fall - nine wounded');
    expect(titled('Deir ez-Zor falls')).toBe('Deir ez-Zor falls');
  });
  it('tells near languages apart by what the page declares', () => {
    const text =
      'Dua peluru artileri jatuh di dekat jembatan lama pada hari Senin, kata warga setempat, dan sembilan orang terluka. Tentara membantah kabar itu. Seorang juru bicara mengatakan kepada kantor berita bahwa tidak ada senjata yang ditembakkan pada hari itu, dan para pemantau meminta izin masuk ke bukit di atasnya.';
    const html = `<html lang="id-ID"><body><p>${text}</p></body></html>`;
    expect(read(html)).toMatchObject({ status: 'another-language', article: { language: 'id' } });
  });
});
