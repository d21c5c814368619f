/**
 * Village-level coverage: names of places in a sample of UCDP events, given the country. Right = within 25 km of
 * UCDP's point; wrong = another answer; the rest is said to be ambiguous or not in the gazetteer.
 */
import { chooseJointly } from '../../src/4-resolve/places/choose/choose.ts';
import { decide } from '../../src/4-resolve/places/choose/decide.ts';
import { groupToponyms } from '../../src/4-resolve/places/choose/groups.ts';
import { distanceKm } from '../../src/4-resolve/places/geometry.ts';
import { toponymsAt } from '../../src/4-resolve/places/mentions/find-toponyms.ts';
import { TextView } from '../../src/4-resolve/places/text-view.ts';
import { plainParse } from '../../test/support/plain-parse.ts';
import { readLines } from './gold.ts';
import { gazetteer, words } from './scoring.ts';

interface Event {
  place: string;
  country: string;
  adm1: string | null;
  lat: number;
  lon: number;
  wherePrec: number;
}

/** UCDP's own remarks: "Yemen (North Yemen)", "DR Congo (Zaire)". */
const plainCountry = (name: string) => name.replace(/ \(.*$/, '');

export interface UcdpRow {
  n: number;
  right: number;
  wrong: number;
  ambiguous: number;
  missing: number;
}

/** The status and place of one event's name in its country. */
export function answerEvent(event: Event) {
  const name = event.place.replace(/ (?:town|village|city|district|location)$/i, '');
  const head = event.place.slice(name.length).trim();
  const text = `Reports from ${head === '' ? '' : `the ${head} of `}${name}, ${plainCountry(event.country)}.`;
  const view = new TextView(plainParse(text));
  const at = text.indexOf(name, 12);
  const countryAt = text.lastIndexOf(plainCountry(event.country));
  const toponyms = toponymsAt(view, gazetteer, words, [
    { start: at, end: at + name.length },
    { start: countryAt, end: countryAt + plainCountry(event.country).length },
  ]);
  const { groups, groupOf } = groupToponyms(toponyms, gazetteer, new Map([[0, 1]]));
  chooseJointly(groups, gazetteer);
  return decide(groups[groupOf[0]!]!, groups);
}

export function scoreUcdp(show = false): UcdpRow {
  const row: UcdpRow = { n: 0, right: 0, wrong: 0, ambiguous: 0, missing: 0 };
  for (const event of readLines<Event>('ucdpged/ucdpged-sample1000.jsonl')) {
    if (event.wherePrec > 2) continue;
    row.n++;
    const { status, best } = answerEvent(event);
    if (status === 'not-in-gazetteer') row.missing++;
    else if (status === 'ambiguous') row.ambiguous++;
    else if (distanceKm(best.place, event) <= 25) row.right++;
    else {
      row.wrong++;
      if (show)
        console.log(
          `${event.place}, ${event.adm1}, ${event.country} -> ${best.place.name} ${best.place.kind} ${best.place.admin1} via ${best.via}, ${Math.round(distanceKm(best.place, event))} km`,
        );
    }
  }
  return row;
}
