/** Review: a queue of claims, one report on the desk, and decisions that are kept whatever happens. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { hex } from '../format.ts';
import { useCommands } from '../parts/commands.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { type Search, withValues } from '../search.ts';
import { ArticleStatusLine } from './ArticleStatusLine.tsx';
import { type Queued, useQueue, useReviewArticle } from './api.ts';
import { Desk } from './Desk.tsx';
import { undoLast, useDone, usePending } from './decisions.ts';
import { OutboxBar } from './OutboxBar.tsx';
import { withPending } from './pending.ts';
import { QueueList } from './QueueList.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { useReviewer } from './reviewer.ts';
import { AskWho } from './Who.tsx';

export function ReviewPage() {
  useTitle('Review');
  const who = useReviewer();
  return who === '' ? <AskWho /> : <Review who={who} />;
}

const DECISIVE = new Set(['reads right', 'rejected', 'split', 'merged']);

function Review({ who }: { who: string }) {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const by = search.by?.[0] ?? 'document';
  const blind = search.blind?.[0] === '1';
  const document = search.document?.[0];
  const queue = useQueue({ by, who, blind, document });
  const rows = queue.data?.rows ?? NO_ROWS;
  const done = useDone();
  const [said, setSaid] = useState('');
  const decided = useMemo(() => {
    const all = new Map<string, string>();
    for (const { claim, label } of done)
      if (claim && (DECISIVE.has(label) || /^(corrected|removed|set)/.test(label)))
        all.set(claim, label.split(' ')[0] === 'reads' ? label : label.replace(/ .*/, ''));
    return all;
  }, [done]);
  const asked = search.claim?.[0];
  const first = rows.find(({ row }) => !decided.has(row.id)) ?? rows[0];
  const current = asked ?? first?.row.id;
  const queued = rows.find(({ row }) => row.id === current);
  const onDesk = search.on?.[0] ?? queued?.row.document ?? document ?? first?.row.document;
  const article = useReviewArticle(onDesk, blind ? who : null);
  const pending = usePending(article.data?.document.sha256);
  const detail = useMemo(
    () =>
      article.data && {
        ...article.data,
        claims: withPending(article.data.claims, pending, article.data.document.sha256),
      },
    [article.data, pending],
  );

  const go = useCallback(
    (claim: string | undefined, on?: string) => {
      const next = withValues(withValues(search, 'claim', claim ? [claim] : []), 'on', on ? [hex(on)] : []);
      void navigate({ to: '/review', search: next, replace: true, resetScroll: false });
    },
    [navigate, search],
  );
  const choose = useCallback(({ row }: Queued) => go(row.id), [go]);
  /** The queue in its order, with what else stands in the report on the desk where the claim at hand is not in it. */
  const walk = (step: 1 | -1) => {
    const at = rows.findIndex(({ row }) => row.id === current);
    const shown = detail?.claims ?? [];
    if (at < 0 && shown.length > 0) {
      const own = shown.findIndex(({ claim }) => claim.id === current);
      const next = shown[own + step];
      if (next) go(next.claim.id, detail!.document.sha256);
      return;
    }
    const next = rows[at + step];
    if (next) {
      setSaid('');
      go(next.row.id);
    } else setSaid(step > 0 ? 'This is the last of the queue.' : 'This is the first of the queue.');
  };
  const onDecided = (claim: string) => {
    setSaid('');
    const at = rows.findIndex(({ row }) => row.id === claim);
    const open = ({ row }: Queued) => row.id !== claim && !decided.has(row.id);
    const next = rows.slice(at + 1).find(open) ?? rows.slice(0, Math.max(0, at)).find(open);
    if (next) go(next.row.id);
    else {
      go(undefined);
      void queue.refetch();
    }
  };
  const undo = () => {
    const last = undoLast(who);
    setSaid(
      last
        ? `Undone: ${last.label}.`
        : 'Nothing to undo on this page; older decisions stand under each claim.',
    );
    if (last?.claim) go(last.claim, rows.some(({ row }) => row.id === last.claim) ? undefined : onDesk);
  };
  useCommands([
    { key: 'j', label: 'Next claim', run: () => walk(1) },
    { key: 'k', label: 'Previous claim', run: () => walk(-1) },
    { key: 'u', label: 'Undo my last decision', run: undo },
    {
      key: 'o',
      label: 'Open the claim’s page',
      run: () => current && void navigate({ to: '/claims/$id', params: { id: current } }),
    },
  ]);
  const mine = rows.filter(({ row }) => decided.has(row.id)).length;
  return (
    <div className="review">
      <ReviewBar
        {...{ who, by, blind, document, said }}
        total={queue.data?.total ?? 0}
        reviewed={queue.data ? queue.data.total - queue.data.left + mine : 0}
        onUndo={undo}
        canUndo={done.length > 0}
      />
      <OutboxBar />
      {queue.isError ? (
        <Problem error={queue.error} />
      ) : queue.isPending ? (
        <Waiting what="Opening the queue" />
      ) : (
        <div className="review-panes">
          <QueueList rows={rows} by={by} current={current} decided={decided} onChoose={choose} />
          {onDesk === undefined ? (
            <Nothing total={queue.data.total} />
          ) : article.isError ? (
            <Problem error={article.error} />
          ) : detail ? (
            <Desk
              key={detail.document.sha256}
              {...{ who, detail, current, onDecided }}
              doubts={queued?.doubts ?? NO_DOUBTS}
              onChoose={(claim) => go(claim, rows.some(({ row }) => row.id === claim) ? undefined : onDesk)}
              head={<ArticleStatusLine document={detail.document.sha256} who={who} />}
            />
          ) : (
            <Waiting what="Opening the report" />
          )}
        </div>
      )}
    </div>
  );
}

const NO_ROWS: readonly Queued[] = [];
const NO_DOUBTS: readonly string[] = [];

function Nothing({ total }: { total: number }) {
  return (
    <div className="empty">
      {total === 0 ? (
        <>
          <p>There is nothing to review yet: no report was read into this ledger.</p>
          <p>
            <Link to="/add">Add reports</Link>
          </p>
        </>
      ) : (
        <>
          <p>All claims are reviewed. What comes in next will stand here.</p>
          <p>
            <Link to="/agreement">See how far reviewers agree</Link>, or{' '}
            <Link to="/documents">open a report</Link> to look for claims that are missing.
          </p>
        </>
      )}
    </div>
  );
}
