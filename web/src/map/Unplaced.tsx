/** Claims that stand nowhere on the map: those known only by country, and those that are put nowhere. */
import { grouped } from '../../../src/7-publish/words/effects.ts';
import type { ClaimMap } from '../api.ts';
import { countryName } from '../ledger/FacetPanel.tsx';
import { has, type Search, toggled, withValues } from '../search.ts';

const WHY: Record<string, string> = {
  none: 'no place told',
  'not-in-gazetteer': 'place not in the gazetteer',
  ambiguous: 'could be several places',
  'not-a-place': 'no place after all',
  resolved: 'place without coordinates',
};

interface Props {
  map: ClaimMap;
  countries: ClaimMap['places'];
  search: Search;
  onSearch: (next: Search) => void;
}

export function Unplaced({ map, countries, search, onSearch }: Props) {
  const unplaced = map.unplaced.reduce((sum, { claims }) => sum + claims, 0);
  return (
    <>
      {countries.length > 0 && (
        <div className="bins">
          <h2>Known only by country</h2>
          <ul>
            {countries.slice(0, 12).map(({ country, claims, name }) => {
              const on = has(search, 'precision', 'country') && has(search, 'country', country ?? '');
              return (
                <li key={`${country} ${name}`}>
                  <button
                    type="button"
                    className="bin"
                    aria-pressed={on}
                    onClick={() => {
                      const free = withValues(withValues(search, 'precision', []), 'country', []);
                      const next = withValues(withValues(free, 'precision', ['country']), 'country', [
                        country ?? '',
                      ]);
                      onSearch(on ? free : next);
                    }}
                  >
                    {country ? countryName(country) : (name ?? 'a country')} <b>{grouped(claims)}</b>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <div className="bins">
        <h2>Not on the map: {grouped(unplaced)}</h2>
        <ul>
          {map.unplaced.map(({ status, claims }) => (
            <li key={status}>
              <button
                type="button"
                className="bin"
                aria-pressed={has(search, 'placeStatus', status)}
                onClick={() => onSearch(toggled(search, 'placeStatus', status))}
              >
                {WHY[status] ?? status} <b>{grouped(claims)}</b>
              </button>
            </li>
          ))}
          {unplaced === 0 && <li className="faint">every claim has a place</li>}
        </ul>
      </div>
    </>
  );
}
