/** The original as it was kept, shown as text and never rendered; and what else the ledger holds of the same address. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentDetail, DocumentPage } from '../../../src/7-publish/api/schemas/documents.ts';
import { API, type ArticleDetail, get } from '../api.ts';
import { count, day, hex } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { Plain, Words } from '../parts/Words.tsx';
import { Difference } from './Difference.tsx';

const SHOWN = 200_000;

export function Versions({ detail }: { detail: ArticleDetail }) {
  const { document } = detail;
  return (
    <section className="versions" aria-label="As kept">
      <Original sha256={hex(document.sha256)} />
      <Others detail={detail} />
    </section>
  );
}

/** Bytes as text in their declared or guessed charset: what is no letter shows as a box. */
function Original({ sha256 }: { sha256: string }) {
  const [open, setOpen] = useState(false);
  const { data, isError, error } = useQuery({
    queryKey: ['original', sha256],
    queryFn: async ({ signal }) => {
      const { record, readings } = await get<DocumentDetail>(`/documents/${sha256}`, signal);
      const response = await fetch(`${API}/documents/${sha256}/original`, { signal });
      const bytes = await response.arrayBuffer();
      return { record, readings, text: decoded(bytes, record.charset) };
    },
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details className="furniture" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>The original as kept, as text</summary>
      {isError && <Problem error={error} />}
      {open && !data && !isError && <Waiting what="Opening the original" />}
      {data && (
        <>
          <p className="address">
            {data.record.mediaType}, {count(data.record.size, 'byte')}, came in on{' '}
            {day(data.record.provenance.fetched)} as {data.record.provenance.how} from{' '}
            <Words text={data.record.provenance.location} />; sha256 <code>{sha256.slice(0, 16)}…</code>; read{' '}
            {count(data.readings.length, 'time')}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <section className="original" tabIndex={0} aria-label="The original">
            <pre>
              <Plain text={data.text.slice(0, SHOWN)} />
            </pre>
          </section>
          {data.text.length > SHOWN && <p>The rest is in the saved original.</p>}
        </>
      )}
    </details>
  );
}

function decoded(bytes: ArrayBuffer, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Other documents that came from the same address: earlier or later states of the same report. */
function Others({ detail }: { detail: ArticleDetail }) {
  const { document } = detail;
  const location = /^https?:/.test(document.location) ? document.location : null;
  const { data } = useQuery({
    queryKey: ['versions', location],
    queryFn: ({ signal }) =>
      get<DocumentPage>(`/documents?limit=50&location=${encodeURIComponent(location!)}`, signal),
    enabled: location !== null,
  });
  const [against, setAgainst] = useState<string | null>(null);
  const others = data?.rows.filter(({ sha256 }) => sha256 !== document.sha256) ?? [];
  if (others.length === 0) return null;
  return (
    <div className="furniture">
      <p>{count(others.length + 1, 'version')} of this address are kept.</p>
      <ul>
        {others.map((row) => (
          <li key={row.sha256}>
            <Link to="/documents/$sha256" params={{ sha256: hex(row.sha256) }}>
              <Words text={row.title ?? row.location} />
            </Link>
            , fetched on {day(row.fetched)}{' '}
            <button
              type="button"
              className="quiet"
              aria-expanded={against === row.sha256}
              onClick={() => setAgainst(against === row.sha256 ? null : row.sha256)}
            >
              Differences
            </button>
          </li>
        ))}
      </ul>
      {against && <Difference before={against} after={detail.article.text} />}
    </div>
  );
}
