/** All documents: what they are, whether they were read, how many claims they make. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { API, type DocumentItem, useDocuments, useLedgerInfo } from '../api.ts';
import { count, day, hex } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import { type Search, toParams } from '../search.ts';

const ORDERS: [label: string, search: Search][] = [
  ['last read first', {}],
  ['latest first', { sort: ['published'], descending: ['true'] }],
  ['earliest first', { sort: ['published'] }],
  ['by title', { sort: ['title'] }],
];
const DEFAULT: Search = { sort: ['recorded'], descending: ['true'] };

export function DocumentsPage() {
  useTitle('Documents');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const documents = useDocuments(Object.keys(search).length > 0 ? search : DEFAULT);
  const info = useLedgerInfo();
  const rows = documents.data?.pages.flatMap((page) => page.rows) ?? [];
  const order = String(toParams(search));
  return (
    <div className="documents">
      <div className="toolbar">
        <h1 className="total">{info.data ? count(info.data.coverage.documents, 'document') : 'Documents'}</h1>
        <label className="sort">
          <span>Order</span>
          <select
            value={order}
            onChange={(event) =>
              void navigate({
                to: '/documents',
                search: ORDERS.find(([, one]) => String(toParams(one)) === event.target.value)?.[1] ?? {},
              })
            }
          >
            {ORDERS.map(([label, one]) => (
              <option key={label} value={String(toParams(one))}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <span className="tools">
          <a className="quiet" href={`${API}/documents.csv`}>
            CSV
          </a>
          <a className="quiet" href={`${API}/documents.json`}>
            JSON
          </a>
        </span>
      </div>
      {documents.isError ? (
        <Problem error={documents.error} />
      ) : documents.isPending ? (
        <Waiting what="Opening the documents" />
      ) : rows.length === 0 ? (
        <div className="empty">
          <p>No document has been read into this ledger yet.</p>
          <p>
            <code>reportedly read FILE</code> reads a file, a folder or an address.
          </p>
        </div>
      ) : (
        <>
          <ul className="document-list">
            {rows.map((row) => (
              <DocumentLine key={row.sha256} row={row} />
            ))}
          </ul>
          {documents.hasNextPage && (
            <button type="button" onClick={() => void documents.fetchNextPage()}>
              Show more
            </button>
          )}
        </>
      )}
    </div>
  );
}

function DocumentLine({ row }: { row: DocumentItem }) {
  return (
    <li className="document">
      <h2>
        <Link to="/documents/$sha256" params={{ sha256: hex(row.sha256) }}>
          <Words text={row.title ?? row.location} />
        </Link>
      </h2>
      <p className="document-facts">
        {row.example && <span className="tag">example</span>}
        <span>{row.publisher ? <Words text={row.publisher} /> : 'publisher not known'}</span>
        <span>{row.published ? day(row.published) : 'date not known'}</span>
        {row.byline && <Words text={row.byline} />}
      </p>
      <p className="document-claims">
        {row.wasRead ? (
          count(row.claims, 'claim')
        ) : (
          <span className="tag">not read ({row.language ?? '?'})</span>
        )}
      </p>
    </li>
  );
}
