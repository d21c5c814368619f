/** Whom a public text may not name: persons in any form of their names, whether or not the engine saw them. */
import { describe, expect, it } from 'vitest';
import { documentMask } from '../../src/7-publish/exports/gate/document-mask.ts';
import { NameMask } from '../../src/7-publish/exports/gate/name-mask.ts';
import { NameSet } from '../../src/7-publish/exports/gate/name-set.ts';
import { personLike } from '../../src/7-publish/exports/gate/person-like.ts';
import { openExportTables } from '../../src/7-publish/exports/tables.ts';
import { readPackageFile } from '../../src/package.ts';
import { MAYADIN, toldReport } from './told-report.ts';

const { personWords } = openExportTables(readPackageFile);
const found = (text: string) => personLike(text, personWords).map(({ name }) => name);
const masked = (names: string[], text: string, told: string[] = []) =>
  new NameMask(names, told, personWords).text(text);

describe('a name in the place of a person’s', () => {
  it.each([
    ['Zorvan Quillhaven, 34, was standing at the well.', 'Zorvan Quillhaven'],
    ['Neighbours buried Zorvan (7) at noon.', 'Zorvan'],
    ['The shell killed 34-year-old Zorvan Quillhaven at once.', 'Zorvan Quillhaven'],
    ['Zorvan Quillhaven, a 34-year-old baker, was hit.', 'Zorvan Quillhaven'],
    ['We saw Zorvan Quillhaven, aged 11, in the yard.', 'Zorvan Quillhaven'],
    ['A man named Zorvan was taken away.', 'Zorvan'],
    ['The dead man was identified as Zorvan Quillhaven.', 'Zorvan Quillhaven'],
    ['Her name was Zorvan, they said.', 'Zorvan'],
    ['His brother Zorvan fled.', 'Zorvan'],
    ['His eldest son, Zorvan, fled.', 'Zorvan'],
    ['The mother of Zorvan Quillhaven wept.', 'Zorvan Quillhaven'],
    ['They came for Zorvan’s brother at night.', 'Zorvan'],
    ['The farmer Zorvan Quillhaven lost both fields.', 'Zorvan Quillhaven'],
    ['Zorvan Quillhaven, a baker from the old town, agreed.', 'Zorvan Quillhaven'],
    ['Mr. Quillhaven left.', 'Quillhaven'],
    ['In the morning Haji Zorvan left.', 'Zorvan'],
    ['“We ran,” Quillhaven said.', 'Quillhaven'],
    ['“We ran,” said Zorvan Quillhaven.', 'Zorvan Quillhaven'],
    ['Zorvan Quillhaven was shot at the crossing.', 'Zorvan Quillhaven'],
    ['Then Zorvan al-Quillhaven, who lost a leg, was freed.', 'Zorvan al-Quillhaven'],
    ['Dear Zorvan,\nthe road is closed.', 'Zorvan'],
    ['Kind regards,\nZorvan Quillhaven', 'Zorvan Quillhaven'],
    ['Zorvan Quillhaven (driver) was seen.', 'Zorvan Quillhaven'],
    ['Zorvan Quillhaven was a young baker there.', 'Zorvan Quillhaven'],
    // Names of many places, invented persons.
    ['Khalid al-Jubaili, 52, was at prayer.', 'Khalid al-Jubaili'],
    ['Umm Talat said that soldiers came.', 'Talat'],
    ['The teacher Sherko Rawandizi was taken.', 'Sherko Rawandizi'],
    ['Dmitry Vetrogonov, 19, never came home.', 'Dmitry Vetrogonov'],
    ['Her husband, Oleksiy Hrushevenko, was buried.', 'Oleksiy Hrushevenko'],
    ['Daw Khin Thazin Moe lost her house.', 'Khin Thazin Moe'],
    ['A boy named Kyaw Zeyar Lwin was shot.', 'Kyaw Zeyar Lwin'],
    ['Malam Tanimu Garkuwa, a trader, hid.', 'Tanimu Garkuwa'],
    ['Hauwa Bintu, 16, escaped in March.', 'Hauwa Bintu'],
    ['Lucía Ferreyra de la Vega, a nurse, was abducted.', 'Lucía Ferreyra de la Vega'],
    ['Doña Remedios Tamayo said she would stay.', 'Remedios Tamayo'],
  ])('%s', (text, name) => expect(found(text)).toEqual([name]));

  it.each([
    'The defence minister, Zorvan Quillhaven, said so.',
    'Colonel Zorvan Quillhaven said that the town was quiet.',
    'Zorvan Quillhaven, the spokesman of the ministry, said so.',
    'The town of Karsa was shelled on Monday.',
    'The Foreign Secretary said that the truce held.',
    'Foreign Secretary Zorvan Quillhaven said that the truce held.',
    'Lt. Gen. Zorvan Quillhaven said that the truce held.',
    'A group called Northern Shield Brigade took the hill.',
    'The Karsa Observatory said that shells fell.',
    'NATO said that it had seen the reports.',
    'Residents said that Karsa Hospital was hit.',
    'On June 20, 2016, the truce ended.',
    'However, Karsa Bridge was destroyed.',
  ])('not in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('every form of a name', () => {
  const NAME = ['Karim al-Haddad'];
  it.each([
    ['Haddad’s house', '██████’s house'],
    ['KARIM AL-HADDAD', '█████ █████████'],
    ['Karim Al Haddad', '█████ ██ ██████'],
    ['Kareem and Hadad', '██████ and █████'],
    ['scans/karim_al-haddad.pdf', 'scans/███████████████.pdf'],
    ['karimhaddad77', '█████████████'],
    ['@KHaddad posted it', '████████ posted it'],
    ['khaddad@post.example', '████████████████████'],
    ['zz91@post.example', '█████████████████'],
    ['Kárim Haddád', '█████ ██████'],
    ['press@post.example', 'press@post.example'],
    ['call +963 944 123 456 today', 'call ████ ███ ███ ███ today'],
    ['mobile: 0944-123456', 'mobile: ███████████'],
    ['his passport no. N 1234567', 'his passport no. █ ███████'],
    [
      'between 2017-10-05 and 2017-10-07, 43 of 1 200 000',
      'between 2017-10-05 and 2017-10-07, 43 of 1 200 000',
    ],
  ])('%s', (text, shown) => expect(masked(NAME, text)).toBe(shown));

  it('no part of a name that may be told', () => {
    expect(masked(NAME, 'In Karim Square Karim wept.', ['Karim Square'])).toBe('In Karim Square █████ wept.');
    expect(masked(NAME, '@KarimSquare', ['Karim Square'])).toBe('@KarimSquare');
  });

  it('addresses keep their host', () => {
    const mask = new NameMask(NAME, [], personWords);
    expect(mask.url('https://post.example/2017/haddad-mourns?p=1')).toBe('https://post.example/█');
    expect(mask.url('https://post.example/2017/truce-holds')).toBe('https://post.example/2017/truce-holds');
    expect(mask.url('https://karim-al-haddad.example/')).toBe('█');
  });

  it('a person of another document is covered here too, unless an office is his here', () => {
    const everywhere = new NameSet(['Zorvan Quillhaven']);
    const at = (told: string[]) => new NameMask([], told, personWords, { everywhere });
    expect(at([]).text('Zorvan Quillhaven left.')).toBe('██████ ██████████ left.');
    expect(at(['Zorvan Quillhaven']).text('Zorvan Quillhaven left.')).toBe('Zorvan Quillhaven left.');
  });
});

describe('the mask of a document', () => {
  const text = 'Zorvan Quillhaven, 34, fled Mayadin. Quillhaven wept there.';
  const mask = (more: object = {}) =>
    documentMask(toldReport({ sentences: [{ text, place: MAYADIN!, ...more }] }).reading, [], personWords);

  it('covers who stands like a person, and his last name after it', () => {
    expect(mask().text(text)).toBe('██████ ██████████, 34, fled Mayadin. ██████████ wept there.');
  });

  it('leaves who is in office', () => {
    const source = { words: 'Zorvan Quillhaven', kind: 'person', public: true };
    expect(mask({ source }).text(text)).toBe(text);
  });
});
