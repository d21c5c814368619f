/** What the shipped dictionary finds in words, by class where rows have no examples. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { list, matcher, seen } from '../../../test/support/shipped-parties.ts';

describe('names', () => {
  it.each([
    ['Daesh, ISIS, Isis, ISIL, IS and the Islamic State', 'islamic-state', 6],
    [
      'al-Nusra, Nusra Front, Jabhat al-Nusra, Hay’at Tahrir al-Sham, HTS, Jabhat Fatah ash-Sham',
      'hayat-tahrir-al-sham',
      6,
    ],
    ['the Houthis, Ansar Allah, Ansarullah, Houthi rebels, the Huthis', 'houthis', 5],
    ['the U.S., US, the USA, America, United States', 'united-states', 5],
    ['Al-Qaeda, al Qaida, al-Qa’ida, Al Qa’eda', 'al-qaeda', 4],
    ['Hezbollah, Hizbullah, Hizballah', 'hezbollah', 3],
    ['Kyiv, Kiev, Ukraine and the Ukrainians', 'ukraine', 4],
    ['Kataib Hezbollah, Kata’ib Hezbollah, Katā’ib Ḥezbollāh', 'kataib-hezbollah', 3],
    ["People's Protection Units, Peoples Protection Units, YPG", 'peoples-protection-units', 3],
  ])('%s are one party', (text, key, count) => {
    const parties = matcher.matchParties(text).map((match) => match.party?.key);
    expect(parties).toEqual(Array(count).fill(key));
  });

  it('takes the longest', () => {
    expect(seen('al-Qaeda in the Islamic Maghreb and the Syrian Observatory for Human Rights')).toEqual([
      'al-Qaeda in the Islamic Maghreb -> name al-qaeda-in-the-islamic-maghreb',
      'Syrian Observatory for Human Rights -> name syrian-observatory-for-human-rights',
    ]);
  });

  it('words that hold a party’s name and are none hide it', () => {
    expect(seen('The Gulf of Mexico, the Iraq War and the Persian Gulf')).toEqual([]);
  });

  it('a name does not cross punctuation, a blank line or the stretches given', () => {
    expect(seen('Syrian, Army')).toEqual(['Syrian -> demonym syria', 'Army -> organ army']);
    expect(seen('Islamic\n\nState')).toEqual([]);
    const text = 'Free Syrian Army';
    expect(
      matcher
        .matchParties(text, [
          [0, 4],
          [5, 16],
        ])
        .map((match) => match.party?.key),
    ).toEqual(['syrian-arab-army']);
  });

  it('small letters are no names', () => {
    expect(seen('it is for us to say who may turkey the time')).toEqual([]);
    expect(seen('Let them go in Jan')).toEqual([]);
  });

  it('in a line of capitals a short abbreviation that is a word is in doubt', () => {
    expect(seen('ISRAEL SAYS IT IS READY')).toEqual([
      'ISRAEL -> name israel',
      'IS -> alias islamic-state ?word',
    ]);
    expect(seen('Two IS fighters')[0]).toBe('IS -> alias islamic-state');
  });

  it('a common word is doubtful, and no name inside of a longer one', () => {
    expect(seen('The Independent said')).toEqual(['The Independent -> name the-independent ?word']);
    expect(seen('at the National Hospital')).toEqual([]);
  });

  it('a place that an outlet is named after is doubtful until a word tells', () => {
    expect(seen('Al-Mayadeen, Al-Mayadeen News, Al-Mayadeen television')).toEqual([
      'Al-Mayadeen -> alias al-mayadeen ?place',
      'Al-Mayadeen News -> alias al-mayadeen',
      'Al-Mayadeen television -> alias al-mayadeen',
    ]);
  });

  it('several parties of one name are all given', () => {
    const [match] = matcher.matchParties('The RSF said');
    expect([match!.party!, ...match!.others].map((party) => party.key).sort()).toEqual([
      'rapid-support-forces',
      'reporters-without-borders',
    ]);
    expect(match!.doubts).toEqual(['shared']);
  });
});

describe('states and their organs', () => {
  it('knows adjectives, peoples and capitals', () => {
    expect(seen('Russian jets, Syrians, Moscow and the Kremlin')).toEqual([
      'Russian jets -> pattern russian-aerospace-forces',
      'Syrians -> people syria',
      'Moscow -> metonym russia ?place',
      'the Kremlin -> alias kremlin',
    ]);
  });

  it.each([
    ['Russian Defense Ministry', 'ministry-of-defence-of-russia'],
    ['Russia’s Ministry of Defence', 'ministry-of-defence-of-russia'],
    ['Ministry of Defence of the Russian Federation', 'ministry-of-defence-of-russia'],
    ['the Israeli military', 'israel-defense-forces'],
    ['US State Department', 'united-states-department-of-state'],
    ['Chadian army', 'chadian-national-army'],
    ['Chad’s police', 'chad.police'],
    ['Togolese navy', 'togo.navy'],
    ['the Zambian government', 'zambia'],
    ['Damascus government', 'syria'],
    ['Syrian state media', 'syria.state-media'],
    ['Syrian state news agency', 'syrian-arab-news-agency'],
    ['US-led coalition', 'combined-joint-task-force-operation-inherent-resolve'],
    ['Iran-backed militias', 'iran.backed-fighters'],
    ['Kurdish forces', 'people.kurds.people-forces'],
  ])('%s', (text, key) => {
    expect(matcher.matchParties(text).map((match) => match.party?.key)).toEqual([key]);
  });

  it('made parties say what they are of', () => {
    const [navy] = matcher.matchParties('the Togolese navy');
    expect(navy!.party).toMatchObject({
      name: 'Togolese Navy',
      kind: 'state-force',
      of: 'togo.armed-forces',
      country: 'TG',
    });
    const [rebels] = matcher.matchParties('Togolese rebels');
    expect(rebels!.party).toMatchObject({ kind: 'armed-group', of: null });
    expect(rebels!.base!.key).toBe('togo');
  });

  it('an organ without its state waits for it', () => {
    const [ministry] = matcher.matchParties('Its Defense Ministry said');
    expect(ministry).toMatchObject({ kind: 'organ', party: null, organ: 'defence-ministry' });
    expect(matcher.organOf(list.byKey.get('russia')!, 'defence-ministry')!.key).toBe(
      'ministry-of-defence-of-russia',
    );
    expect(matcher.organOf(list.byKey.get('russia')!, 'no-such-organ')).toBeNull();
  });

  it('tells what is joined to a name', () => {
    const [backed, , against] = matcher.matchParties('Turkish-backed rebels and anti-Iran protests');
    expect(backed!.kind).toBe('pattern');
    expect(against).toBeUndefined();
    const [led] = matcher.matchParties('the Turkish-held town');
    expect(led).toMatchObject({ kind: 'demonym', joined: 'held', joinedBefore: null });
    const [anti] = matcher.matchParties('anti-Assad chants');
    expect(anti).toMatchObject({ joinedBefore: 'anti', joined: null });
  });
});

describe('unlisted parties', () => {
  it('are known by the word beside their name', () => {
    expect(seen('On Friday, according to Syrian Al-Khabar television and the Sayf al-Haqq Brigade')).toEqual([
      'Syrian -> demonym syria',
      'Al-Khabar television -> class unlisted.al-khabar-television',
      'Sayf al-Haqq Brigade -> class unlisted.sayf-al-haqq-brigade',
    ]);
  });

  it('are not made of sentence beginnings, dates and titles', () => {
    expect(
      seen('The Brigade moved on Friday. TV crews came. General Brigade orders. In the daily grind.'),
    ).toEqual([]);
  });
});

describe('any text', () => {
  it('spans slice the text, in order and apart; the same text gives the same', () => {
    const pieces = fc.constantFrom(
      ...[
        'Syria',
        "'s",
        ' ',
        '-',
        'U.S.',
        'the ',
        'army',
        'Al-',
        'Nusra',
        '\n',
        'ÿ',
        'ع',
        '😀',
        '"',
        'Brigade',
        '4th ',
        'of ',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const matches = matcher.matchParties(text);
        let last = 0;
        for (const { start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
        expect(matcher.matchParties(text)).toEqual(matches);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one long word', 'a'.repeat(1_000_000)],
    ['apostrophes', "a'".repeat(500_000)],
    ['stops', 'U.'.repeat(500_000)],
    ['class words', 'of Liwa al Brigade '.repeat(50_000)],
    ['beginnings of names', 'Ministry of Foreign Affairs of the '.repeat(28_000)],
    ['line breaks', '\n'.repeat(1_000_000)],
  ])('takes a megabyte of %s', (_, text) => {
    expect(matcher.matchParties(text).length).toBeLessThan(text.length);
  });
});
