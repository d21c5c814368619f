/** Places of a name as lines for people: what it is, where it lies, how the name meets it. */
import type { NamedPlace } from '../../../4-resolve/places/gazetteer/gazetteer.ts';

const VIA: Record<NamedPlace['via'], string> = {
  main: '',
  further: 'other name',
  spelling: 'spelling',
  demonym: 'people of',
  loose: 'like it',
};

export function placesTable(found: readonly NamedPlace[]): string {
  const rows = found.map(({ place, via }) => [
    place.name,
    place.kind,
    [place.admin2, place.admin1, place.country].filter((part) => part && part !== place.name).join(', '),
    `${place.lat.toFixed(4)} ${place.lon.toFixed(4)}`,
    place.population > 0 ? String(place.population) : '',
    place.geonames === null ? '' : `geonames:${place.geonames}`,
    place.pcode ?? '',
    VIA[via],
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
