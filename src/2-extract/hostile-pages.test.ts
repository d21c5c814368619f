/** Pages made to hang or crash their reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentSettings, documentOf } from '../../test/support/documents.ts';
import { rules } from '../../test/support/extract-rules.ts';
import { BODY, PAGE_URL, page } from '../../test/support/pages.ts';
import { extract } from './extract.ts';

function read(html: string | Uint8Array, settings: DocumentSettings = {}) {
  return extract(documentOf(html, { mediaType: 'text/html', url: PAGE_URL, ...settings }), rules);
}

describe('hostile pages', () => {
  const megabytes = (piece: string, count: number): string =>
    piece.repeat(Math.ceil((count * 1_000_000) / piece.length));
  const cases: [what: string, html: () => string][] = [
    ['5 MB of nested tags', () => `${megabytes('<div>', 5)}x`],
    ['5 MB of tags closed by others', () => megabytes('<div>', 2.5) + megabytes('</span>', 2.5)],
    ['5 MB of unclosed everything', () => megabytes('<p>a<li>b<td>c<tr><b><i>d<table>', 5)],
    ['nested tables', () => '<table><tr><td>'.repeat(5_000) + BODY],
    [
      '10,000 attributes',
      () => `<div ${Array.from({ length: 10_000 }, (_, at) => `a${at}="x"`).join(' ')}>${BODY}`,
    ],
    ['an attribute of 5 MB', () => `<div class="${'x'.repeat(5_000_000)}">${BODY}`],
    ['a table of 5 MB', () => `<table>${megabytes('<tr><td>one</td><td>two words</td></tr>', 5)}</table>`],
    ['5 MB of entities', () => `<p>${megabytes('&amp;&lt;', 5)}`],
    ['5 MB of <', () => megabytes('<', 5)],
    ['5 MB of text, deep', () => `${'<div>'.repeat(140)}<p>${megabytes('word, word. ', 5)}`],
    ['many paragraphs, deep', () => '<div>'.repeat(140) + BODY.repeat(5_000)],
    ['many links', () => '<a href="/x">link text here</a> '.repeat(19_000)],
    ['many spans', () => `<p>${'<span>word, </span>'.repeat(19_000)}`],
    ['many breaks', () => `<div>${'text<br>'.repeat(19_000)}`],
    [
      'JSON-LD nested without end',
      () => `<script type="application/ld+json">${'['.repeat(400_000)}</script>${BODY}`,
    ],
    ['5 MB of quotes', () => `<div a="${megabytes('" a=\'', 5)}`],
    ['5 MB of white space', () => `<p>${megabytes(' ', 5)}x`],
  ];
  for (const [what, html] of cases) {
    it(what, () => {
      const source = html();
      const { article } = read(source);
      expect(article.text.length).toBeLessThanOrEqual(source.length + 1_000);
    });
  }
});

describe('any bytes', () => {
  const check = (bytes: Uint8Array): void => {
    const { article, notes } = read(bytes);
    for (const { span, text } of article.credits) expect(article.text.slice(...span)).toBe(text);
    for (const { span } of notes) if (span) expect(span[1]).toBeLessThanOrEqual(article.text.length);
    if (article.published?.span) expect(article.text.slice(...article.published.span)).not.toBe('');
  };
  it('that are no page', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 150, seed: 11 });
  });
  it('of pages cut, doubled and scrambled', () => {
    const whole = page(
      `<article><h1>Shells Fall</h1><p>By Ann Lee</p><p>March 3, 2018</p>${BODY}<table><tr><td>x</table></article>`,
      '<meta name="date" content="2018-03-03">',
    );
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length));
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
        check(Buffer.from(cuts.map(([a, b]) => whole.slice(Math.min(a, b), Math.max(a, b))).join('')));
      }),
      { numRuns: 150, seed: 12 },
    );
  });
  it('twice give the same', () => {
    const bytes = Buffer.from(page(BODY));
    expect(JSON.stringify(read(bytes))).toBe(JSON.stringify(read(bytes)));
  });
});
