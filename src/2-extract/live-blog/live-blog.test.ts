/** Live blogs in the markups that pages use: each entry an article of its own; reports with a few times in them stay whole. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../test/support/documents.ts';
import { rules } from '../../../test/support/extract-rules.ts';
import { BODY, PARAGRAPHS } from '../../../test/support/pages.ts';
import { extract } from '../extract.ts';
import { entryDocuments } from './entry-documents.ts';

const URL = 'https://www.example-herald.org/live/2018/mar/05/karez';
const LEAD = '<p>Our reporters follow the fighting around Karez as it goes on through the day.</p>';
const HEAD = `<title>Karez live - Example Herald</title><meta property="og:site_name" content="Example Herald">
  <link rel="canonical" href="${URL}"><meta property="article:published_time" content="2018-03-05T08:00:00Z">`;
const ENTRIES = [
  {
    id: 'block-3',
    at: '2018-03-05T14:32:00Z',
    title: 'Army denies shelling',
    text: 'The army denied that it had fired on the bridge at Karez on Monday.',
  },
  {
    id: 'block-2',
    at: '2018-03-05T12:10:00Z',
    title: 'Nine wounded',
    text: 'Nine people were wounded near the old bridge, the hospital said. Two are children.',
  },
  {
    id: 'block-1',
    at: '2018-03-05T09:05:00Z',
    title: 'Shells fall',
    text: 'Two shells fell near the old bridge, residents told our reporter this morning.',
  },
];

const pageOf = (body: string, head = HEAD) =>
  documentOf(
    `<!DOCTYPE html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a></nav>${body}<footer>© Example Herald</footer></body></html>`,
    {
      mediaType: 'text/html',
      url: URL,
    },
  );
const read = (document: ReturnType<typeof pageOf>) => {
  const page = extract(document, rules);
  const entries = entryDocuments(document).map((entry) => ({ entry, ...extract(entry, rules) }));
  return { page, entries };
};

function expectEntries(html: string, head?: string, sure: { published?: boolean; titles?: boolean } = {}) {
  const { page, entries } = read(pageOf(html, head));
  expect(entries.map(({ article }) => article.text.includes('The army denied'))).toEqual([
    true,
    false,
    false,
  ]);
  for (const [i, { article, entry }] of entries.entries()) {
    const told = ENTRIES[i]!;
    expect(article.text).toContain(told.text);
    expect(article.text).not.toMatch(/Share|14:32/);
    if (sure.published !== false)
      expect(article.published).toMatchObject({ value: told.at, basis: 'stated' });
    if (sure.titles !== false) expect(article.title).toBe(told.title);
    expect(article.publisher).toBe('Example Herald');
    expect(entry.given.item).toMatchObject({ feed: URL });
    expect(entry.provenance.how).toBe('feed');
    expect(entry.provenance.location).toContain('#entry=');
  }
  expect(page.article.text).not.toContain('The army denied');
  expect(
    page.notes.some(
      ({ step, reason }) => step === 'live-blog' && reason.startsWith('a live blog of 3 entries'),
    ),
  ).toBe(true);
  return { page, entries };
}

const block = ({ id, at, title, text }: (typeof ENTRIES)[number]) =>
  `<div id="${id}" class="block"><p class="block-time"><a href="?page=with:${id}#${id}"><time datetime="${at}">14:32</time></a></p><h2>${title}</h2><p class="byline">Ann Lee</p><div><p>${text}</p></div><ul class="share"><li><a href="https://x.example/s">Share on X</a></li></ul></div>`;

describe('live blogs', () => {
  it('marked by siblings with ids, times and links to themselves', () => {
    const { page, entries } = expectEntries(
      `<article><h1>Karez live</h1>${LEAD}${ENTRIES.map(block).join('')}</article>`,
    );
    expect(entries[0]!.article).toMatchObject({ byline: 'Ann Lee', url: `${URL}?page=with:block-3#block-3` });
    expect(page.article.title).toBe('Karez live');
  });
  it('marked as list items with microdata', () => {
    const item = ({ id, at, title, text }: (typeof ENTRIES)[number]) =>
      `<li itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" id="${id}"><meta itemprop="datePublished" content="${at}"><h3 itemprop="headline">${title}</h3><div itemprop="articleBody"><p>${text}</p></div></li>`;
    expectEntries(`<h1>Karez live</h1>${LEAD}<ol>${ENTRIES.map(item).join('')}</ol>`);
  });
  it('whose entries are wrapped deeper, with two times each', () => {
    const item = ({ id, at, title, text }: (typeof ENTRIES)[number]) =>
      `<section><div><article id="${id}"><header><time class="published" datetime="${at}">x</time><time class="updated" datetime="2018-03-06T00:00:00Z">y</time></header><div><h3>${title}</h3><div><p>${text}</p></div></div></article></div></section>`;
    const { entries } = expectEntries(
      `<h1>Karez live</h1>${LEAD}<main><div>${ENTRIES.map(item).join('')}</div></main>`,
    );
    expect(entries[0]!.article.modified).toMatchObject({ value: '2018-03-06T00:00:00Z' });
  });
  it('that only JSON-LD tells apart', () => {
    const json = {
      '@type': 'LiveBlogPosting',
      headline: 'Karez live',
      liveBlogUpdate: ENTRIES.map(({ id, at, title, text }) => ({
        ...{ '@type': 'BlogPosting', headline: title, articleBody: `<p>${text}</p>`, datePublished: at },
        ...{ url: `${URL}#${id}`, author: [{ '@type': 'Person', name: 'Ann Lee' }] },
      })),
    };
    const body = ENTRIES.map(({ title, text }) => `<h3>${title}</h3><p>${text}</p>`).join('');
    const { page, entries } = expectEntries(
      `<article><h1>Karez live</h1>${LEAD}${body}</article>`,
      `${HEAD}<script type="application/ld+json">${JSON.stringify(json)}</script>`,
    );
    expect(entries[0]!.article).toMatchObject({ byline: 'Ann Lee', url: `${URL}#block-3` });
    expect(page.article.text).toContain('Our reporters follow');
  });
  it('with both: JSON-LD names, the page has the whole text', () => {
    const json = {
      '@type': 'LiveBlogPosting',
      liveBlogUpdate: ENTRIES.map(({ id, at, title }) => ({
        '@type': 'BlogPosting',
        headline: title,
        articleBody: 'The army …',
        datePublished: at,
        url: `${URL}#${id}`,
      })),
    };
    expectEntries(
      `<article><h1>Karez live</h1>${LEAD}${ENTRIES.map(block).join('')}</article>`,
      `${HEAD}<script type="application/ld+json">${JSON.stringify(json)}</script>`,
    );
  });
  it('that are flat: a heading with a time and an anchor, then paragraphs', () => {
    const body = ENTRIES.map(
      ({ id, at, title, text }) => `<h3 id="${id}">${at.slice(11, 16)} ${title}</h3><p>${text}</p>`,
    ).join('');
    const { entries } = expectEntries(`<article><h1>Karez live</h1>${LEAD}${body}</article>`, HEAD, {
      published: false,
    });
    expect(entries[0]!.article.published).toEqual({ value: '2018-03-05', basis: 'given', span: null });
    expect(entries[0]!.notes.some(({ reason }) => reason.includes('"14:32"'))).toBe(true);
  });
  it('give the same bytes for an entry while it stays the same', () => {
    const hashes = (all: typeof ENTRIES, title: string) =>
      entryDocuments(pageOf(`<article><h1>${title}</h1>${LEAD}${all.map(block).join('')}</article>`)).map(
        ({ sha256 }) => sha256,
      );
    const first = hashes(ENTRIES, 'Karez live');
    const more = {
      id: 'block-4',
      at: '2018-03-05T16:00:00Z',
      title: 'Truce',
      text: 'Both sides spoke of a truce in the evening, the council said.',
    };
    expect(hashes([more, ...ENTRIES], 'Truce at Karez, live').slice(1)).toEqual(first);
  });
});

describe('no live blogs', () => {
  const whole = (body: string, head = HEAD) => {
    const document = pageOf(body, head);
    expect(entryDocuments(document)).toEqual([]);
    const { article, notes } = extract(document, rules);
    expect(notes.some(({ step }) => step === 'live-blog')).toBe(false);
    return article.text;
  };
  it('a report with a few times in it', () => {
    const times = ['09:05', '12:10', '14:32'].map(
      (time, i) => `<p id="p${i}">At ${time} a shell fell near the old bridge, residents said.</p>`,
    );
    const text = whole(
      `<article><h1>Karez</h1><time datetime="2018-03-05">5 March</time>${BODY}${times.join('')}</article>`,
    );
    expect(text).toContain('At 12:10');
    expect(text).toContain(PARAGRAPHS[0]);
  });
  it('a timeline within a report', () => {
    const items = ENTRIES.map(
      ({ at, text }) => `<li><time datetime="${at}">${at.slice(11, 16)}</time> ${text}</li>`,
    ).join('');
    expect(whole(`<article><h1>Karez</h1>${BODY}${BODY}<ul>${items}</ul></article>`)).toContain(
      'Two shells fell near the old bridge',
    );
  });
  it('a list of other reports', () => {
    const items = ENTRIES.map(
      ({ id, at, title, text }) =>
        `<article id="${id}"><h2><a href="/2018/03/${id}">${title}</a></h2><time datetime="${at}">x</time><p>${text}</p></article>`,
    );
    whole(`<h1>Karez</h1>${items.join('')}`);
  });
  it('comments under a report', () => {
    const items = ENTRIES.map(
      ({ id, at, text }) =>
        `<li class="comment" id="${id}"><a href="#${id}"><time datetime="${at}">x</time></a><p>${text.repeat(4)}</p></li>`,
    );
    expect(
      whole(`<article><h1>Karez</h1>${BODY}</article><ol class="comments">${items.join('')}</ol>`),
    ).toContain(PARAGRAPHS[0]);
  });
  it('times that run to and fro', () => {
    const body = ['14:32', '09:05', '16:00', '12:10', '18:45'].map(
      (time, i) => `<h3 id="h${i}">${time} the bridge</h3><p>${PARAGRAPHS[i % 4]}</p>`,
    );
    whole(`<article><h1>Karez</h1>${body.join('')}</article>`);
  });
});
