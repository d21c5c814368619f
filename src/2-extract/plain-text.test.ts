/** Plain text as it is copied from pages and sent by agencies: facts found, furniture marked, the report left alone. */
import { describe, expect, it } from 'vitest';
import { type DocumentSettings, documentOf } from '../../test/support/documents.ts';
import { rules } from '../../test/support/extract-rules.ts';
import { extract } from './extract.ts';

function read(text: string, settings: DocumentSettings = {}) {
  const extracted = extract(documentOf(text, settings), rules);
  const { article, notes } = extracted;
  const furniture = article.furniture.map(([start, end]) => article.text.slice(start, end));
  const marks = Object.fromEntries(
    notes
      .filter((note) => note.step === 'furniture')
      .map((note) => [article.text.slice(...note.span!), note.reason]),
  );
  return { ...extracted, furniture, marks };
}

const BODY = [
  'On Monday two shells fell near the old bridge, residents said, and nine people were wounded.',
  'The army denied it. “We did not fire,” a spokesman told the Example Agency.',
];
const BODY_TEXT = BODY.join('\n\n');

describe('a text copied from a page', () => {
  const text = `Shells Fall Near the Old Bridge

Written by Subject: Wadi Town

Shells Fall Near the Old Bridge

by Ann Lee ( - Home - Ann Lee)

${BODY_TEXT}

VISIT MY NEW WEB SITE: (Home - Ann Lee). Contact at

My newest book as author is titled "The River Road."

Listen to lively talks with well-known guests on the Example News Hour on the Example Radio Network.

Join us on our Social Networks:


Share this page with your friends on your favorite social network:`;
  const { article, furniture, notes, status } = read(text);

  it('keeps its text as it came', () => expect(article.text).toBe(text));

  it('is ready, with title, byline and subject', () => {
    expect(status).toBe('ready');
    expect(article).toMatchObject({
      title: 'Shells Fall Near the Old Bridge',
      byline: 'Ann Lee',
      subject: 'Wadi Town',
      published: null,
      language: 'en',
    });
    expect(article.credits).toEqual([
      {
        kind: 'byline',
        text: 'Ann Lee',
        span: [text.indexOf('Ann Lee'), text.indexOf('Ann Lee') + 7],
        party: null,
      },
    ]);
  });

  it('has all its furniture marked, the second title too, the first not', () => {
    expect(furniture).toEqual([
      'Written by Subject: Wadi Town',
      'Shells Fall Near the Old Bridge',
      'by Ann Lee ( - Home - Ann Lee)',
      'VISIT MY NEW WEB SITE: (Home - Ann Lee). Contact at',
      'My newest book as author is titled "The River Road."',
      'Listen to lively talks with well-known guests on the Example News Hour on the Example Radio Network.',
      'Join us on our Social Networks:',
      'Share this page with your friends on your favorite social network:',
    ]);
    expect(article.furniture[1]![0]).toBeGreaterThan(0);
  });

  it('says with one note each which rule marked it', () => {
    expect(notes.map((note) => note.reason)).toEqual([
      'subject',
      'repeated-title',
      'byline-home-link',
      'visit-site',
      'own-book',
      'tune-in',
      'follow-us',
      'share-this',
    ]);
    expect(notes.map((note) => note.span)).toEqual(article.furniture);
  });
});

describe('the headline', () => {
  const cases: [what: string, text: string, title: string | null][] = [
    [
      'is a short first line over a blank line',
      `Shells fall near bridge\n\n${BODY_TEXT}`,
      'Shells fall near bridge',
    ],
    ['may ask', `Who fired on the bridge?\n\n${BODY_TEXT}`, 'Who fired on the bridge?'],
    [
      'may begin with a name in lower case',
      `al-Nusra leaves the town\n\n${BODY_TEXT}`,
      'al-Nusra leaves the town',
    ],
    [
      'may stand under a date',
      `March 3, 2018\nShells fall near bridge\n\n${BODY_TEXT}`,
      'Shells fall near bridge',
    ],
    [
      'may stand over a byline without a blank line',
      `Shells fall near bridge\nBy Ann Lee\n${BODY_TEXT}`,
      'Shells fall near bridge',
    ],
    [
      'stands over sentences in text of one block',
      `Shells fall near bridge\n${BODY.join('\n')}`,
      'Shells fall near bridge',
    ],
    ['is no sentence', BODY_TEXT, null],
    ['is no line that reads on', `the second shell fell near\n\n${BODY_TEXT}`, null],
    [
      'is no line of wrapped text',
      'On Monday two shells fell near the old bridge, residents of\nWadi Town said, and nine people were wounded.',
      null,
    ],
    ['is no dateline', `HAIFA, March 3 (Reuters) -\n\n${BODY_TEXT}`, null],
    ['is no line of a transcript', `QUESTION: Who fired on the bridge?\n\n${BODY_TEXT}`, null],
    ['is no single line', 'Shells fall near bridge', null],
    ['is no single word', `Shells\n\n${BODY_TEXT}`, null],
  ];
  for (const [what, text, title] of cases) it(what, () => expect(read(text).article.title).toBe(title));

  it('that was given wins, and the one in the text is still no part of the report’s first paragraph', () => {
    const { article } = read(`Shells fall\n\nBy Ann Lee\n\n${BODY_TEXT}`, { given: { title: 'Given' } });
    expect(article).toMatchObject({ title: 'Given', byline: 'Ann Lee' });
  });
});

