import { expect, it } from 'vitest';
import { openLanguage } from '../../engine.ts';

it('initials before a name end no sentence', () => {
  const { language } = openLanguage();
  const starts = (text: string) => language.parse(text).sentences.map((s) => s.tokens[0]!.form);
  expect(starts('The singer B.B. King died on May 14. Shells fell.')).toEqual(['The', 'Shells']);
  expect(starts('Shells hit the camp. King left.')).toEqual(['Shells', 'King']);
});

it('a missing space after a stop parts words, a closing mark without a stop may part sentences', () => {
  const { language } = openLanguage();
  const forms = (text: string) =>
    language.parse(text).sentences.map((s) => s.tokens.map((t) => t.form).join(' '));
  expect(forms('It injured more than 260.Magistrates met.').join(' ')).toBe(
    'It injured more than 260 . Magistrates met .',
  );
  expect(forms('They left, he added.A crowd came.').join(' ')).toBe('They left , he added . A crowd came .');
  expect(forms('He said "they fired on us" The army denied it.')).toHaveLength(2);
  expect(forms('He read "The Fall of the House" in a day.')).toHaveLength(1);
});
