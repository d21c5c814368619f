import { describe, expect, it } from 'vitest';
import { claimsByParagraph, paragraphs, segments } from './segments.ts';

const TEXT = 'Shelling hit Karsa.\n\nShare this page\nThe ministry denied it.';

describe('segments', () => {
  it('give the text again, with what each piece belongs to', () => {
    const [first] = paragraphs(TEXT, []);
    const cut = segments(first!, {
      claims: [
        { index: 0, spans: [[0, 18]] },
        { index: 1, spans: [[9, 18]] },
      ],
      furniture: [],
      lit: [[13, 18]],
    });
    expect(cut.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe('Shelling hit Karsa.');
    expect(cut.map(({ claims, lit }) => [claims, lit])).toEqual([
      [[0], false],
      [[0, 1], false],
      [[0, 1], true],
      [[], false],
    ]);
  });

  it('leave empty lines out and know a paragraph that is furniture', () => {
    const all = paragraphs(TEXT, [[21, 36]]);
    expect(all.map(({ start, end, furniture }) => [TEXT.slice(start, end), furniture])).toEqual([
      ['Shelling hit Karsa.', false],
      ['Share this page', true],
      ['The ministry denied it.', false],
    ]);
  });

  it('tie claims to the paragraphs of their words', () => {
    const all = paragraphs(TEXT, []);
    expect(
      claimsByParagraph(all, [
        [[0, 8]],
        [
          [13, 18],
          [37, 49],
        ],
      ]),
    ).toEqual([[0, 1], [], [1]]);
  });
});
