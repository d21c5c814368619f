/** Pages: headline and body found, surroundings left out, broken HTML survived. */
import { describe, expect, it } from 'vitest';
import { type DocumentSettings, documentOf } from '../../test/support/documents.ts';
import { rules } from '../../test/support/extract-rules.ts';
import { BODY, PAGE_URL, PARAGRAPHS, page } from '../../test/support/pages.ts';
import { extract } from './extract.ts';

function read(html: string | Uint8Array, settings: DocumentSettings = {}) {
  return extract(documentOf(html, { mediaType: 'text/html', url: PAGE_URL, ...settings }), rules);
}

const MENU = `<nav><ul>${'<li><a href="/x">World</a></li>'.repeat(40)}</ul></nav>`;

describe('a page', () => {
  const html = page(`
    <header>${MENU}<p>Menu</p></header>
    <article>
      <h1>Shells Fall Near the Bridge</h1>
      <p class="byline">By <a rel="author" href="/ann">Ann Lee</a></p>
      <figure><img src="a.jpg"><figcaption>A crater by the road, in a picture of last year.</figcaption></figure>
      ${PARAGRAPHS.slice(0, 2)
        .map((p) => `<p>${p}</p>`)
        .join('')}
      <aside><h3>Related</h3><p>An older story about another bridge, which nobody should read here.</p></aside>
      <p><a href="/more">READ MORE: Truce talks resume in the capital</a></p>
      ${PARAGRAPHS.slice(2)
        .map((p) => `<p>${p}</p>`)
        .join('')}
      <p>Follow us on Twitter.</p>
    </article>
    <footer><p>Example Herald, Bridge Street. All rights reserved by the Herald, its owners and its heirs.</p></footer>
    <script>var x = "<p>not text</p>";</script>`);
  const { article, notes, status } = read(html);

  it('is read as headline and body, paragraphs parted by blank lines', () => {
    expect(status).toBe('ready');
    expect(article.text).toBe(
      ['Shells Fall Near the Bridge', ...PARAGRAPHS, 'Follow us on Twitter.'].join('\n\n'),
    );
  });
  it('has textual furniture marked and structural furniture noted', () => {
    expect(article.furniture.map(([start, end]) => article.text.slice(start, end))).toEqual([
      'Follow us on Twitter.',
    ]);
    const reasons = notes.filter((note) => note.step === 'page').map((note) => note.reason);
    for (const rule of ['nav: ', 'figure: ', 'characters kept as the article']) {
      expect(reasons.join('; ')).toContain(rule);
    }
  });
  it('gives title, byline, address and the day its address implies', () => {
    expect(article).toMatchObject({
      title: 'Shells Fall Near the Bridge',
      byline: 'Ann Lee',
      url: PAGE_URL,
      published: { value: '2018-03-05', basis: 'implied', span: null },
    });
  });
});

describe('a short report', () => {
  it('is found among menus that are longer than it', () => {
    const { article } = read(
      page(
        `<header><div>${MENU}</div></header><div class="story"><h1>Shells Fall Near the Bridge</h1><p>${PARAGRAPHS[0]}</p></div>`,
      ),
    );
    expect(article.text).toBe(`Shells Fall Near the Bridge\n\n${PARAGRAPHS[0]}`);
  });
});

describe('running text', () => {
  const textOf = (body: string): string => read(page(body)).article.text;
  it('keeps words of adjacent blocks apart and inline tags together', () => {
    const text = textOf(
      `<div>${BODY}<ul><li>nine people were wou<b>nd</b>ed</li><li>two shells fell</li></ul>${BODY}</div>`,
    );
    expect(text).toContain('nine people were wounded\n\ntwo shells fell');
  });
  it('keeps line breaks as line breaks, entities as characters, white space as one space', () => {
    const text = textOf(
      `<div>${BODY}<p>“We&nbsp;&amp; they”,\n   he&#8217;s\tsaid<br>and left&shy;.</p>${BODY}</div>`,
    );
    expect(text).toContain('“We & they”, he’s said\nand left.');
  });
  it('keeps a full sentence that is all one link, and drops a list of links', () => {
    const sentence = 'The discovery of the graves was announced by the court on Monday evening.';
    const text = textOf(
      `<div>${BODY}<p><a href="/c">${sentence}</a></p><ul><li><a href="/a">Truce talks</a></li><li><a href="/b">Old bridge</a></li></ul>${BODY}</div>`,
    );
    expect(text).toContain(sentence);
    expect(text).not.toContain('Truce talks');
  });
});

describe('charsets of pages', () => {
  it('are those of the transport, else of the page itself', () => {
    const russian = Buffer.from([0xc2, 0xe7, 0xf0, 0xfb, 0xe2]);
    const html = (head: string): Buffer =>
      Buffer.concat([
        Buffer.from(`<html><head>${head}</head><body><p>`),
        russian,
        Buffer.from('</p></body></html>'),
      ]);
    expect(read(html(''), { charset: 'windows-1251' }).article.text).toContain('Взрыв');
    expect(read(html('<meta charset="windows-1251">')).article.text).toContain('Взрыв');
    expect(read(html('')).notes.some((note) => note.step === 'decode')).toBe(true);
  });
});

describe('broken pages', () => {
  const cases: [string, string][] = [
    ['nothing closed', `<html><body><div><h1>Shells Fall<div>${PARAGRAPHS.map((p) => `<p>${p}`).join('')}`],
    ['no html, head or body', BODY],
    ['closed twice', `</div></p></body></html>${BODY}</body></html>`],
    ['an svg that never ends', `<div><svg><path d="M0">${BODY}</div>`],
    ['a comment that never ends after the text', `<div>${BODY}</div><!-- and so on`],
    ['a page within a form', page(`<form action="/"><div>${BODY}</div></form>`)],
    ['stray tags in a table', `<table><tr><td></div></p>${BODY}</td></tr></table>`],
    ['bare text', PARAGRAPHS.join('<br><br>')],
    ['deeper than any page', `${'<div>'.repeat(400)}${BODY}${'</div>'.repeat(400)}`],
    [
      'tags that are named as objects’ own properties',
      `<constructor><tostring __proto__="x" class="constructor">${BODY}</tostring>`,
    ],
    ['capital letters', page(`<DIV>${BODY.toUpperCase()}</DIV>`)],
  ];
  for (const [what, html] of cases) {
    it(what, () => {
      const text = read(html).article.text.toLowerCase();
      for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph.toLowerCase());
    });
  }
  it('too large for a tree are read block by block, with a note', () => {
    const { article, notes } = read(page(`<div>${BODY}${'<span>x</span>'.repeat(25_000)}</div>`));
    for (const paragraph of PARAGRAPHS) expect(article.text).toContain(paragraph);
    expect(notes.some((note) => note.reason.includes('too much to build a tree of'))).toBe(true);
  });
});
