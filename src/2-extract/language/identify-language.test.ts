/** English unless another language is sure, by its letters or by enough of its words. */
import { describe, expect, it } from 'vitest';
import { identifyLanguage } from './identify-language.ts';

const ARABIC = 'قال متحدث باسم البلدية إن الطريق مغلق منذ صباح يوم الاثنين';
const GERMAN = 'Die Stadt ist seit Montag wieder ruhig, sagte ein Sprecher der Verwaltung. ';

describe('the language of a text', () => {
  it('is told by its script, however short the text', () => {
    expect(identifyLanguage(ARABIC)).toEqual({ language: 'ar', another: true });
    expect(identifyLanguage('Мэрия сообщила, что дорога закрыта.').another).toBe(true);
  });

  it('is English where another is only quoted', () => {
    const text = `The mayor wrote on Monday: "${ARABIC}". Nobody in the council of the town had an answer to that, said a clerk.`;
    expect(identifyLanguage(text).another).toBe(false);
  });

  it('needs enough letters where the script is the same', () => {
    expect(identifyLanguage(GERMAN).another).toBe(false);
    expect(identifyLanguage(GERMAN.repeat(5))).toEqual({ language: 'de', another: true });
  });

  it('is English of a text without letters', () => {
    expect(identifyLanguage('12 … 34').another).toBe(false);
  });
});
