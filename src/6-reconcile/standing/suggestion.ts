/**
 * A grade that a reviewer may take, each with why and with what would change it. It is never the highest or the lowest:
 * Admiralty 1 and 5, a source's letter, and Airwars "confirmed" and "discounted" are a person's to give.
 */
import type { Standing } from './standing.ts';

export interface Suggested<Grade> {
  grade: Grade;
  why: string;
  wouldChange: string;
}

export interface Suggestion {
  airwars: Suggested<'fair' | 'weak' | 'contested'> | null;
  admiralty: Suggested<'2' | '3' | '4' | '6'>;
}

export function suggest(standing: Standing): Suggestion {
  return { airwars: airwars(standing), admiralty: admiralty(standing) };
}

function airwars({ origins, parties, contested, withdrawn }: Standing): Suggestion['airwars'] {
  if (origins === 0 || withdrawn) return null;
  const independent = origins - parties;
  if (contested)
    return {
      grade: 'contested',
      why: 'origins tell it in ways that cannot both be so',
      wouldChange: 'a reviewer who settles the contradiction, or one side correcting itself',
    };
  if (origins >= 2 && independent >= 1)
    return {
      grade: 'fair',
      why: `${origins} independent origins, ${independent} of them no party to the conflict`,
      wouldChange: 'a belligerent accepting responsibility; an origin that contradicts',
    };
  return {
    grade: 'weak',
    why: origins === 1 ? 'one origin' : 'only parties to the conflict tell it',
    wouldChange: 'a second independent origin that is no party to the conflict makes it fair',
  };
}

function admiralty(standing: Standing): Suggestion['admiralty'] {
  const { origins, parties, contested, withdrawn, unconfirmed } = standing;
  const independent = origins - parties;
  if (origins === 0 || unconfirmed)
    return {
      grade: '6',
      why: origins === 0 ? 'no named origin asserts it' : 'it is told as unconfirmed only',
      wouldChange: 'a named origin that asserts it',
    };
  if (withdrawn || contested)
    return {
      grade: '4',
      why: withdrawn ? 'the reports were withdrawn' : 'origins contradict one another',
      wouldChange: 'the contradiction settled, or another independent origin on one side of it',
    };
  if (independent >= 2)
    return {
      grade: '2',
      why: `${independent} independent origins that are no party to the conflict agree`,
      wouldChange: 'an origin that contradicts; only a reviewer can call it confirmed',
    };
  if (independent === 1)
    return {
      grade: '3',
      why: 'one origin that is no party to the conflict',
      wouldChange: 'a second independent origin makes it probable',
    };
  return {
    grade: '4',
    why: 'only parties to the conflict tell it',
    wouldChange: 'an independent origin that is no party to the conflict',
  };
}
