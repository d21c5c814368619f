/** Dates, labels and bylines as pages in other languages have them. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../test/support/documents.ts';
import { rules } from '../../../test/support/extract-rules.ts';
import { BODY } from '../../../test/support/pages.ts';
import { extract } from '../extract.ts';
import { fold } from './fold.ts';
import { labelledDates, labelledName } from './labelled.ts';
import { parseDate } from './parse-date.ts';

const words = rules.dateWords;

describe('dates in other languages', () => {
  const cases: [text: string, locale: string | null, value: string][] = [
    ['٧ تشرين الأول ٢٠١٧', 'ar', '2017-10-07'],
    ['السبت، 7 تشرين الأول/أكتوبر 2017، 14:30', 'ar', '2017-10-07'],
    ['الأحد 12 كانون الثاني 2020', null, '2020-01-12'],
    ['15 اذار 2018', null, '2018-03-15'],
    ['7 يناير 2018 م', null, '2018-01-07'],
    ['7 يناير 2018 - 02:26 م بتوقيت غرينتش', 'ar', '2018-01-07T14:26:00Z'],
    ['12 أوت 2019', 'ar', '2019-08-12'],
    ['07/10/2017', 'ar', '2017-10-07'],
    ['07/10/2017', 'en-gb', '2017-10-07'],
    ['2017/10/12', 'ar', '2017-10-12'],
    ['7 октября 2017, 14:30 МСК', 'ru', '2017-10-07T14:30:00+03:00'],
    ['7 октября 2017 г. в 14:30', null, '2017-10-07'],
    ['12:45 07.10.2017', 'ru', '2017-10-07'],
    ['субота, 7 жовтня 2017 року, 12:40', 'uk', '2017-10-07'],
    ['7 Ekim 2017 Cumartesi, 14:30', 'tr', '2017-10-07'],
    ['07 AĞUSTOS 2017', null, '2017-08-07'],
    ['samedi 7 octobre 2017 à 14h30', 'fr', '2017-10-07'],
    ['Le 1er août 2017', 'fr', '2017-08-01'],
    ['mar. 10 oct. 2017', 'fr', '2017-10-10'],
    ['10 mar 2018', 'es', '2018-03-10'],
    ['Samstag, 7. Oktober 2017, 14:30 Uhr MESZ', 'de', '2017-10-07T14:30:00+02:00'],
    ['12.10.2017', 'de', '2017-10-12'],
    ['martes, 10 de octubre de 2017 a las 14:30 h', 'es', '2017-10-10'],
    ['شنبه ۱۵ مهر ۱۳۹۶ - ۱۴:۳۰', 'fa', '2017-10-07'],
    ['1396/07/15', 'fa', '2017-10-07'],
    ['1399/12/30', 'fa', '2021-03-20'],
    ['20 جدی 1396', 'fa', '2018-01-10'],
    ['سه‌شنبه 10 اکتبر 2017', 'fa', '2017-10-10'],
  ];
  for (const [text, locale, value] of cases) {
    it(text, () => expect(parseDate(text, words, locale)).toMatchObject({ value }));
  }
});

describe('dates that stay unknown in other languages', () => {
  const cases: [text: string, locale: string | null, why: string | null][] = [
    ['07/10/2017', null, 'ambiguous'],
    ['07/10/2017', 'en-us', 'ambiguous'],
    ['15 محرم 1439 هـ', 'ar', 'another-calendar'],
    ['7 октября', 'ru', 'no-year'],
    ['воскресенье, 7 октября 2017', 'ru', 'weekday-does-not-fit'],
    ['1402/12/30', 'fa', null],
    ['1396/07/15', 'ar', null],
    ['il y a 2 heures', 'fr', null],
    ['منذ ساعتين', 'ar', null],
    ['2 часа назад', 'ru', null],
  ];
  for (const [text, locale, why] of cases) {
    it(`${text} ${locale ?? ''}`, () =>
      expect(parseDate(text, words, locale)).toEqual(why === null ? null : { unclear: why }));
  }
});

describe('labels', () => {
  const cases: [text: string, locale: string, dates: [kind: string, text: string][]][] = [
    [
      'Publié le 7 octobre 2017 à 14h30 - Mis à jour le 8 octobre 2017 à 9h00',
      'fr',
      [
        ['published', '7 octobre 2017 à 14h30'],
        ['modified', '8 octobre 2017 à 9h00'],
      ],
    ],
    [
      'Giriş: 07.10.2017 - 14:30 Güncelleme: 07.10.2017 - 15:10',
      'tr',
      [
        ['published', '07.10.2017 - 14:30'],
        ['modified', '07.10.2017 - 15:10'],
      ],
    ],
    [
      '7 octobre 2017, mis à jour le 8 octobre 2017',
      'fr',
      [
        ['published', '7 octobre 2017'],
        ['modified', '8 octobre 2017'],
      ],
    ],
    ['نشر في: 7 أكتوبر 2017', 'ar', [['published', '7 أكتوبر 2017']]],
    ['آخر تحديث: 07/10/2017', 'ar', [['modified', '07/10/2017']]],
    ['Опубликовано 7 октября 2017', 'ru', [['published', '7 октября 2017']]],
    ['Stand: 07.10.2017, 12:00 Uhr', 'de', [['modified', '07.10.2017, 12:00 Uhr']]],
  ];
  for (const [text, locale, dates] of cases) {
    it(text, () => {
      const found = labelledDates(text, words, locale)!;
      expect(found.map(({ kind, text: date }) => [kind, date])).toEqual(dates);
      for (const { at, text: date } of found) expect(text.slice(at, at + date.length)).toBe(date);
    });
  }
  it('are no labels in a sentence', () => {
    expect(labelledDates('Published 7 October 2017 by the army', words)).toBeNull();
    expect(labelledDates('The list of 7 October 2017 was updated', words)).toBeNull();
  });
  it('of authors', () => {
    expect(labelledName('Автор: Анна Ли', words, null)).toEqual({ text: 'Анна Ли', at: 7 });
    expect(labelledName('بقلم: سامي حداد', words, null)?.text).toBe('سامي حداد');
    expect(labelledName('Par Anne Lis', words, 'fr')?.text).toBe('Anne Lis');
    expect(labelledName('Par ailleurs, trois hommes sont morts', words, 'fr')).toBeNull();
    expect(labelledName('Von Anna Lis', words, 'en')).toBeNull();
  });
});

describe('pages in other languages', () => {
  const read = (lang: string, body: string) =>
    extract(
      documentOf(`<html lang="${lang}"><body>${body}</body></html>`, {
        mediaType: 'text/html',
        url: 'https://example.org/a',
      }),
      rules,
    );
  const arabic =
    '<p>قالت المصادر إن قذيفتين سقطتا قرب الجسر القديم مساء الاثنين وأصيب تسعة أشخاص بجروح.</p>'.repeat(4);
  it('have their date and author', () => {
    const { article, status } = read(
      'ar',
      `<article><h1>سقوط قذيفتين قرب الجسر</h1><div class="post-date">نشر في: ٧ تشرين الأول ٢٠١٧</div><div class="author">بقلم: سامي حداد</div>${arabic}</article>`,
    );
    expect(status).toBe('another-language');
    expect(article).toMatchObject({
      title: 'سقوط قذيفتين قرب الجسر',
      byline: 'سامي حداد',
      published: { value: '2017-10-07', basis: 'stated' },
    });
  });
  it('say how a date in figures was read, and which of several stands', () => {
    const { article, notes } = read(
      'fr',
      `<article><h1>Le pont</h1><time datetime="08/10/2017" class="published">8</time><time class="updated">09/10/2017</time><time class="published">7 octobre 2017</time>${BODY}</article>`,
    );
    expect(article).toMatchObject({ published: { value: '2017-10-08' }, modified: { value: '2017-10-09' } });
    const reasons = notes.filter(({ step }) => step === 'dates').map(({ reason }) => reason);
    expect(reasons).toContain('published "08/10/2017" (time): read day first, as in fr');
    expect(reasons).toContain('published 2017-10-08 (time) stands before 2017-10-07 (time)');
  });
  it('leave dates of other stories alone', () => {
    const { article } = read(
      'fr',
      `<article><h1>Le pont</h1>${BODY}</article><div class="date">7 octobre 2017</div><div class="date">8 octobre 2017</div>`,
    );
    expect(article.published).toBeNull();
  });
});

it('folds what is written in several ways to one form', () => {
  expect(fold('ÂÇÉ İstanbul ١٢٣ ۴۵ أإآى ی')).toBe('ace istanbul 123 45 اااي ي');
});