describe('dates', () => {
  const published = (text: string, settings: DocumentSettings = {}) => read(text, settings).article.published;
  it('stand where the text states them', () => {
    const text = `Shells fall near bridge\n\nPublished: 3 March 2018\n\n${BODY_TEXT}`;
    const start = text.indexOf('3 March');
    expect(published(text)).toEqual({ value: '2018-03-03', basis: 'stated', span: [start, start + 12] });
  });
  it('that were given win, and point at the same day in the text only if stated', () => {
    const given = { published: '2018-03-04' };
    expect(published(BODY_TEXT, { given })).toEqual({ value: '2018-03-04', basis: 'given', span: null });
  });
  it('of a dateline with its year are implied', () => {
    const text = `HAIFA, March 3, 2018 (Reuters) - ${BODY_TEXT}`;
    expect(published(text)).toEqual({ value: '2018-03-03', basis: 'implied', span: [7, 20] });
  });
  it('stay unknown where none is stated, where the year is missing, where two readings are possible', () => {
    expect(published(BODY_TEXT)).toBeNull();
    const { article, notes } = read(`Shells fall near bridge\n\nPublished: 03/04/2018\n\n${BODY_TEXT}`);
    expect(article.published).toBeNull();
    expect(notes.find((note) => note.step === 'dates')?.reason).toContain('ambiguous');
    expect(published(`HAIFA, March 3 (Reuters) - ${BODY_TEXT}`)).toBeNull();
  });
  it('stand under a standfirst too, where they are no day of a chronicle', () => {
    const day = (lines: string[]) => published([...lines, ...BODY].join('\n'))?.value;
    const points = ['Two shells hit the east bank', 'Nine people were wounded.'];
    expect(day(['Shells fall near bridge', 'Nine wounded in Wadi Town', 'March 3, 2018'])).toBe('2018-03-03');
    expect(
      day([
        'Shells fall near bridge',
        ...points,
        'PUBLISHED: 16:05 GMT, 3 March 2018 | UPDATED: 06:55 GMT, 4 March 2018',
      ]),
    ).toBe('2018-03-03T16:05:00Z');
    expect(day(['Shells fall near bridge', ...points, 'SATURDAY, MARCH 3, 2018, 10:34 AM'])).toBe(
      '2018-03-03',
    );
    expect(day(['Shells fall near bridge', ...points, 'March 3, 2018'])).toBeUndefined();
    expect(day(['Shells fall near bridge', 'on March 3, 2018 at 4:31 AM, updated March 4, 2018'])).toBe(
      '2018-03-03',
    );
  });
  it('of a change are no dates of publication', () => {
    const { article } = read(
      `Shells fall near bridge\n\nLast updated: 3 March 2018 17:50 GMT\n\n${BODY_TEXT}`,
    );
    expect(article.published).toBeNull();
    expect(article.modified?.value).toBe('2018-03-03T17:50:00Z');
  });
});

