/** All sources side by side: what each told first, alone, and what others told with it or against it later. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { API, type SourceItem, useSources } from '../api.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { count } from '../format.ts';
import { words } from '../labels.ts';
import { Share } from '../parts/Bar.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import { type Search, toParams, withValues } from '../search.ts';
import { COLUMNS, type Column, KINDS } from './columns.ts';

/** As many as an address can name; those shown. */
const MOST_EXPORTED = 200;

export function SourcesPage() {
  useTitle('Sources');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const setSearch = (next: Search) => void navigate({ to: '/sources', search: next });
  const sources = useSources(search);
  const first = sources.data?.pages[0];
  const rows = sources.data?.pages.flatMap((page) => page.rows) ?? [];
  const params = toParams(search).toString();
  return (
    <div className="wide-page">
      <div className="toolbar">
        <h1 className="total" aria-live="polite">
          {first ? count(first.total, 'source') : 'Sources'}
        </h1>
        <Find search={search} onSearch={setSearch} />
        <label className="sort">
          <span>Kind</span>
          <select
            value={search.kind?.[0] ?? ''}
            onChange={({ target }) =>
              setSearch(withValues(search, 'kind', target.value ? [target.value] : []))
            }
          >
            <option value="">any</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words(kind)}
              </option>
            ))}
          </select>
        </label>
        <span className="tools">
          <ExportMenu
            filter={params ? { source: rows.slice(0, MOST_EXPORTED).map(({ name }) => name) } : {}}
            what={
              params
                ? `the claims of ${count(Math.min(rows.length, MOST_EXPORTED), 'source')}`
                : 'the whole ledger'
            }
          />
          <a className="quiet" href={`${API}/sources.csv${params && `?${params}`}`}>
            CSV
          </a>
          <a className="quiet" href={`${API}/sources.json${params && `?${params}`}`}>
            JSON
          </a>
        </span>
      </div>
      {first && (
        <p className="coverage">
          Counts of what each told, with reprints folded. No grade: grading a source is a reviewer’s work.
          Private persons have no profile; {first.coverage}.
        </p>
      )}
      {sources.isError ? (
        <Problem error={sources.error} />
      ) : sources.isPending ? (
        <Waiting what="Setting the sources side by side" />
      ) : rows.length === 0 ? (
        <p className="empty">No source meets this.</p>
      ) : (
        <>
          <SourceTable rows={rows} />
          {sources.hasNextPage && (
            <button type="button" className="show-more" onClick={() => void sources.fetchNextPage()}>
              Show more
            </button>
          )}
        </>
      )}
    </div>
  );
}

function SourceTable({ rows }: { rows: readonly SourceItem[] }) {
  const [by, setBy] = useState<Column | null>(null);
  const sorted = by ? [...rows].sort((a, b) => by.value(b) - by.value(a)) : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label="Sources, side by side" tabIndex={0}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">Source</th>
            {COLUMNS.map((column) => (
              <th
                key={column.label}
                scope="col"
                aria-sort={by === column ? 'descending' : undefined}
                title={column.means}
              >
                <button type="button" className="sorter" onClick={() => setBy(by === column ? null : column)}>
                  {column.label}
                  <span aria-hidden="true">{by === column ? ' ↓' : ''}</span>
                </button>
              </th>
            ))}
            <th
              scope="col"
              title="share of the claims of parties to the conflict that are of the side told most"
            >
              Sides told
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/sources/$name" params={{ name: row.id }}>
                  <Words text={row.name} />
                </Link>
                <span className="field-more">
                  {row.kind ? words(row.kind) : 'kind not known'}
                  {row.assessed && ', assessed'}
                  {row.partyIn > 0 && ', party to the conflict'}
                </span>
              </th>
              {COLUMNS.map((column) => (
                <td key={column.label}>
                  {column.of ? <Share of={column.value(row)} all={column.of(row)} /> : column.value(row)}
                </td>
              ))}
              <td>
                <SidesText row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SidesText({ row: { sides, oneSided } }: { row: SourceItem }) {
  if (oneSided === null) return <span className="faint">none</span>;
  return (
    <>
      {Math.round(oneSided * 100)} % <span className="side">{sides[0]?.side}</span>
    </>
  );
}

function Find({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const [typed, setTyped] = useState(search.text?.[0] ?? '');
  return (
    <form
      className="sort"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(withValues(search, 'text', typed.trim() ? [typed.trim()] : []));
      }}
    >
      <label htmlFor="find-sources">Name</label>
      <input
        id="find-sources"
        type="search"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </form>
  );
}
