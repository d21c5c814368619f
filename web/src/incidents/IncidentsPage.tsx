/** All incidents: what the reports tell of together, by day. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { API, useIncidents } from '../api.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { count } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { type Search, toParams, withValues } from '../search.ts';
import { IncidentLine } from './IncidentLine.tsx';
import { STANDINGS } from './standing.ts';

/** As many as an address can name; those shown. */
const MOST_EXPORTED = 200;

export function IncidentsPage() {
  useTitle('Incidents');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const setSearch = (next: Search) => void navigate({ to: '/incidents', search: next });
  const incidents = useIncidents(search);
  const first = incidents.data?.pages[0];
  const rows = incidents.data?.pages.flatMap((page) => page.rows) ?? [];
  const params = toParams(search).toString();
  return (
    <div className="documents">
      <div className="toolbar">
        <h1 className="total" aria-live="polite">
          {first ? count(first.total, 'incident') : 'Incidents'}
        </h1>
        <Find search={search} onSearch={setSearch} />
        <label className="sort">
          <span>Standing</span>
          <select
            value={search.standing?.[0] ?? ''}
            onChange={({ target }) =>
              setSearch(withValues(search, 'standing', target.value ? [target.value] : []))
            }
          >
            <option value="">any</option>
            {STANDINGS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <span className="tools">
          <ExportMenu
            filter={params ? { incident: rows.slice(0, MOST_EXPORTED).map(({ id }) => id) } : {}}
            what={params ? count(Math.min(rows.length, MOST_EXPORTED), 'incident') : 'every incident'}
          />
          <a className="quiet" href={`${API}/incidents.csv${params && `?${params}`}`}>
            CSV
          </a>
          <a className="quiet" href={`${API}/incidents.json${params && `?${params}`}`}>
            JSON
          </a>
        </span>
      </div>
      {first && (
        <p className="coverage">
          Worked out from the claims, by rules that each incident explains; {first.coverage}.
        </p>
      )}
      {first && first.withoutEffect.length > 0 && (
        <p className="coverage">
          Without effect, since their incidents are gone:{' '}
          {first.withoutEffect.map((seq) => `decision ${seq}`).join(', ')}.
        </p>
      )}
      {incidents.isError ? (
        <Problem error={incidents.error} />
      ) : incidents.isPending ? (
        <Waiting what="Setting the reports side by side" />
      ) : rows.length === 0 ? (
        <Nothing chosen={params !== ''} onClear={() => setSearch({})} />
      ) : (
        <>
          <ul className="document-list">
            {rows.map((row) => (
              <IncidentLine key={row.id} row={row} />
            ))}
          </ul>
          {incidents.hasNextPage && (
            <button type="button" onClick={() => void incidents.fetchNextPage()}>
              Show more
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Find({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const asked = search.text?.[0] ?? '';
  const [typed, setTyped] = useState(asked);
  return (
    <form
      className="sort"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(withValues(search, 'text', typed.trim() ? [typed.trim()] : []));
      }}
    >
      <label htmlFor="find-incidents">Words</label>
      <input
        id="find-incidents"
        type="search"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </form>
  );
}

function Nothing({ chosen, onClear }: { chosen: boolean; onClear: () => void }) {
  return (
    <div className="empty">
      <p>
        {chosen ? 'No incident meets all of this.' : 'No report in this ledger tells of an incident yet.'}
      </p>
      {chosen && (
        <button type="button" onClick={onClear}>
          Show all incidents
        </button>
      )}
    </div>
  );
}
