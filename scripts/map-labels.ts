/**
 * `npx tsx scripts/map-labels.ts`: names on the workbench's map, from the gazetteer, into web/src/map/labels.tsv. Countries
 * by their label points, capitals, seats of divisions and large towns.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openGazetteers } from '../src/engine.ts';
import { PACKAGE } from '../src/package.ts';

const LARGE = 200_000;
const SEAT = 40_000;

const gazetteer = openGazetteers(null);
const lines: { kind: string; name: string; lat: number; lon: number; population: number }[] = [];
for (let key = 0; key < gazetteer.size; key++) {
  const { kind, name, lat, lon, population } = gazetteer.place(key);
  const letter = kind.startsWith('PCL') ? 'c' : kind === 'PPLC' ? 'k' : kind === 'PPLA' ? 's' : 't';
  const shown =
    letter === 'c' ||
    letter === 'k' ||
    (letter === 's' && population >= SEAT) ||
    (kind.startsWith('PPL') && kind !== 'PPLX' && population >= LARGE);
  if (shown) lines.push({ kind: letter, name, lat, lon, population });
}
lines.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.population - a.population));
const text = lines.map(
  ({ kind, name, lat, lon, population }) =>
    `${kind}\t${name}\t${lat.toFixed(2)}\t${lon.toFixed(2)}\t${Math.round(population / 1000)}`,
);
writeFileSync(
  path.join(PACKAGE, 'web/src/map/labels.tsv'),
  `# Made by scripts/map-labels.ts from dictionaries/gazetteer (GeoNames, CC BY 4.0; Natural Earth): c country, k capital, s seat, t town; thousands of people\n${text.join('\n')}\n`,
);
console.log(`${lines.length} names, ${Math.round(text.join('\n').length / 1024)} kB`);
