import { describe, expect, it } from 'vitest';
import { dictionaryText, rules } from '../../../test/support/extract-rules.ts';
import { markWhole, markWithin } from '../text/marks.ts';
import { readRows } from './read-rows.ts';

/** `By {Ann Lee}` -> the text without braces, and what stood in them. */
function unbraced(example: string): { text: string; named: string[] } {
  return {
    text: example.replace(/[{}]/g, ''),
    named: [...example.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]!),
  };
}

describe('furniture rules', () => {
  it('have names of their own', () => {
    const names = rules.furniture.all.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(50);
  });

  it('each tell what they take and what they leave', () => {
    for (const rule of rules.furniture.all) {
      expect(rule.example, rule.name).not.toBe('');
      expect(rule.unlike, rule.name).not.toBe('');
    }
  });

  for (const rule of rules.furniture.all) {
    const marks = (text: string) =>
      rule.where === 'inline'
        ? markWithin(text, 0, [rule])
        : [markWhole(text, 0, [rule])].filter((mark) => mark !== null);

    it(`${rule.name} takes its example`, () => {
      const { text, named } = unbraced(rule.example);
      const found = marks(text);
      expect(found).toHaveLength(1);
      const facts = [...found[0]!.facts].sort((a, b) => a.span[0] - b.span[0]);
      expect(facts.map((fact) => fact.text)).toEqual(named);
      for (const fact of found[0]!.facts) expect(text.slice(...fact.span)).toBe(fact.text);
    });

    it(`${rule.name} leaves what is only like it`, () => {
      expect(marks(rule.unlike)).toEqual([]);
    });
  }
});

describe('parts of furniture rules', () => {
  const parts = readRows(dictionaryText('en/furniture.tsv'), ['name', 'where', 'example']);
  it('are all used by a rule', () => {
    const tsv = dictionaryText('en/furniture.tsv');
    for (const part of parts.filter((row) => row.where === 'part')) {
      expect(tsv, part.name).toContain(`{${part.name}}`);
    }
  });
});

describe('dateline rules', () => {
  for (const rule of rules.datelines.patterns) {
    it(`${rule.name} takes its example and leaves what is only like it`, () => {
      const text = rule.example.replace(/[{}[\]]/g, '');
      const match = rule.pattern.exec(text);
      expect(match).not.toBeNull();
      const place = /\{([^}]*)\}/.exec(rule.example)?.[1];
      const agencies = /\[([^\]]*)\]/.exec(rule.example)?.[1];
      expect(match!.groups?.place?.trim()).toBe(place);
      expect(match!.groups?.agencies).toBe(agencies);
      expect(rule.pattern.test(rule.unlike)).toBe(false);
    });
  }
});
