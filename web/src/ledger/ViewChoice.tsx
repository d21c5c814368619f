/** How the ledger is shown: as a table, on a map, or both. */
import { type Search, withValues } from '../search.ts';

const VIEWS = [
  ['table', 'Table'],
  ['both', 'Both'],
  ['map', 'Map'],
] as const;
export type View = (typeof VIEWS)[number][0];

export const viewOf = (search: Search): View =>
  VIEWS.find(([view]) => view === search.view?.[0])?.[0] ?? 'table';

export function ViewChoice({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const current = viewOf(search);
  return (
    <fieldset className="switch">
      <legend className="unseen">Show as</legend>
      {VIEWS.map(([view, label]) => (
        <label key={view}>
          <input
            type="radio"
            name="view"
            checked={view === current}
            onChange={() => onSearch(withValues(search, 'view', view === 'table' ? [] : [view]))}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
