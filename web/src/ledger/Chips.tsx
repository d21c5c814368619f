/** What is chosen, one chip a value, each with a way to let it go. */
import { FACETS, FILTER_LABELS } from '../labels.ts';
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
                {facet ? <FacetValue facet={facet} value={value} /> : <Words text={value || 'not known'} />}
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
