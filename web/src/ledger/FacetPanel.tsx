/** Facets with counts. On small screens they fold behind one button. */
import { useState } from 'react';
import { useFacet } from '../api.ts';
import { day } from '../format.ts';
import { CERTAINTY, type Certainty, FACETS, type FacetDefinition, words } from '../labels.ts';
import { Words } from '../parts/Words.tsx';
import { filterOf, type Search } from '../search.ts';
import { canChoose, choose, isChosen } from './chosen.ts';

interface Props {
  search: Search;
  onSearch: (next: Search) => void;
}

export function FacetPanel({ search, onSearch }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <aside className="facets" data-shown={shown} aria-label="Choose">
      <button
        type="button"
        className="facets-toggle"
        aria-expanded={shown}
        aria-controls="facet-groups"
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide the choices' : 'Choose claims'}
      </button>
      <div id="facet-groups" className="facet-groups">
        {FACETS.map((facet) => (
          <FacetGroup key={facet.field} facet={facet} search={search} onSearch={onSearch} />
        ))}
      </div>
    </aside>
  );
}

const SHOWN = 7;

function FacetGroup({ facet, search, onSearch }: Props & { facet: FacetDefinition }) {
  const [open, setOpen] = useState(facet.open ?? false);
  const [all, setAll] = useState(false);
  const { data } = useFacet(facet.field, filterOf(search), open);
  const values = data?.values ?? [];
  const seen = all ? values : values.slice(0, SHOWN);
  return (
    <details className="facet" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{facet.label}</summary>
      <ul>
        {seen.map(({ value, count }) => (
          <li key={value ?? ''}>
            <label className={canChoose(facet.field, value) ? undefined : 'faint'}>
              <input
                type="checkbox"
                checked={isChosen(search, facet.field, value)}
                disabled={!canChoose(facet.field, value)}
                onChange={() => onSearch(choose(search, facet.field, value))}
              />
              <span className="facet-value">
                <FacetValue facet={facet} value={value} />
              </span>
              <span className="count">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {data && values.length === 0 && data.privatePersons === 0 && <p className="faint">None.</p>}
      {data && data.privatePersons > 0 && (
        <p className="faint">{data.privatePersons} by private persons, who are not listed</p>
      )}
      {values.length > SHOWN && (
        <button type="button" className="quiet" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${values.length - SHOWN} more`}
        </button>
      )}
      {all && data && data.more > 0 && <p className="faint">and {data.more} more; search finds them</p>}
    </details>
  );
}

export function FacetValue({ facet, value }: { facet: FacetDefinition; value: string | null }) {
  if (value === null || value === '') return <em>{facet.unknown}</em>;
  if (facet.field === 'certainty')
    return (
      <>
        <span aria-hidden="true" className={`certainty-mark is-${value}`}>
          {CERTAINTY[value as Certainty]?.mark}
        </span>{' '}
        {value}
      </>
    );
  if (facet.field.endsWith('Month')) return day(value);
  if (facet.field === 'country') return countryName(value);
  return facet.codes ? words(value) : <Words text={value} />;
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

export function countryName(code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}
