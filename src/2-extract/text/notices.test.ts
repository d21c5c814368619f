/** What outlets say of their own articles is kept apart: found, dated, left unread, and not looked for in reports of others. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../test/support/documents.ts';
import { rules } from '../../../test/support/extract-rules.ts';
import { PARAGRAPHS } from '../../../test/support/pages.ts';
import { parseDate } from '../dates/parse-date.ts';
import { extract } from '../extract.ts';

describe('every rule', () => {
  for (const { name, pattern, example, unlike } of rules.notices) {
    it(`${name} matches its example and not its contrary`, () => {
      const date = /\[(.+?)\]/.exec(example)?.[1];
      const match = pattern.exec(example.replace(/\[(.+?)\]/, '$1'));
      expect(match, example).not.toBeNull();
      expect(match!.groups?.date ?? match!.groups?.date2).toBe(date);
      if (date) expect(parseDate(date, rules.dateWords)).toHaveProperty('value');
      expect(pattern.test(unlike), unlike).toBe(false);
    });
  }
});

const read = (...paragraphs: string[]) =>
  extract(documentOf(paragraphs.join('\n\n'), { mediaType: 'text/plain' }), rules).article;
const TITLE = 'Shells Fall Near the Bridge';

describe('notes of the outlet', () => {
  it('are records of the article, and left unread', () => {
    const note = 'Correction, 5 May 2018: the bridge is in Karez, not in Hama. We regret the error.';
    const article = read(TITLE, 'By Ann Lee', ...PARAGRAPHS, note, 'Share this article');
    const [found, ...more] = article.notices!;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'correction',
      text: note,
      date: { value: '2018-05-05', basis: 'stated' },
    });
    expect(article.text.slice(...found!.date!.span!)).toBe('5 May 2018');
    expect(article.furniture).toContainEqual(found!.span);
    expect(article.title).toBe(TITLE);
  });
  it('do not end the head or the tail', () => {
    const article = read(
      TITLE,
      'Editor’s note: the photographs are graphic.',
      'By Ann Lee',
      ...PARAGRAPHS,
      'Share this article',
      'This article was amended on 7 May 2018.',
    );
    expect(article.byline).toBe('Ann Lee');
    const left = article.furniture.map((span) => article.text.slice(...span));
    expect(left).toContain('Share this article');
    expect(article.notices!.map(({ kind }) => kind)).toEqual(['editors-note', 'correction']);
  });
  it('within a paragraph are one sentence of it', () => {
    const article = read(
      TITLE,
      `${PARAGRAPHS[0]} An earlier version of this article said twelve. ${PARAGRAPHS[1]}`,
      PARAGRAPHS[2]!,
    );
    expect(article.notices).toMatchObject([
      { kind: 'correction', text: 'An earlier version of this article said twelve.' },
    ]);
  });
  it('under a heading of their own are what stands next', () => {
    const article = read(
      TITLE,
      ...PARAGRAPHS,
      'Corrections and clarifications',
      'The ministry counted nine, not twelve.',
    );
    expect(article.notices).toMatchObject([
      {
        kind: 'correction',
        text: 'Corrections and clarifications\n\nThe ministry counted nine, not twelve.',
      },
    ]);
  });
  it('that bring news are read on', () => {
    const article = read(
      TITLE,
      'Update: the army has since said that a second shell fell on the school.',
      ...PARAGRAPHS,
    );
    expect(article.notices).toMatchObject([{ kind: 'update' }]);
    expect(article.furniture).toEqual([]);
  });
  it('take an article back', () => {
    for (const text of [
      'This article was withdrawn on 5 May 2018 because its source was false.',
      'ADVISORY: withhold the story on Karez until further notice.',
      'Editors, please kill the earlier story slugged BRIDGE.',
    ])
      expect(read(TITLE, text, ...PARAGRAPHS).notices, text).toMatchObject([{ kind: 'withdrawal' }]);
    expect(read('Withdrawn: Shells Fall Near the Bridge', ...PARAGRAPHS).notices).toMatchObject([
      { kind: 'withdrawal' },
    ]);
  });
  it('are not found in what others say', () => {
    const article = read(
      TITLE,
      'The ministry corrected its figure on Monday and apologised.',
      'The army has retracted its claim. This report has been withdrawn by the army, residents said.',
      'An earlier version of the plan said that this bridge would be closed.',
      'Withdrawal of the troops began on Monday. Kill the lights, he said.',
    );
    expect(article.notices).toEqual([]);
  });
});
