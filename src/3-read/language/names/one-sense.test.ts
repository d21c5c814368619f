/** What bears one name in a text is of one type: what the words around say in one sentence holds in the others. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openLanguage } from '../../../engine.ts';
import type { Language } from '../language.ts';

let language: Language;
beforeAll(() => {
  language = openLanguage().language;
});

const typesOf = (text: string, name: string) =>
  language.parse(text).names.flatMap((one) => (one.text === name ? [one.type] : []));

describe('a name in one text', () => {
  it('is a place in every sentence where one calls it a village', () => {
    const text =
      'Marwaniya fell on Monday. Marwaniya had been besieged for weeks, and the village of Marwaniya had no doctor left.';
    expect(typesOf(text, 'Marwaniya')).toEqual(['place', 'place', 'place']);
  });

  it('is a place where it stands in a list of villages', () => {
    const text =
      'Residents of the villages of Tell Murad, Jadlan and Umm Hamad fled. Jadlan and Umm Hamad were empty by noon.';
    expect(typesOf(text, 'Jadlan')).toEqual(['place', 'place']);
    expect(typesOf(text, 'Umm Hamad')).toEqual(['place', 'place']);
  });

  it('is a place before the word for a quarter of a town', () => {
    const text = 'Clashes reached Abu Sarra and al-Hammara neighbourhoods. Abu Sarra was shelled.';
    expect(typesOf(text, 'Abu Sarra')).toEqual(['place', 'place']);
  });

  it('is a person where the text names somebody in full', () => {
    const text = 'Hassan Dabbour, 34, spoke to us. Fighters detained Dabbour by the mill.';
    expect(typesOf(text, 'Dabbour')).toEqual(['person']);
  });

  it('is a place where a known town is struck', () => {
    expect(typesOf('In the strikes on Abu Kamal, a base was hit.', 'Abu Kamal')).toEqual(['place']);
  });

  it('is no person for an office that it only describes', () => {
    expect(typesOf('The deputy Middle East director spoke.', 'Middle East')).toEqual(['place']);
  });

  it('is no place for trust put in somebody', () => {
    const text = 'Rahim Sattouf was asked. They put their trust in Rahim Sattouf and waited.';
    expect(typesOf(text, 'Rahim Sattouf')).toEqual(['person', 'person']);
  });

  it('is no place for what is inside a body', () => {
    const text = 'Officials in the DKRA met. The DKRA denied it, and nobody in the DKRA spoke of it again.';
    expect(typesOf(text, 'DKRA')).not.toContain('place');
  });

  it('is a body where the dictionary knows one of the name, and no person', () => {
    const text = 'ISIL attacked the post. The raid killed ISIL men near the canal, and ISIL withdrew.';
    expect(typesOf(text, 'ISIL')).not.toContain('person');
  });
});
