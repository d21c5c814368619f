/** No sentence of a report may be taken for furniture, wherever it stands; and no text may be changed or break anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../test/support/documents.ts';
import { rules } from '../../test/support/extract-rules.ts';
import { extract } from './extract.ts';

function furnitureOf(text: string): [number, number][] {
  return extract(documentOf(text), rules).article.furniture;
}

const BODY = [
  'On Monday two shells fell near the old bridge, residents said, and nine people were wounded.',
  'The army denied it. “We did not fire,” a spokesman told the Example Agency.',
];
const BODY_TEXT = BODY.join('\n\n');

/** Sentences that a careless rule would take: each must be read wherever it stands. */
const REPORT_SENTENCES = [
  'Follow-up strikes on Tuesday hit the same street, a medic told Example News.',
  'Share of the blame lies with both sides, the envoy said.',
  'Contact with the garrison was lost at dawn, the army command said.',
  'Copyright officials were among the dead, the ministry said.',
  'Photos showed two burnt vehicles and a crater by the road.',
  'Photos from the scene, posted on Facebook, showed a crater.',
  'Read aloud on state radio, the order named nine men.',
  'Listen to the people, the protesters chanted as police fired on the crowd.',
  'Watch posts along the river were overrun on Friday.',
  'More fighters arrived on Sunday, residents said.',
  'Related attacks killed four people in the next village.',
  'Join the army or leave, the militia told the men of the town.',
  'Visit by visit, the monitors counted 40 graves.',
  'Support for the rebels came from abroad, he said.',
  'Subscribers to the channel were told of the raid before the army was.',
  'Updated figures put the toll at 31.',
  'Published reports put the toll at 31.',
  'Posted guards fled when the shelling began.',
  'Reporting from the town is dangerous, and two reporters were killed there.',
  'Editing of the footage could not be ruled out, analysts said.',
  'All rights groups that were asked denied the claim.',
  'By Monday the road was cut.',
  'By nightfall nine people had been killed, the hospital said.',
  'From Aleppo, 40 families were displaced.',
  'Source after source said the strike hit a school.',
  'Sources in the army said that 12 soldiers were captured.',
  'The author of the attack was named as a local commander.',
  'The writer was killed when a shell hit his house.',
  'His new book was found in the rubble beside him.',
  'Her latest film was being shown when the theatre was hit.',
  'Stay indoors, the mayor told residents as clashes went on.',
  'For more than a week, no aid has reached the camp.',
  'If you leave, you cannot return, the soldiers told them.',
  'Your brother is dead, the caller said.',
  'Sign of an ambush were two mines on the road.',
  'Click by click, a Geiger counter told them of the danger, he said.',
  'Advertisements for the army hang beside the ruins.',
  'Image of the dead pilot was shown on state television.',
  'Comments by the minister set off a riot in which three died.',
  'We use what weapons we have, a fighter said.',
  'This site was bombed twice, said the monitor.',
  'This video was filmed by a soldier and shows the killing of two captives.',
  'This story was denied by the ministry.',
  'AFP reporters saw nine bodies.',
  'Reuters could not verify the claim.',
  'AP, Reuters and AFP counted 12 dead.',
  'Ann Lee and Omar Haddad were wounded.',
  'Ann Lee, the mayor, said that nine were killed.',
  'Ann Lee contributed to the defence of the town.',
  'Anyone with information about the killing should call the police.',
  'Related: he is the brother of the man who was shot, police said.',
  'Home is where the shell hit, she said.',
  'Next, the column moved on the airport.',
  'Print works and a mill were burned.',
  'Report: nine killed.',
  'March 3 was the deadliest day.',
  'On 3 March 2018 two shells fell.',
  '2 days ago the bridge fell.',
  '12 of 30 villages were retaken.',
  '© on the shell casing showed where it was made.',
  'Information from: two witnesses, both wounded, was passed to the court.',
  'The views expressed by both commanders were grim.',
  'Opinions differ on who fired first.',
];

describe('sentences of a report', () => {
  for (const sentence of REPORT_SENTENCES) {
    it(sentence, () => {
      for (const text of [
        `Shells fall near bridge\n\n${sentence}\n\n${BODY_TEXT}`,
        `${BODY[0]}\n\n${sentence}\n\n${BODY[1]}`,
        `${BODY_TEXT}\n\n${sentence}`,
        `${BODY_TEXT} ${sentence}`,
        `${BODY.join('\n')}\n${sentence}`,
        `${sentence}\n\n${BODY_TEXT}`,
        `${BODY_TEXT}\n\n${sentence}\n\nAll rights reserved.`,
      ]) {
        const start = text.indexOf(sentence);
        const touched = furnitureOf(text).filter(([a, b]) => a < start + sentence.length && b > start);
        expect(touched, text).toEqual([]);
      }
    });
  }
});

describe('wrapped text', () => {
  it('is not taken line by line', () => {
    const text =
      'Two shells fell near the old bridge on Monday, the army said in a\nreport\nwhich was read on state radio; the monitors asked the ministry for\nmore\non Tuesday, and nobody would comment.';
    expect(furnitureOf(text)).toEqual([]);
  });
  it('in capitals neither', () => {
    const text =
      'TWO SHELLS FELL NEAR THE OLD BRIDGE ON MONDAY, THE ARMY SAID IN A\nREPORT\n\nTHE MONITORS ASKED FOR MORE, AND NOBODY AT THE MINISTRY WOULD\nCOMMENT\nON TUESDAY.';
    expect(furnitureOf(text)).toEqual([]);
  });
});

describe('any text', () => {
  it('comes back as it was, with spans that slice true, marks that do not overlap, and no crash', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '\r\n',
        ' ',
        ...REPORT_SENTENCES,
        ...rules.furniture.all.map((rule) => rule.example),
      ),
      fc.constantFrom(...rules.datelines.patterns.map((rule) => rule.example.replace(/[{}[\]]/g, ''))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { article, notes } = extract(documentOf(text, { how: 'paste' }), rules);
        expect(article.text).toBe(text);
        for (const { span, text: words } of article.credits) expect(text.slice(...span)).toBe(words);
        for (const { span } of notes)
          if (span) expect(span[0] < span[1] && span[1] <= text.length).toBe(true);
        let end = 0;
        for (const [from, to] of article.furniture) {
          expect(from).toBeGreaterThanOrEqual(end);
          end = to;
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('with more lines than a report has is looked through only so far, and a note says so', () => {
    const { article, notes } = extract(documentOf(`${'a\n'.repeat(250_000)}All rights reserved.`), rules);
    expect(article.furniture).toEqual([]);
    expect(notes.map((note) => note.reason)).toEqual(['only the first 200000 lines were looked through']);
  });

  it('is read in linear time', () => {
    const hostile = [
      '('.repeat(1_000_000),
      '\n'.repeat(1_000_000),
      'Read More '.repeat(100_000),
      `${'a. B '.repeat(200_000)}`,
      'By Ann Lee\n'.repeat(50_000),
      'Published: \n'.repeat(50_000),
      '. Copyright 2018 X'.repeat(50_000),
      `${' '.repeat(1_000_000)}x`,
      'More from the region\n'.repeat(50_000),
      '(Photo '.repeat(150_000),
    ];
    for (const text of hostile) {
      expect(furnitureOf(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});
