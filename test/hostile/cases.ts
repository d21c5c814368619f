/**
 * What servers do wrong or do to harm, each with what must come of it: the code of an error, or words that an article must
 * have. In an address that is asked for, PORT is the server's own.
 */
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { WebPolicy } from '../../src/1-acquire/web/web-policy.ts';
import { answer, type Behaviour, endless, raw, redirect } from './server.ts';

export interface HostileCase {
  name: string;
  behaviour: Behaviour;
  /** Codes in the order they come; documents between them are `article`. */
  ends: readonly string[];
  /** Words that the one article has. */
  words?: string;
  policy?: Partial<WebPolicy>;
  /** Asked for in place of the server's own path. */
  address?: string;
}

const WORDS = 'Two shells fell near the old bridge';
const PAGE = `<!doctype html><html lang="en"><head><title>Shelling at the bridge</title></head><body><article><h1>Shelling at the bridge</h1><p>${WORDS} on Monday, the council said. Nobody was hurt, and the bridge stays open to all traffic until the evening.</p></article></body></html>`;
const HTML = 'text/html; charset=utf-8';
const OK = 'HTTP/1.1 200 OK\r\n';
const HEAD = `${OK}Content-Type: text/html\r\n`;
const brotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const ZEROS = Buffer.alloc(8_000_000);
const item = (n: number | string, more = '') =>
  `<item><title>Item ${n}</title><link>/page</link><guid isPermaLink="false">g${n}</guid>${more}</item>`;
const RSS =
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>';
const END = '</channel></rss>';
const FEED = 'application/rss+xml';
const LONG = `${WORDS}, the council said, and the mill was not hit. `.repeat(15);

/** Paths that other cases lead to. */
export const PLACES: ReadonlyMap<string, Behaviour> = new Map([
  ['/page', answer(HTML, PAGE)],
  ['/robots.txt', answer('text/plain', 'User-agent: *\nDisallow: /private/\n')],
  ['/private/page', answer(HTML, PAGE)],
]);

const article = ['article'];
const fetched = (name: string, behaviour: Behaviour): HostileCase => ({
  name,
  behaviour,
  ends: article,
  words: WORDS,
});
const refused = (name: string, behaviour: Behaviour, ...ends: string[]): HostileCase => ({
  name,
  behaviour,
  ends,
});

const INSIDE = [
  'http://127.0.0.1:1/',
  'http://localhost:1/',
  'http://[::1]:1/',
  'http://[::ffff:127.0.0.1]:1/',
  'http://2130706433:1/',
  'http://0x7f000001:1/',
  'http://0177.0.0.1:1/',
  'http://127.1:1/',
  'http://0.0.0.0:1/',
  'http://10.0.0.7/',
  'http://172.20.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[64:ff9b::a00:1]/',
  'http://[2002:7f00:1::]/',
  '//127.0.0.2/',
  'http://inside.test/',
  'http://mixed.test/',
];

