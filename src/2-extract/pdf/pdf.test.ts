/** PDFs made here, read as people read them. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../test/support/documents.ts';
import { rules } from '../../../test/support/extract-rules.ts';
import { type Drawn, makePdf, type PdfSettings } from '../../../test/support/make-pdf.ts';
import { acquire } from '../../1-acquire/acquire.ts';
import { extract } from '../extract.ts';
import { openDocument } from '../open-document.ts';

async function read(pages: readonly (readonly Drawn[] | null)[], settings: PdfSettings = {}) {
  const document = documentOf(makePdf(pages, settings), { mediaType: 'application/pdf' });
  return extract(await openDocument(document), rules);
}

/** Lines under one another from a height down. */
const down = (x: number, from: number, lines: readonly string[], step = 14): Drawn[] =>
  lines.map((text, i) => ({ text, x, y: from - i * step }));

const FIRST = [
  'The army said on Monday that two of its patrols were fired on near the old bri-',
  'dge at Karez, and that four soldiers were wounded. Residents of the eastern bank',
  'said the shots came from the mill. A spokesman for the Al-',
  'Mayadin council denied that, and called the report a long-',
  'term fabrication.',
];
const SECOND = [
  '    The mill has been empty since the spring, the council said in its statement, and',
  'nobody was seen there on Monday. No group has said that it was behind the shots.',
];

describe('a PDF with text', () => {
  it('is paragraphs, with words mended at line ends and a title', async () => {
    const { article, status } = await read([
      [
        { text: 'Four soldiers wounded at Karez bridge', x: 60, y: 780, size: 20 },
        ...down(60, 740, FIRST),
        ...down(60, 655, SECOND),
      ],
    ]);
    expect(status).toBe('ready');
    expect(article.title).toBe('Four soldiers wounded at Karez bridge');
    const paragraphs = article.text.split('\n\n');
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[1]).toContain('near the old bridge at Karez');
    expect(paragraphs[1]).toContain('the Al-Mayadin council denied');
    expect(paragraphs[1]).toContain('a long-term fabrication.');
    expect(paragraphs[2]).toMatch(/^The mill .* and nobody was seen/);
  });

  it('is read column by column, what stands across them between', async () => {
    const left = [
      'The northern column of the',
      'convoy left the town at six',
      'in the morning and reached',
      'the river by noon, drivers',
      'said. Nobody stopped it',
      'on the way, they said.',
    ];
    const right = [
      'In the south the road was',
      'closed by snow, the army',
      'said, and two lorries were',
      'lost on the pass. Both',
      'drivers were brought to',
      'the hospital in Karez.',
    ];
    const { article } = await read([
      [
        { text: 'Convoy reaches the river as snow closes the southern road', x: 60, y: 780, size: 18 },
        ...left.flatMap((text, i) => [
          { text, x: 60, y: 740 - i * 14 },
          { text: right[i]!, x: 320, y: 740 - i * 14 },
        ]),
      ],
    ]);
    expect(article.text).toContain('The northern column of the convoy left the town at six in the morning');
    expect(article.text).toContain('on the way, they said.\n\nIn the south the road was closed by snow');
  });

  it('keeps running heads and page numbers apart, and sentences whole over pages', async () => {
    const words = ['one', 'two', 'three'];
    const pages = words.map((word, i): Drawn[] => [
      { text: 'Karez Monitor – Weekly Report', x: 60, y: 810, size: 9 },
      ...down(60, 740, [
        `On page ${word} the monitors tell of shelling in the district, of people who left it, and of`,
        'the road that was closed for most of the week. They counted thirty shells on Sunday, and',
        'the head of the mission said that more than half of them fell on the northern quarter of',
      ]),
      { text: `Page ${i + 1} of 3`, x: 280, y: 30, size: 9 },
    ]);
    const { article } = await read(pages);
    expect(article.text).toContain('northern quarter of On page two the monitors');
    const furniture = article.furniture.map(([start, end]) => article.text.slice(start, end));
    expect(furniture).toEqual(['Karez Monitor – Weekly Report', 'Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']);
  });

  it('has bullets and headings of their own', async () => {
    const { article } = await read([
      down(60, 740, [
        'Incidents',
        'The mission recorded these incidents in the week that ended on the seventh of October:',
        '• Two men were shot at a checkpoint in Karez on Tuesday, and one of them died on the',
        'way to the hospital.',
        '• A school in the northern quarter was hit by a shell on Thursday; nobody was in it.',
      ]),
    ]);
    expect(article.text.split('\n\n').slice(-3)).toEqual([
      'The mission recorded these incidents in the week that ended on the seventh of October:',
      expect.stringMatching(/^• Two men .* on the way to the hospital\.$/),
      expect.stringMatching(/^• A school/),
    ]);
  });

  it('tells who made the file and when, and never takes that for its publication', async () => {
    const { article, notes } = await read([down(60, 740, FIRST)], {
      info: {
        Title: 'Microsoft Word - x.doc',
        Producer: 'Example Writer 3',
        CreationDate: "D:20171007120000+02'00'",
      },
      pack: true,
    });
    expect(article.published).toBeNull();
    expect(article.title).toBeNull();
    expect(notes).toContainEqual(
      expect.objectContaining({ step: 'pdf', reason: 'the file was made on 2017-10-07 by Example Writer 3' }),
    );
  });

  it('takes a stated date, and the title that it has and shows', async () => {
    const { article } = await read(
      [
        [
          { text: 'Monthly report of the mission', x: 60, y: 780, size: 12 },
          { text: '7 October 2017', x: 60, y: 755, size: 11 },
          ...down(60, 720, FIRST),
        ],
      ],
      { info: { Title: 'Monthly report of the mission' } },
    );
    expect(article.title).toBe('Monthly report of the mission');
    expect(article.published).toMatchObject({ value: '2017-10-07', basis: 'stated' });
  });
});

