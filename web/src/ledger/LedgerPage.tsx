/** The ledger: all claims as a table, on a map and over time; one choice for all of them, which lives in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { API, useClaims } from '../api.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { count } from '../format.ts';
import { MapPane } from '../map/MapPane.tsx';
import { Copy } from '../parts/Copy.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { askedOf, filterOf, type Search, toParams, unfiltered } from '../search.ts';
import { TimelinePane } from '../timeline/TimelinePane.tsx';
import { Chips } from './Chips.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { Empty } from './Empty.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SortChoice } from './SortChoice.tsx';
import { ViewChoice, viewOf } from './ViewChoice.tsx';

export function LedgerPage() {
  useTitle('Ledger');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const setSearch = (next: Search, replace = false) => void navigate({ to: '/', search: next, replace });
  const filter = filterOf(search);
  const view = viewOf(search);
  const claims = useClaims(search);
  const total = claims.data?.pages[0]?.total ?? null;
  const rows = claims.data?.pages.flatMap((page) => page.rows) ?? [];
  const more = claims.hasNextPage && !claims.isFetchingNextPage ? () => void claims.fetchNextPage() : null;
  return (
    <div className="ledger">
      <FacetPanel search={search} onSearch={setSearch} />
      <section className="ledger-main" aria-label="Claims">
        <div className="toolbar">
          <h1 className="total" aria-live="polite">
            {total === null ? 'Claims' : count(total, 'claim')}
          </h1>
          <ViewChoice search={search} onSearch={setSearch} />
          <SortChoice search={search} onSearch={setSearch} />
          <span className="tools">
            <SavedSearches search={search} />
            {view !== 'map' && <ColumnChoice search={search} onSearch={setSearch} />}
            <ExportMenu filter={filter} what={total === null ? 'what is chosen' : count(total, 'claim')} />
            <Copy text={() => location.href}>Copy link</Copy>
            <a className="quiet" href={`${API}/claims.csv?${toParams(filter)}`}>
              CSV
            </a>
            <a className="quiet" href={`${API}/claims.json?${toParams(askedOf(search))}`}>
              JSON
            </a>
          </span>
        </div>
        <Chips search={search} onSearch={setSearch} />
        {total !== 0 && !claims.isError && <TimelinePane search={search} onSearch={setSearch} />}
        {claims.isError ? (
          <Problem error={claims.error} />
        ) : total === null ? (
          <Waiting what="Opening the ledger" />
        ) : total === 0 ? (
          <Empty filtered={Object.keys(filter).length > 0} onClear={() => setSearch(unfiltered(search))} />
        ) : (
          <div className={`ledger-views view-${view}`}>
            {view !== 'map' && (
              <ClaimTable
                rows={rows}
                total={total}
                stale={claims.isPlaceholderData}
                more={more}
                search={search}
                onSearch={setSearch}
              />
            )}
            {view !== 'table' && <MapPane search={search} onSearch={setSearch} />}
          </div>
        )}
      </section>
    </div>
  );
}