export const CASES: readonly HostileCase[] = [
  ...INSIDE.map((to) => refused(`redirect to ${to}`, redirect(to), 'url-refused')),
  ...[
    'file:///etc/passwd',
    'ftp://192.0.2.1/x',
    'gopher://127.0.0.1:25/',
    'data:text/html,x',
    'javascript:1',
    'http://user:word@192.0.2.1/',
    'http://[bad',
  ].map((to) => refused(`redirect to ${to}`, redirect(to), 'url-invalid')),
  {
    name: 'a name that answers with another address the second time',
    behaviour: raw(''),
    address: 'http://rebind.test:PORT/page',
    ends: ['url-refused'],
  },
  {
    name: 'a name that has no address',
    behaviour: raw(''),
    address: 'http://nowhere.test:PORT/',
    ends: ['url-unreachable'],
  },
  {
    name: 'names that are never looked up to the end',
    behaviour: raw(''),
    address: 'http://never.test:PORT/',
    ends: ['url-slow'],
    policy: { totalMs: 400 },
  },
  {
    name: 'a port of another protocol',
    behaviour: raw(''),
    address: 'http://192.0.2.1:25/',
    ends: ['url-refused'],
  },
  refused('redirect to itself', (socket, path) => redirect(path)(socket, path), 'url-redirects'),
  refused(
    'redirect to ever new addresses',
    (socket, path) => redirect(`${path}x`)(socket, path),
    'url-redirects',
  ),
  refused('redirect without an address', answer(null, '', [], '302 Found'), 'url-status'),
  fetched('redirect to a page', redirect('/page', '301 Moved Permanently')),

  {
    name: 'slow drip of a body',
    behaviour: endless(`${HEAD}\r\n`, 'x', 40),
    ends: ['url-slow'],
    policy: { slowAfterMs: 300, minBytesPerSecond: 5000 },
  },
  {
    name: 'slow drip within the speed allowed',
    behaviour: endless(`${HEAD}\r\n`, 'x'.repeat(100), 30),
    ends: ['url-slow'],
    policy: { totalMs: 500 },
  },
  {
    name: 'slow drip of headers',
    behaviour: endless(OK, 'X-A: b\r\n', 40),
    ends: ['url-slow'],
    policy: { totalMs: 500 },
  },
  { name: 'no answer at all', behaviour: raw('', true), ends: ['url-slow'], policy: { totalMs: 400 } },
  {
    name: 'headers and then nothing',
    behaviour: raw(`${HEAD}Content-Length: 100\r\n\r\n`, true),
    ends: ['url-slow'],
    policy: { totalMs: 400 },
  },
  {
    name: 'half a body and then nothing',
    behaviour: raw(`${HEAD}Content-Length: 1000\r\n\r\n${PAGE.slice(0, 50)}`, true),
    ends: ['url-slow'],
    policy: { totalMs: 400 },
  },
  refused('endless body', endless(`${HEAD}\r\n`, 'x'.repeat(65_536), 0), 'input-too-large'),
  refused(
    'endless chunks',
    endless(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, `10000\r\n${'x'.repeat(65_536)}\r\n`, 0),
    'input-too-large',
  ),
  refused('endless headers', endless(OK, `X-A: ${'b'.repeat(8000)}\r\n`, 0), 'url-unreachable'),
  refused(
    'header flood',
    answer(
      HTML,
      PAGE,
      Array.from({ length: 3000 }, (_, i) => `X-${i}: y`),
    ),
    'url-unreachable',
  ),
  refused(
    'a length of more than is allowed',
    raw(`${HEAD}Content-Length: 99999999999\r\n\r\n`, true),
    'input-too-large',
  ),
  refused(
    'a length of more than comes',
    raw(`${HEAD}Content-Length: 5000\r\n\r\n${PAGE}`),
    'url-unreachable',
  ),
  {
    ...fetched(
      'a length of less than comes',
      raw(`${HEAD}Content-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}and more`),
    ),
  },
  refused(
    'two lengths',
    raw(`${HEAD}Content-Length: 10\r\nContent-Length: 20\r\n\r\n${PAGE}`),
    'url-unreachable',
  ),
  refused('a length that is no number', raw(`${HEAD}Content-Length: many\r\n\r\n${PAGE}`), 'url-unreachable'),
  refused(
    'chunks without a size',
    raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n${PAGE}\r\n0\r\n\r\n`),
    'url-unreachable',
  ),
  refused(
    'chunks that break off',
    raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n${PAGE.slice(0, 60)}`),
    'url-unreachable',
  ),
  refused('another protocol', raw('SSH-2.0-example\r\n'), 'url-unreachable'),
  refused('nothing', raw(''), 'url-unreachable'),

  refused('gzip bomb', answer(HTML, gzipSync(ZEROS), ['Content-Encoding: gzip']), 'input-too-large'),
  refused('brotli bomb', answer(HTML, brotli(ZEROS), ['Content-Encoding: br']), 'input-too-large'),
  refused('deflate bomb', answer(HTML, deflateSync(ZEROS), ['Content-Encoding: deflate']), 'input-too-large'),
  refused(
    'packed twice',
    answer(HTML, gzipSync(gzipSync(PAGE)), ['Content-Encoding: gzip, gzip']),
    'url-encoding',
  ),
  refused('packing that is not known', answer(HTML, PAGE, ['Content-Encoding: rot13']), 'url-encoding'),
  refused(
    'packing by a name of JavaScript',
    answer(HTML, PAGE, ['Content-Encoding: constructor']),
    'url-encoding',
  ),
  refused('said to be packed and is not', answer(HTML, PAGE, ['Content-Encoding: gzip']), 'url-encoding'),
  refused(
    'packing that breaks off',
    answer(HTML, gzipSync(PAGE).subarray(0, 60), ['Content-Encoding: gzip']),
    'url-encoding',
  ),
  fetched('gzip', answer(HTML, gzipSync(PAGE), ['Content-Encoding: gzip'])),
  fetched('deflate', answer(HTML, deflateSync(PAGE), ['Content-Encoding: deflate'])),
  fetched('deflate without its wrapper', answer(HTML, deflateRawSync(PAGE), ['Content-Encoding: deflate'])),
  fetched('brotli', answer(HTML, brotli(Buffer.from(PAGE)), ['Content-Encoding: BR'])),

  refused('an image', answer('image/png', Buffer.alloc(100)), 'input-type'),
  refused(
    'a program said to be a page',
    answer(HTML, Buffer.from(`\x7fELF${'\0'.repeat(500)}`, 'latin1')),
    'input-binary',
  ),
  fetched('a page without a type', answer(null, PAGE)),
  refused('an empty page', answer(HTML, ''), 'input-empty'),
  refused('gone', answer(HTML, PAGE, [], '410 Gone'), 'url-status'),
  refused(
    'busy, with when to come back',
    answer(HTML, PAGE, ['Retry-After: 600'], '503 Service Unavailable'),
    'url-busy',
  ),
  refused(
    'busy, with a day that is none',
    answer(HTML, PAGE, ['Retry-After: soon'], '429 Too Many Requests'),
    'url-status',
  ),
  fetched(
    'said to be UTF-8 and is Windows-1252',
    answer(HTML, Buffer.from(PAGE.replace('council', 'conseil d\xe9partemental'), 'latin1')),
  ),
  fetched('a charset that is not known', answer('text/html; charset=x-none', PAGE)),
  fetched(
    'UTF-16 without a word',
    answer('text/html', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, 'utf16le')])),
  ),
  fetched(
    'half UTF-8, half Windows-1252',
    answer(
      HTML,
      Buffer.concat([Buffer.from(PAGE), Buffer.from('<p>caf\xe9 é</p>', 'latin1'), Buffer.from('<p>é</p>')]),
    ),
  ),
  fetched(
    'scripts',
    answer(
      HTML,
      PAGE.replace(
        '<article>',
        '<article><script>throw new Error("run")</script><img src=x onerror="process.exit(1)">',
      ),
    ),
  ),
  refused('5 MB of nested tags', answer(HTML, '<div>'.repeat(1_000_000)), 'article'),
  refused('tags that are never closed', answer(HTML, `<p>${'<a href="'.repeat(100_000)}`), 'article'),

  refused(
    'a feed that breaks off',
    answer(FEED, `${RSS}${item(1)}${item(2).replace('/page', '/gone')}<item><title>Thr`),
    'article',
    'url-status',
    'listing-partly',
  ),
  refused('a feed that breaks off before its first item', answer(FEED, RSS), 'listing-broken'),
  refused(
    'a feed of 5 MB of nested tags',
    answer(FEED, `${RSS}${'<a>'.repeat(1_500_000)}`),
    'listing-broken',
  ),
  refused(
    'an entity bomb',
    answer(
      FEED,
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title>${item(1)}${END}`,
    ),
    'article',
  ),
  refused(
    'an entity that names a file',
    answer(
      FEED,
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&f;</title>${item(1)}${END}`,
    ),
    'article',
  ),
  refused(
    'a feed of addresses inside',
    answer(
      FEED,
      `${RSS}${item(1).replace('/page', 'http://127.0.0.2:1/')}${item(2).replace('/page', 'http://169.254.169.254/')}${item(3).replace('/page', 'file:///etc/passwd')}${END}`,
    ),
    'url-refused',
    'url-refused',
  ),
  refused(
    'a feed of pages that robots.txt closes',
    answer(FEED, `${RSS}${item(1).replace('/page', '/private/page')}${END}`),
    'url-disallowed',
  ),
  refused(
    'a feed whose page is gone and that carries the text',
    answer(
      FEED,
      `${RSS}${item(1, `<content:encoded><![CDATA[<p>${LONG}</p>]]></content:encoded>`).replace('/page', '/gone')}${END}`,
    ),
    'article',
    'url-status',
  ),
  refused('an item that leads to the feed itself', (socket, path) =>
    answer(FEED, `${RSS}${item(1).replace('/page', path)}${END}`)(socket, path),
  ),
  refused('a sitemap bomb', answer('application/gzip', gzipSync(ZEROS)), 'input-too-large'),
  refused('a sitemap index that names itself', (socket, path) =>
    answer('application/xml', `<sitemapindex><sitemap><loc>${path}</loc></sitemap></sitemapindex>`)(
      socket,
      path,
    ),
  ),
  refused(
    'a sitemap that breaks off',
    answer('application/xml', '<urlset><url><loc>/page</loc></url><url><loc>http://ex'),
    'article',
    'listing-partly',
  ),
  refused(
    'lists of lists',
    (socket, path) =>
      answer('application/xml', `<sitemapindex><sitemap><loc>${path}/x</loc></sitemap></sitemapindex>`)(
        socket,
        path,
      ),
    'listing-deep',
  ),
];
