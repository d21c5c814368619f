import { describe, expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { familyOf } from './families.ts';
import { ReprintIndex } from './reprint-index.ts';

const STORY =
  'The convoy left the bridge at dawn and was hit twice before it reached the mill. Two drivers were burned, a third was carried to the clinic by people who had come to buy flour. Nobody said who had fired.';
const OTHER =
  'Traders in the northern market closed their stalls for a second day after shells fell on the road to the border crossing, and the council asked for an inquiry into the loss of four trucks.';
const FOOT =
  'Our newsroom keeps a record of every road in the province and welcomes letters from readers who live beside one of them.';

const report = (document: string, text: string, more: Partial<Report> = {}): Report => ({
  document,
  title: null,
  byline: null,
  publisher: null,
  url: null,
  published: null,
  modified: null,
  credits: [],
  text,
  furniture: [],
  read: true,
  claims: [],
  ...more,
});
const dated = (value: string) => ({ published: { value, basis: 'given' as const, span: null } });

describe('reprints', () => {
  it('finds a whole copy inside a longer report, and a pasted passage, and no more', () => {
    const index = new ReprintIndex();
    index.add(report('a', STORY));
    index.add(report('b', `${OTHER} ${STORY}`));
    index.add(report('c', `${OTHER} Later that day the shops opened again.`));
    expect(index.overlaps('a').map((o) => [o.document, o.overlap.extent])).toEqual([['b', 'whole']]);
    const [first] = index.overlaps('a')[0]!.overlap.passages;
    expect(STORY.slice(...first!.here)).toMatch(/^The convoy.*fired$/s);
    expect(index.overlaps('c').map((o) => o.document)).toEqual(['b']);
  });

  it('is the same in any order', () => {
    const reports = [
      report('a', STORY),
      report('b', `${OTHER} ${STORY}`),
      report('c', OTHER),
      report('d', FOOT),
    ];
    const of = (order: Report[]) => {
      const index = new ReprintIndex();
      for (const one of order) index.add(one);
      return reports.map(({ document }) => index.overlaps(document));
    };
    expect(of([...reports].reverse())).toEqual(of(reports));
  });

  it('takes what an outlet prints under every story for no copy', () => {
    const index = new ReprintIndex();
    const bodies = [STORY, OTHER, 'One.', 'Two.', 'Three.', 'Four.'].map(
      (body, i) => `${body} story number ${i} told at some length by ${i} people in ${i + 3} places ${FOOT}`,
    );
    bodies.forEach((text, i) => void index.add(report(`d${i}`, text, { publisher: 'Road Gazette' })));
    expect(index.overlaps('d0')).toEqual([]);
  });

  it('calls the first text by credit lines before time, and nobody where neither tells', () => {
    const credit = {
      span: [0, 4] as [number, number],
      text: 'Road Wire',
      kind: 'agency' as const,
      party: null,
    };
    const wire = report('w', STORY, { publisher: 'Road Wire', ...dated('2017-10-06') });
    const copy = report('c', STORY, { publisher: 'Herald', credits: [credit], ...dated('2017-10-05') });
    expect(familyOf([wire, copy]).earliest).toBe('w');
    expect(familyOf([{ ...copy, credits: [] }, wire]).earliest).toBe('c');
    expect(familyOf([report('x', STORY), report('y', STORY)]).earliest).toBeNull();
    expect(familyOf([copy, report('y', STORY, dated('2017-10-07'))]).elsewhere).toBe('Road Wire');
  });
});
