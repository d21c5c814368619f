import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../../package.ts';
import { amountText, type EffectFigure, effectText, whomText } from './effects.ts';

const effect = (part: Partial<EffectFigure>): EffectFigure => ({
  what: 'killed',
  whom: 'civilians',
  low: 1,
  high: 1,
  approximate: false,
  unit: 'persons',
  ...part,
});

describe('figures as a Reading means them', () => {
  const cases: [EffectFigure, string | null, string][] = [
    [effect({ whom: 'ships', what: 'damaged', unit: 'items' }), null, '1 ship damaged'],
    [effect({ whom: 'children' }), null, '1 child killed'],
    [effect({ whom: 'police', low: 2, high: 2 }), null, '2 police killed'],
    [effect({ low: 43, high: 43 }), null, '43 civilians killed'],
    [effect({ low: 5, high: null }), null, 'at least 5 civilians killed'],
    [effect({ low: 61, high: null }), 'more than 60 civilians', 'more than 60 civilians killed'],
    [effect({ low: 61, high: null }), null, 'at least 61 civilians killed'],
    [effect({ low: null, high: 80 }), null, 'up to 80 civilians killed'],
    [effect({ low: 40, high: 40, approximate: true }), null, 'about 40 civilians killed'],
    [effect({ low: 12, high: null, approximate: true }), null, 'about 12 or more civilians killed'],
    [effect({ low: 10, high: 12 }), null, '10 to 12 civilians killed'],
    [effect({ low: 12500, high: 12500, what: 'displaced' }), null, '12\u202f500 civilians displaced'],
    [effect({ low: null, high: null }), null, 'civilians killed'],
    [effect({ low: null, high: null, whom: 'territory', what: 'seized' }), null, 'territory seized'],
    [
      effect({ low: 3, high: 3, unit: 'families', whom: 'civilians', what: 'displaced' }),
      null,
      '3 families of civilians displaced',
    ],
    [effect({ unit: 'families', whom: 'families', what: 'displaced' }), null, '1 family displaced'],
    [effect({ low: 7, high: 7, unit: 'bodies', whom: null }), null, '7 bodies killed'],
    [effect({ whom: null }), null, '1 killed'],
  ];
  for (const [figure, said, words] of cases) it(words, () => expect(effectText(figure, said)).toBe(words));

  it('no number is no number', () => expect(amountText(effect({ low: null, high: null }))).toBe(''));
});

it('has both forms of every class that the dictionaries count in', () => {
  for (const table of ['person-nouns', 'thing-nouns']) {
    const rows = readFileSync(path.join(PACKAGE, `dictionaries/en/${table}.tsv`), 'utf8').split('\n');
    const classes = new Set(rows.slice(2).flatMap((row) => row.split('\t')[1] ?? []));
    for (const whom of classes) {
      const one = whomText(effect({ whom }));
      expect(one, whom).not.toBe(whom === 'aircraft' ? '' : whom);
    }
  }
});
