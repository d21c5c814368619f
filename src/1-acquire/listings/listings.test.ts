/** Feeds of four kinds, lists of feeds, sitemaps and lists of addresses: what each lists. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ReportedlyError } from '../../errors.ts';
import { isoDate } from './dates.ts';
import { findListing } from './find-listing.ts';

const BASE = 'https://news.example/feeds/all.xml';
const listing = (content: string | Uint8Array, charset: string | null = null) =>
  findListing(typeof content === 'string' ? Buffer.from(content) : content, charset, BASE, {
    maxBytes: 100_000,
    input: 'feed',
  });

const RSS = `<?xml version="1.0"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>All</title><ttl>30</ttl>
<item><title>Shelling &amp; fire</title><link>/a#top</link><guid isPermaLink="false">a-1</guid><pubDate>Sat, 07 Oct 2017 14:00:00 +0200</pubDate>
<content:encoded><![CDATA[<p>Two shells fell.</p>]]></content:encoded></item>
<item><title>Twice</title><link>https://news.example/b</link></item>
<item><title>Twice</title><link>https://news.example/b</link></item>
<item><title>No page</title><description>Only a line.</description></item>
<item><title>Not of the web</title><link>javascript:alert(1)</link><guid>file:///etc/passwd</guid></item>
</channel></rss>`;

describe('feeds', () => {
  it('RSS: links against the address of the feed, dates with their zone, text where it is carried', () => {
    const found = listing(RSS)!;
    expect(found).toMatchObject({ kind: 'feed', title: 'All', isPartial: false, minutes: 30 });
    expect(found.entries).toMatchObject([
      {
        url: 'https://news.example/a',
        guid: 'a-1',
        title: 'Shelling & fire',
        published: '2017-10-07T14:00:00+02:00',
        text: { mediaType: 'text/html', content: '<p>Two shells fell.</p>' },
      },
      { url: 'https://news.example/b', guid: 'https://news.example/b', text: null },
      { url: null, title: 'No page', text: { content: 'Only a line.' } },
      { url: null, guid: 'file:///etc/passwd' },
    ]);
  });

  it('Atom: the link to the page among others, published and updated', () => {
    const found = listing(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>urn:1</id><title>T</title><link rel="self" href="/x"/>
       <link href="/a"/><published>2017-10-06T08:00:00Z</published><updated>2017-10-07T08:00:00Z</updated><content type="text">Whole &lt;text&gt;</content></entry></feed>`,
    )!;
    expect(found.entries).toEqual([
      {
        url: 'https://news.example/a',
        leadsTo: 'page',
        guid: 'urn:1',
        title: 'T',
        published: '2017-10-06T08:00:00Z',
        updated: '2017-10-07T08:00:00Z',
        text: { mediaType: 'text/plain', content: 'Whole <text>' },
      },
    ]);
  });

  it('RDF and JSON', () => {
    const rdf = listing(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="x"><title>R</title></channel><item rdf:about="https://news.example/r"><title>t</title><link>https://news.example/r</link><dc:date>2017-10-01</dc:date></item></rdf:RDF>`,
    )!;
    expect(rdf.entries).toMatchObject([{ url: 'https://news.example/r', published: '2017-10-01' }]);
    const json = listing(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [{ id: '1', url: '/j', content_html: '<p>x</p>', date_modified: '2017-10-02T00:00:00Z' }],
      }),
    )!;
    expect(json.entries).toMatchObject([
      { guid: '1', url: 'https://news.example/j', updated: '2017-10-02T00:00:00Z' },
    ]);
    expect(json.isPartial).toBe(false);
  });

  it('cut anywhere give the items that are whole, and say that they are cut', () => {
    for (let end = RSS.indexOf('</item>') + 7; end < RSS.length - 6; end += 37) {
      const found = listing(RSS.slice(0, end))!;
      expect(found.isPartial, RSS.slice(end - 20, end)).toBe(true);
      expect(found.entries[0]).toMatchObject({ guid: 'a-1' });
    }
    expect(() => listing(RSS.slice(0, 160))).toThrow(ReportedlyError);
  });

  it('damaged in one item give the others', () => {
    const found = listing(RSS.replace('Twice</title><link>', 'Twi</b></title><link>'))!;
    expect(found.entries.map(({ title }) => title)).toContain('No page');
  });

  it('in other encodings: declared in the file, by transport, or not at all', () => {
    const text = RSS.replace('All', 'Région');
    const latin = Buffer.from(text, 'latin1');
    expect(listing(latin, 'iso-8859-1')!.title).toBe('Région');
    expect(listing(latin)!.title).toBe('Région');
    expect(
      listing(Buffer.from(text.replace('"1.0"?', '"1.0" encoding="iso-8859-1"?'), 'latin1'), 'utf-8')!.title,
    ).toBe('Région');
    expect(listing(Buffer.from(`\ufeff${text}`, 'utf16le'))!.title).toBe('Région');
  });
});

describe('other lists', () => {
  it('OPML: feeds in groups', () => {
    const found = listing(
      `<opml version="2.0"><head><title>Mine</title></head><body><outline text="G"><outline text="F" type="rss" xmlUrl="https://a.example/f"/></outline><outline xmlUrl="ftp://x"/></body></opml>`,
    )!;
    expect(found).toMatchObject({ kind: 'list of feeds', title: 'Mine', isPartial: false });
    expect(found.entries).toMatchObject([{ url: 'https://a.example/f', leadsTo: 'listing', title: 'F' }]);
  });

  it('sitemaps: pages with their dates, images passed over; sitemaps of sitemaps; packed', () => {
    const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i" xmlns:news="n"><url><loc>https://news.example/a</loc>
      <image:image><image:loc>https://news.example/a.jpg</image:loc></image:image><lastmod>2017-10-07</lastmod><news:news><news:publication_date>2017-10-06T10:00:00Z</news:publication_date><news:title>T &amp; U</news:title></news:news></url></urlset>`;
    const entry = {
      url: 'https://news.example/a',
      leadsTo: 'page',
      title: 'T & U',
      published: '2017-10-06T10:00:00Z',
      updated: '2017-10-07',
    };
    expect(listing(sitemap)!.entries).toMatchObject([entry]);
    expect(listing(gzipSync(sitemap))!.entries).toMatchObject([entry]);
    const index = listing(
      '<sitemapindex><sitemap><loc>https://news.example/s.xml.gz</loc></sitemap></sitemapindex>',
    )!;
    expect(index.entries).toMatchObject([{ url: 'https://news.example/s.xml.gz', leadsTo: 'listing' }]);
  });

  it('addresses, one a line, and nothing but addresses', () => {
    expect(
      listing('# mine\n\nhttps://a.example/1\r\nhttps://a.example/2\nhttps://a.example/1\n')!.entries,
    ).toHaveLength(2);
    expect(listing('https://a.example/1\nTwo shells fell.\n')).toBeNull();
  });

  it('pages and texts are none', () => {
    for (const text of [
      '<!doctype html><rss>',
      '<html><body>x',
      'Two shells fell.',
      '{"a": 1}',
      '',
      '# Heading\n\nText',
    ])
      expect(listing(text), text).toBeNull();
  });
});

describe('dates', () => {
  const cases: [written: string, iso: string | null][] = [
    ['Sat, 07 Oct 2017 12:00:00 GMT', '2017-10-07T12:00:00Z'],
    ['7 Oct 2017 12:00 EST', '2017-10-07T12:00:00-05:00'],
    ['07 Oct 17', '2017-10-07'],
    ['Sat, 07 Oct 2017 12:00:00 ABC', '2017-10-07'],
    ['2017-10-07 12:00:00', '2017-10-07'],
    ['2017-10-07T12:00:00.123+0200', '2017-10-07T12:00:00+02:00'],
    ['2017-02-30', null],
    ['yesterday', null],
  ];
  for (const [written, iso] of cases) it(written, () => expect(isoDate(written)).toBe(iso));
});