describe('credits', () => {
  const credits = (text: string): string[] => {
    const { article } = read(text);
    for (const { span, text: words } of article.credits) expect(article.text.slice(...span)).toBe(words);
    return article.credits.map(({ kind, text: words }) => `${kind}: ${words}`);
  };
  const cases: [text: string, credits: string[]][] = [
    [`BEIRUT (AP) — ${BODY_TEXT}`, ['dateline: BEIRUT', 'agency: AP']],
    [`SIDON, Lebanon — ${BODY_TEXT}`, ['dateline: SIDON, Lebanon']],
    [
      `PARIS/AMMAN, March 3 (Reuters/AFP) - ${BODY_TEXT}`,
      ['dateline: PARIS/AMMAN', 'agency: Reuters', 'agency: AFP'],
    ],
    [`Deir Ezzor, SANA – ${BODY_TEXT}`, ['dateline: Deir Ezzor', 'agency: SANA']],
    [`MOSCOW, March 3. /TASS/. ${BODY_TEXT}`, ['dateline: MOSCOW', 'agency: TASS']],
    [`(Reuters) - ${BODY_TEXT}`, ['agency: Reuters']],
    [`Shells fall.\n\nHAIFA (AFP) – ${BODY_TEXT}`, ['dateline: HAIFA', 'agency: AFP']],
    [`BREAKING - ${BODY_TEXT}`, []],
    [`NATO - ${BODY_TEXT}`, []],
    [
      `${BODY_TEXT}\n\nAP writers Ann Lee and Omar Haddad contributed to this report.`,
      ['agency: AP', 'byline: Ann Lee and Omar Haddad'],
    ],
    [`${BODY_TEXT} AFP contributed to this report.`, ['agency: AFP']],
    [`${BODY_TEXT} Copyright 2018 The Associated Press. All rights reserved.`, ['agency: Associated Press']],
    [`${BODY_TEXT}\n\n(Reporting by Ann Lee in Amman; Editing by Omar Haddad)`, ['byline: Ann Lee in Amman']],
    [`${BODY_TEXT}\n\nThis article first appeared in Example Weekly.`, ['republished-from: Example Weekly']],
  ];
  for (const [text, expected] of cases) {
    it(text.replace(BODY_TEXT, '…').replace(/\n+/g, ' ↵ '), () => expect(credits(text)).toEqual(expected));
  }

  it('of helpers at the end are not the byline', () => {
    expect(read(`${BODY_TEXT}\n\nAnn Lee contributed to this report.`).article.byline).toBeNull();
  });

  it('leave the dateline in the text that is read', () => {
    expect(read(`BEIRUT (AP) — ${BODY_TEXT}`).article.furniture).toEqual([]);
  });
});

describe('the tail', () => {
  it('ends at the first sentence of the report, seen from the end', () => {
    const { furniture } = read(
      `${BODY_TEXT}\n\nFollow us on Twitter.\n\nThe bridge stood.\n\nAll rights reserved.`,
    );
    expect(furniture).toEqual(['Follow us on Twitter.', 'All rights reserved.']);
  });
  it('takes closing sentences of a text in one paragraph, never its first', () => {
    const { furniture } = read('Two shells fell. Copyright 2018 Example News. All rights reserved.');
    expect(furniture).toEqual(['Copyright 2018 Example News.', 'All rights reserved.']);
    expect(read('All rights reserved. Contact us at news@example.org.').furniture).toEqual([
      'Contact us at news@example.org.',
    ]);
  });
  it('takes a closing list of links with its heading, and a note on the author', () => {
    const list = 'More from the region\n\nTruce talks resume\n\nA bridge too far';
    expect(read(`${BODY_TEXT}\n\n${list}`).furniture).toEqual(list.split('\n\n'));
    const bio = 'About the author\n\nAnn Lee writes for Example Weekly. She lives in Haifa.';
    expect(read(`${BODY_TEXT}\n\n${bio}`).furniture).toEqual(bio.split('\n\n'));
  });
  it('leaves a list whose entries are sentences', () => {
    const list = 'More from the region\n\nThe truce broke down at noon.\n\nNine people were killed.';
    expect(read(`${BODY_TEXT}\n\n${list}\n\n${BODY_TEXT}`).furniture).toEqual([]);
  });
});

describe('other languages', () => {
  const russian =
    'В понедельник два снаряда упали у старого моста, сообщили жители, девять человек были ранены. Армия это отрицает. «Мы не стреляли», — сказал представитель агентству. Наблюдатели просили доступа к месту, но министерство им отказало, и никто не мог сказать, откуда стреляли в тот вечер.';
  it('are told on 200 letters, and left unread', () => {
    expect(read(russian)).toMatchObject({ status: 'another-language', article: { language: 'ru' } });
    expect(read(russian).notes.map(({ step }) => step)).toContain('not-read');
    expect(read(BODY_TEXT).notes.map(({ step }) => step)).not.toContain('not-read');
  });
  it('are read as English where the text is short and in the same script', () => {
    const german = 'Die Straße zum Hafen ist seit Montag gesperrt, sagte ein Sprecher der Stadt.';
    expect(read(german)).toMatchObject({ status: 'ready', article: { language: 'en' } });
    expect(read(russian.slice(0, 120)).notes.map(({ step }) => step)).toContain('not-read');
  });
  it('in a quotation leave an English report English', () => {
    const english = `${BODY_TEXT} `.repeat(15);
    expect(read(`${english}\n\n${russian}\n\n${english}`)).toMatchObject({
      status: 'ready',
      article: { language: 'en' },
    });
  });
});

describe('a document without words', () => {
  it('says so', () => {
    for (const text of [' \n\t ', '___', '— — —']) expect(read(text).status, text).toBe('no-text');
    expect(extract(documentOf('GIF8', { mediaType: 'image/gif' }), rules).status).toBe('unsupported');
  });
});