describe('a PDF without text', () => {
  it('that is a scan is kept unread, with a code', async () => {
    const { article, status, notes } = await read([null, null]);
    expect(status).toBe('no-text');
    expect(article.text).toBe('');
    expect(notes.map((note) => note.step)).toContain('not-read');
    expect(notes.some((note) => note.reason.includes('(pdf-scanned)'))).toBe(true);
  });

  it('on some pages says on which', async () => {
    const { notes, status } = await read([down(60, 740, FIRST), null, null]);
    expect(status).toBe('ready');
    expect(notes.map((note) => note.reason).join()).toContain('no text on page 2-3');
  });
});

describe('a PDF that cannot be opened', () => {
  async function codeOf(bytes: Uint8Array): Promise<string> {
    for await (const item of acquire({ how: 'upload', name: 'x.pdf', bytes }))
      return item.ok ? item.document.mediaType : item.error.code;
    return 'nothing';
  }
  it('is a coded error', async () => {
    expect(await codeOf(makePdf([down(60, 740, FIRST)]))).toBe('application/pdf');
    expect(await codeOf(makePdf([down(60, 740, FIRST)], { password: 'x' }))).toBe('pdf-encrypted');
    expect(await codeOf(makePdf([down(60, 740, FIRST)], { password: '' }))).toBe('application/pdf');
    expect(await codeOf(Buffer.from('%PDF-1.7 nothing in it'))).toBe('pdf-broken');
  });

  it('because it unpacks to too much is refused before it is', async () => {
    const bomb = deflateSync(Buffer.alloc(80_000_000, 0x20));
    const file = makePdf([down(60, 740, FIRST)]).toString('latin1');
    const object = `9 0 obj\n<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb.toString('latin1')}\nendstream\nendobj\n`;
    expect(await codeOf(Buffer.from(file.replace('xref', `${object}xref`), 'latin1'))).toBe('pdf-broken');
  });

  it('read all the same gives no text and a reason, never a fault', async () => {
    const document = documentOf(Buffer.from('%PDF-1.7 nothing'), { mediaType: 'application/pdf' });
    const { status, notes } = extract(await openDocument(document), rules);
    expect(status).toBe('no-text');
    expect(notes.some((note) => note.reason.includes('pdf-broken'))).toBe(true);
    expect(extract(document, rules).status).toBe('no-text');
  });
});
