/** The ledger: all claims in one table, chosen by facets, words and dates; the choice lives in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { API, useClaims } from '../api.ts';
import { count } from '../format.ts';
import { Copy } from '../parts/Copy.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { filterOf, type Search, toParams } from '../search.ts';
import { Chips } from './Chips.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { Empty } from './Empty.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { SortChoice } from './SortChoice.tsx';

export function LedgerPage() {
  useTitle('Ledger');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const setSearch = (next: Search) => void navigate({ to: '/', search: next });
  const filter = filterOf(search);
  const claims = useClaims(search);
  const total = claims.data?.pages[0]?.total ?? null;
  const rows = claims.data?.pages.flatMap((page) => page.rows) ?? [];
  const csv = `${API}/claims.csv?${toParams(filter)}`;
  return (
    <div className="ledger">
      <FacetPanel search={search} onSearch={setSearch} />
      <section className="ledger-main" aria-label="Claims">
        <div className="toolbar">
          <h1 className="total" aria-live="polite">
            {total === null ? 'Claims' : count(total, 'claim')}
          </h1>
          <SortChoice search={search} onSearch={setSearch} />
          <span className="tools">
            <Copy text={() => location.href}>Copy link</Copy>
            <a className="quiet" href={csv}>
              CSV
            </a>
            <a className="quiet" href={`${API}/claims.json?${toParams(search)}`}>
              JSON
            </a>
          </span>
        </div>
        <Chips search={search} onSearch={setSearch} />
        {claims.isError ? (
          <Problem error={claims.error} />
        ) : total === null ? (
          <Waiting what="Opening the ledger" />
        ) : total === 0 ? (
          <Empty filtered={Object.keys(filter).length > 0} onClear={() => setSearch({})} />
        ) : (
          <ClaimTable
            rows={rows}
            total={total}
            stale={claims.isPlaceholderData}
            more={claims.hasNextPage && !claims.isFetchingNextPage ? () => void claims.fetchNextPage() : null}
          />
        )}
      </section>
    </div>
  );
}
