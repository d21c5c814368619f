/** The gazetteer, the answers and the scoring rule that the benches of places share. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseJointly } from '../../src/4-resolve/places/choose/choose.ts';
import { groupToponyms } from '../../src/4-resolve/places/choose/groups.ts';
import { findQualifiers } from '../../src/4-resolve/places/choose/qualifiers.ts';
import { foldName } from '../../src/4-resolve/places/gazetteer/folding.ts';
import {
  type Gazetteer,
  type GazetteerPlace,
  openGazetteer,
} from '../../src/4-resolve/places/gazetteer/gazetteer.ts';
import { distanceKm, inBox } from '../../src/4-resolve/places/geometry.ts';
import { toponymsAt } from '../../src/4-resolve/places/mentions/find-toponyms.ts';
import { type PlaceWords, parsePlaceWords } from '../../src/4-resolve/places/place-words.ts';
import { TextView } from '../../src/4-resolve/places/text-view.ts';
import { plainParse } from '../../test/support/plain-parse.ts';
import type { GoldText, GoldToponym } from './gold.ts';

const DICTIONARIES = path.resolve(import.meta.dirname, '../../dictionaries');
export const gazetteer = openGazetteer(readFileSync(path.join(DICTIONARIES, 'gazetteer/gazetteer.bin')));
export const words = parsePlaceWords(readFileSync(path.join(DICTIONARIES, 'en/place-words.tsv'), 'utf8'));

/** What every gold span means to us: the best candidate, or null. */
export function resolveGold(gold: GoldText, using: Gazetteer, by: PlaceWords): (GazetteerPlace | null)[] {
  const view = new TextView(plainParse(gold.text));
  const toponyms = toponymsAt(view, using, by, gold.toponyms);
  const qualified = findQualifiers(toponyms, gold.text, using);
  const { groups, groupOf } = groupToponyms(toponyms, using, qualified);
  chooseJointly(groups, using);
  return toponyms.map((_, i) => groups[groupOf[i]!]!.candidates[0]?.place ?? null);
}

/** The most populous place of the name. */
export function populationBaseline(gold: GoldText, using: Gazetteer): (GazetteerPlace | null)[] {
  return gold.toponyms.map(({ name }) => {
    const named = [...using.named(name)].map(({ place }) => place);
    return named.sort((a, b) => b.population - a.population || a.key - b.key)[0] ?? null;
  });
}

/** Countries by GeoNames id, from our own table. */
const countryIds = new Map(
  [...gazetteer.neighbours.keys()].flatMap((iso) => {
    const id = gazetteer.coded(iso)?.geonames;
    return id == null ? [] : [[id, iso] as [number, string]];
  }),
);

const countryOf = (gold: GoldToponym): string | null => {
  const byId = gold.geonamesId === undefined ? undefined : countryIds.get(gold.geonamesId);
  if (byId !== undefined) return byId;
  for (const name of [
    gold.canonical,
    decodeURIComponent(gold.page?.split('/wiki/')[1] ?? '').replaceAll('_', ' '),
  ]) {
    if (name === undefined || name === '') continue;
    const found = gazetteer.named(name).find(({ place, via }) => place.kind === 'PCLI' && via !== 'demonym');
    if (found !== undefined && (gold.fcode === undefined || gold.fcode.startsWith('PCL')))
      return found.place.country;
  }
  return null;
};

export function rightBy(gold: GoldToponym, place: GazetteerPlace | null): { near: boolean; right: boolean } {
  if (place === null) return { near: false, right: false };
  const near = distanceKm(gold, place) <= 161;
  const country = countryOf(gold);
  if (country !== null) return { near, right: place.kind === 'PCLI' && place.country === country };
  const goldIsTown = gold.fcode?.startsWith('PPL') ?? false;
  if (goldIsTown || place.kind.startsWith('PPL') || place.kind === 'PCLI') return { near, right: near };
  // A province or region of ours that holds the gold point of the same name.
  const sameName = foldName(gold.canonical ?? gold.name).includes(foldName(place.name).split(' ')[0]!);
  return {
    near,
    right: near || (place.box !== null && inBox(gold, place.box, 0.2) && (sameName || place.kind === 'ADM1')),
  };
}

export interface Row {
  all: number;
  right: number;
  near: number;
  towns: number;
  townsRight: number;
  answered: number;
}

export function score(texts: GoldText[], answer: (text: GoldText) => (GazetteerPlace | null)[]): Row {
  const row: Row = { all: 0, right: 0, near: 0, towns: 0, townsRight: 0, answered: 0 };
  for (const text of texts) {
    const places = answer(text);
    text.toponyms.forEach((gold, i) => {
      const { near, right } = rightBy(gold, places[i] ?? null);
      row.all++;
      row.right += right ? 1 : 0;
      row.near += near ? 1 : 0;
      row.answered += places[i] ? 1 : 0;
      if (gold.fcode?.startsWith('PPL')) {
        row.towns++;
        row.townsRight += near ? 1 : 0;
      }
    });
  }
  return row;
}
