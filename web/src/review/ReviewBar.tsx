/** Over the queue: how far it is, in what order it goes, whose it is. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { grouped } from '../../../src/7-publish/words/effects.ts';
import { Key } from '../parts/Key.tsx';
import { Words } from '../parts/Words.tsx';
import { type Search, withValues } from '../search.ts';
import { setReviewer } from './reviewer.ts';

interface Props {
  who: string;
  by: string;
  blind: boolean;
  document: string | undefined;
  total: number;
  reviewed: number;
  /** The last thing that happened, in words. */
  said: string;
  onUndo: () => void;
  canUndo: boolean;
}

const ORDERS: [by: string, label: string][] = [
  ['document', 'by report'],
  ['incident', 'by incident'],
  ['doubt', 'most doubtful first'],
];

export function ReviewBar({ who, by, blind, document, total, reviewed, said, onUndo, canUndo }: Props) {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const ask = (change: Record<string, string[]>) => {
    let next: Search = { ...search };
    for (const key of ['claim', 'on']) next = withValues(next, key, []);
    for (const [key, values] of Object.entries(change)) next = withValues(next, key, values);
    void navigate({ to: '/review', search: next });
  };
  return (
    <div className="toolbar review-bar">
      <h1 className="total">Review</h1>
      <p className="progress">
        <progress value={reviewed} max={Math.max(1, total)} aria-label="Reviewed" />
        <span>
          <b>{grouped(reviewed)}</b> of {grouped(total)} reviewed{document && ' in this report'}
        </span>
        {document && (
          <button type="button" className="quiet" onClick={() => ask({ document: [] })}>
            All reports
          </button>
        )}
      </p>
      <label className="sort">
        <span>Order</span>
        <select
          value={by}
          onChange={({ target }) => ask({ by: target.value === 'document' ? [] : [target.value] })}
        >
          {ORDERS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label
        className="blind"
        title="For double coding: others’ decisions are not shown, and their claims are asked again"
      >
        <input
          type="checkbox"
          checked={blind}
          onChange={({ target }) => ask({ blind: target.checked ? ['1'] : [] })}
        />
        Blind to others
      </label>
      <span className="tools">
        <span role="status" className="review-said">
          {said}
        </span>
        <button type="button" className="quiet" disabled={!canUndo} onClick={onUndo}>
          Undo <Key>u</Key>
        </button>
        <Link to="/agreement" className="quiet">
          Agreement
        </Link>
        <button
          type="button"
          className="quiet"
          title="Review under another name"
          onClick={() => setReviewer('')}
        >
          <Words text={who} />
        </button>
      </span>
    </div>
  );
}
