/** One whole input of each format, made here, to be spoiled. */
import { gzipSync } from 'node:zlib';
import { WARCRecord, WARCSerializer } from 'warcio';
import yazl from 'yazl';
import { makePdf } from '../support/make-pdf.ts';

export interface Seed {
  name: string;
  bytes: Uint8Array;
}

const SENTENCES =
  'The army said on Monday that two soldiers were killed near the bridge at Karez. Residents spoke of five. ';
const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge shelled | Karez Post</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge shelled","datePublished":"2017-10-07T10:00:00Z"}</script></head>
<body><nav><a href="/a">Home</a></nav><article><h1>Bridge shelled</h1><p class="byline">By Ann Lee</p><time datetime="2017-10-07">7 October 2017</time>
<p>${SENTENCES.repeat(3)}</p><table><tr><td>Killed</td><td>2</td></tr></table><p>${SENTENCES.repeat(2)}</p><figure><img src="x.png"><figcaption>A bridge</figcaption></figure></article></body></html>`;

const ENTRY = (n: number) =>
  `<div id="block-${n}"><a href="#block-${n}"><time datetime="2017-10-07T1${n}:00:00Z">1${n}:00</time></a><h2>News ${n}</h2><p>${SENTENCES}</p></div>`;
const LIVE = `<!DOCTYPE html><html lang="fr"><head><title>Karez live</title><script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[{"@type":"BlogPosting","headline":"News 1","articleBody":"${SENTENCES}","datePublished":"2017-10-07T11:00:00Z","url":"#block-1"},{"@type":"BlogPosting","articleBody":"Two."}]}</script></head>
<body><h1>Karez live</h1><p class="date">Publié le 7 octobre 2017 - Mis à jour le 08/10/2017</p>${[1, 2, 3, 4].map(ENTRY).join('')}<h3 id="a">14:32 One</h3><p>${SENTENCES}</p><h3 id="b">14:20 Two</h3><p>${SENTENCES}</p><p class="caption">A bridge (AP Photo/Ann Lee)</p><p>Correction, 8 October 2017: five, not two. This article was amended on 8 October 2017.</p></body></html>`;
const ENTRY_JSON = JSON.stringify({
  blog: { url: 'https://example.org/live', publisher: 'Karez Post', language: 'en' },
  entry: {
    id: '1',
    url: null,
    title: 'News',
    authors: ['Ann Lee'],
    published: '14:32',
    modified: null,
    text: SENTENCES,
  },
});

const MAIL = `From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Karez?=\r\nDate: Sat, 7 Oct 2017 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>${SENTENCES}=\r\n</p>\r\n--outer\r\nContent-Type: text/csv; name=x.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`text\n${SENTENCES}\n`).toString('base64')}\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@example.org\r\nSubject: In\r\nDate: Sat, 7 Oct 2017 10:00:00 +0200\r\n\r\n${SENTENCES}\r\n--outer--\r\n`;

const MHTML = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/a\r\n\r\n${PAGE}\r\n--b--\r\n`;

const CSV = `title,text,url,date\n"One, two","${SENTENCES}",https://example.org/a,2017-10-07\nThree,"<p>${SENTENCES}</p>",,1507545000\n`;
const JSONL = `{"title":"One","text":"${SENTENCES}","date":"2017-10-07"}\n{"body":"${SENTENCES}"}\n`;
const TELEGRAM = JSON.stringify({
  name: 'Karez Watch',
  type: 'public_channel',
  id: 7,
  messages: [
    { id: 1, type: 'service', text: '' },
    { id: 2, type: 'message', date_unixtime: '1507370400', text: [SENTENCES, { type: 'bold', text: 'x' }] },
    { id: 3, type: 'message', date: '2017-10-08T12:00:00', forwarded_from: 'North', text: SENTENCES },
  ],
});
const TEXT = `# Bridge shelled\n\nBy Ann Lee\n7 October 2017\n\nKAREZ (AP) — ${SENTENCES}\n\n${SENTENCES}\n\nShare this page\n`;

export async function seeds(): Promise<Seed[]> {
  const lines = SENTENCES.repeat(4).match(/.{1,70}(?: |$)/g)!;
  const page = (n: number) => [
    { text: 'Karez Monitor', x: 60, y: 810, size: 9 },
    { text: `Page ${n}`, x: 60, y: 30, size: 9 },
    ...lines.map((text, i) => ({ text, x: i % 2 ? 60 : 320, y: 740 - i * 14 })),
  ];
  const info = { Title: 'Monthly report', CreationDate: 'D:20171007120000Z' };
  const archive = await warc();
  const all: [string, string | Uint8Array][] = [
    ['page.html', PAGE],
    ['live.html', LIVE],
    ['entry.json', ENTRY_JSON],
    ['report.pdf', makePdf([page(1), page(2)], { info })],
    ['packed.pdf', makePdf([page(1), null], { info, pack: true })],
    ['crawl.warc', archive],
    ['crawl.warc.gz', gzipSync(archive)],
    ['crawl.wacz', await wacz(archive)],
    ['one.eml', MAIL],
    [
      'box',
      `From a@example.org Sat Oct  7 10:00:00 2017\n${MAIL}\nFrom a@example.org Sat Oct  7 11:00:00 2017\n${MAIL}`,
    ],
    ['table.csv', CSV],
    ['rows.jsonl', JSONL],
    ['result.json', TELEGRAM],
    ['page.mhtml', MHTML],
    ['note.md', TEXT],
  ];
  return all.map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  }));
}

async function warc(): Promise<Uint8Array> {
  const made = (type: string, body: Uint8Array) =>
    WARCSerializer.serialize(
      WARCRecord.create(
        {
          url: 'https://example.org/a',
          type: 'response',
          date: '2017-10-07T10:00:00Z',
          statusline: 'HTTP/1.1 200 OK',
          httpHeaders: { 'content-type': type },
        },
        [body],
      ),
    );
  return Buffer.concat([
    await made('text/html', Buffer.from(PAGE)),
    await made('text/plain', Buffer.from(TEXT)),
  ]);
}

async function wacz(archive: Uint8Array): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(archive), 'archive/a.warc');
  zip.addBuffer(Buffer.from('{"url":"https://example.org/a"}\n'), 'pages/pages.jsonl');
  zip.addBuffer(Buffer.from('{}'), 'datapackage.json');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
