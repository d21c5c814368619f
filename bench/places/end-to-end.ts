/**
 * Places end to end: our own spans, from the language engine's trees and names. A gold toponym is found when one of
 * our places overlaps it, and right when that place is right too. Adjectives ("Turkish") are left out of both
 * sides: they are no places to us. Places that stand for a party count as found: gold marks them.
 */

import type { GazetteerPlace } from '../../src/4-resolve/places/gazetteer/gazetteer.ts';
import { resolvePlaces } from '../../src/4-resolve/places/resolve-places.ts';
import { openLanguage } from '../../src/engine.ts';
import type { Article, Place } from '../../src/records/index.ts';
import type { Figures } from '../figures.ts';
import { type GoldText, readLines, SETS } from './gold.ts';
import { gazetteer, rightBy, words } from './scoring.ts';

function articleOf({ text, title, url }: GoldText): Article {
  return {
    title: title ?? null,
    byline: null,
    subject: null,
    publisher: null,
    url: url ?? null,
    language: 'en',
    published: null,
    modified: null,
    credits: [],
    text,
    furniture: [],
  };
}

const isDemonym = (name: string): boolean => {
  const named = gazetteer.named(name);
  return named.length > 0 && named.every(({ via }) => via === 'demonym');
};

/** The gazetteer row a place was settled with, or the likeliest where it stands for a party. */
function rowOf(place: Place): GazetteerPlace | null {
  const best = place.candidates[0];
  if (best === undefined) return null;
  const rows =
    gazetteer.named(place.text).length > 0 ? gazetteer.named(place.text) : gazetteer.namedLoosely(place.text);
  const row = rows.find(({ place: one }) =>
    best.geonames > 0 ? one.geonames === best.geonames : one.name === best.name && one.admin1 === best.admin1,
  );
  return (
    row?.place ?? {
      key: -1,
      geonames: best.geonames || null,
      name: best.name,
      kind: place.kind ?? '',
      country: best.country,
      countries: best.country === null ? [] : [best.country],
      admin1Code: null,
      admin1: best.admin1,
      admin2: null,
      lat: best.lat,
      lon: best.lon,
      population: 0,
      box: (place.box as GazetteerPlace['box']) ?? null,
      pcode: null,
      imported: false,
    }
  );
}

export interface EndToEnd {
  gold: number;
  answers: number;
  found: number;
  right: number;
}

export function scoreEndToEnd(texts: GoldText[], show = false): EndToEnd {
  const { language } = openLanguage();
  const total: EndToEnd = { gold: 0, answers: 0, found: 0, right: 0 };
  for (const text of texts) {
    const parsed = language.parse(text.text);
    const places = resolvePlaces({ parsed, article: articleOf(text) }, gazetteer, words).places.filter(
      ({ relation, rule }) => relation === null && !/^(?:definite|deictic|the-)/.test(rule ?? ''),
    );
    const gold = [...text.toponyms, ...text.unlinked].filter(
      (one) => !isDemonym(text.text.slice(one.start, one.end)),
    );
    const used = new Set<Place>();
    total.gold += gold.length;
    total.answers += places.length;
    for (const one of gold) {
      const met = places.find(
        (place) => !used.has(place) && place.span[0] < one.end && place.span[1] > one.start,
      );
      if (met === undefined) {
        if (show)
          console.log(
            `MISS  ${text.text.slice(one.start, one.end)} | ${text.text.slice(Math.max(0, one.start - 40), one.end + 30).replace(/\s+/g, ' ')}`,
          );
        continue;
      }
      used.add(met);
      total.found++;
      if ('lat' in one && met.status !== 'not-in-gazetteer' && rightBy(one as never, rowOf(met)).right)
        total.right++;
    }
    if (show)
      for (const place of places)
        if (!used.has(place))
          console.log(
            `EXTRA ${place.text} ${place.status} ${place.name} | ${text.text.slice(Math.max(0, place.span[0] - 40), place.span[1] + 30).replace(/\s+/g, ' ')}`,
          );
  }
  return total;
}

export function printEndToEnd(only?: string): Figures {
  const figures: Figures = {};
  for (const [name, file] of Object.entries(SETS)) {
    if (only !== undefined && only !== name) continue;
    const row = scoreEndToEnd(readLines<GoldText>(file), only !== undefined);
    const percent = (part: number, of: number) => ((100 * part) / of).toFixed(1);
    const f1 = (right: number) => percent(2 * right, row.gold + row.answers);
    figures[`${name}.endToEndF1`] = (2 * row.right) / (row.gold + row.answers);
    console.log(
      `${name.padEnd(11)} gold ${row.gold}, ours ${row.answers}: found P ${percent(row.found, row.answers)} R ${percent(row.found, row.gold)} F1 ${f1(row.found)}; found and right F1 ${f1(row.right)}`,
    );
  }
  return figures;
}
