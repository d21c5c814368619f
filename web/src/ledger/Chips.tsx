/** What is chosen, one chip a value, each with a way to let it go. */
import { day } from '../format.ts';
import { FACETS, FILTER_LABELS } from '../labels.ts';
import { parseBox } from '../map/geometry.ts';
import { Words } from '../parts/Words.tsx';
import { filterOf, type Search, toggled, unfiltered } from '../search.ts';
import { FacetValue } from './FacetPanel.tsx';

export function Chips({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const filter = filterOf(search);
  const chosen = Object.entries(filter).flatMap(([key, values]) =>
    (values ?? []).map((value) => ({ key, value })),
  );
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label="Chosen">
      {chosen.map(({ key, value }) => {
        const facet = FACETS.find(({ field }) => field === key);
        return (
          <li key={`${key} ${value}`}>
            <button type="button" className="chip" onClick={() => onSearch(toggled(search, key, value))}>
              <span className="chip-field">{FILTER_LABELS[key] ?? key}</span>{' '}
              <span className="chip-value">
                {facet ? <FacetValue facet={facet} value={value} /> : <Words text={plainValue(key, value)} />}
              </span>
              <span aria-hidden="true" className="chip-close">
                ×
              </span>
              <span className="unseen">, let go</span>
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" className="quiet" onClick={() => onSearch(unfiltered(search))}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

/** Values that are no names, as people say them. */
function plainValue(key: string, value: string): string {
  if (key === 'box') return boxWords(value);
  if (/^(time|published)(From|To)$/.test(key)) return day(value);
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no';
  return value || 'not known';
}

function boxWords(value: string): string {
  const box = parseBox(value);
  if (!box) return value;
  const [west, south, east, north] = box;
  const at = (n: number, plus: string, minus: string) => `${Math.abs(n).toFixed(2)}° ${n < 0 ? minus : plus}`;
  if (north - south < 0.001)
    return `${at((south + north) / 2, 'N', 'S')}, ${at((west + east) / 2, 'E', 'W')}`;
  return `${at(south, 'N', 'S')} to ${at(north, 'N', 'S')}, ${at(west, 'E', 'W')} to ${at(east, 'E', 'W')}`;
}
