import { expect, it } from 'vitest';
import { openLanguage } from '../../engine.ts';

it('initials before a name end no sentence', () => {
  const { language } = openLanguage();
  const starts = (text: string) => language.parse(text).sentences.map((s) => s.tokens[0]!.form);
  expect(starts('The singer B.B. King died on May 14. Shells fell.')).toEqual(['The', 'Shells']);
  expect(starts('Shells hit the camp. King left.')).toEqual(['Shells', 'King']);
});
