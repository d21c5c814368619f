/** Where and when claims are set, by the real engine. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/support/reading-of.ts';
import { type Engine, openEngine } from '../../engine.ts';

let engine: Engine;
beforeAll(() => {
  engine = openEngine();
});

/** Text of the place, whether it was carried on, and the time, of the first claim with these words. */
function settingOf(text: string, words: string) {
  const reading = readingOf(text, engine, { published: '2017-10-14' });
  const claim = reading.claims.find((one) => one.text.includes(words));
  if (claim === undefined)
    throw new Error(`no claim with "${words}": ${reading.claims.map((one) => one.text)}`);
  const event = claim.events[0];
  return {
    place: reading.places.find(({ id }) => id === event?.place)?.text ?? null,
    time: reading.times.find(({ id }) => id === event?.time)?.text ?? null,
    carried: claim.rules.includes('place-told-before'),
  };
}

describe('where', () => {
  it('takes a town that is named after somebody for a town where the words do, and somebody for a person', () => {
    const text = 'In Syria, rebels entered Abu Kamal on Friday. Strikes on Abu Kamal killed two soldiers.';
    expect(settingOf(text, 'entered').place).toBe('Abu Kamal');
    expect(settingOf(text, 'killed two').place).toBe('Abu Kamal');
    expect(settingOf('Abu Omar said shells killed ten men near the bridge.', 'killed ten').place).not.toBe(
      'Abu Omar',
    );
  });

  it('sets each of two happenings of a sentence at its own place', () => {
    const text = 'Gunmen killed four soldiers in Mosul and militants shelled a market in Aleppo.';
    expect(settingOf(text, 'Gunmen killed').place).toBe('Mosul');
    expect(settingOf(text, 'shelled').place).toBe('Aleppo');
  });

  it('takes "near X" before X', () => {
    expect(settingOf('An air strike killed nine people near Raqqa on Monday.', 'air strike').place).toBe(
      'near Raqqa',
    );
  });

  it('does not take where somebody spoke for where it happened', () => {
    const text = 'Officials in Ankara said rebels killed three soldiers near Afrin.';
    expect(settingOf(text, 'killed').place).toBe('near Afrin');
    expect(settingOf('Officials in Ankara said rebels killed three soldiers.', 'killed').place).toBeNull();
  });

  it('goes on where the telling has come to, and says so', () => {
    const text = 'Rebels attacked a checkpoint in Homs on Friday. Two soldiers were killed and five wounded.';
    expect(settingOf(text, 'soldiers were killed')).toMatchObject({ place: 'Homs', carried: true });
    const apart = 'Rebels attacked a checkpoint in Homs on Friday. Elsewhere, two soldiers were killed.';
    expect(settingOf(apart, 'soldiers were killed')).toMatchObject({ place: null, carried: false });
  });
});
