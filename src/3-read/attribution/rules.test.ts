/** Every attribution rule fires on its examples, finds what they say, and stays silent on its misses. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../engine.ts';
import { textOf } from '../syntax/tree.ts';
import { attribute } from './attribute.ts';
import { RULES } from './rules/index.ts';

const engine = openEngine();

function find(text: string, rule: string) {
  const { attributions } = attribute(engine.language.parse(text), engine.cues);
  return attributions.filter((a) => a.rule === rule);
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

describe('attribution rules', () => {
  it('have names of their own', () => {
    expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
  });

  for (const rule of RULES) {
    describe(rule.name, () => {
      for (const { text, source, cue, content } of rule.examples) {
        it(`finds: ${text}`, () => {
          const found = find(text, rule.name).map((a) => ({
            source: words(textOf(text, a.source)),
            cue: words(textOf(text, a.cue)),
            content: words(textOf(text, a.content)),
          }));
          expect(found).toContainEqual({ source: words(source), cue: words(cue), content: words(content) });
        });
      }
      for (const text of rule.misses) {
        it(`silent: ${text}`, () => expect(find(text, rule.name)).toEqual([]));
      }
    });
  }
});
