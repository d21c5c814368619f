/** What is to be reviewed, under the report or the incident it belongs to. */
import { memo, useEffect, useRef } from 'react';
import { words } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Words } from '../parts/Words.tsx';
import type { Queued } from './api.ts';

interface Props {
  rows: readonly Queued[];
  by: string;
  current: string | undefined;
  /** What was decided here, by claim. */
  decided: ReadonlyMap<string, string>;
  onChoose: (row: Queued) => void;
}

export const QueueList = memo(function QueueList({ rows, by, current, decided, onChoose }: Props) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves with the current claim
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol className="queue" ref={list} aria-label="Claims to review">
      {rows.map((queued, i) => {
        const { row, doubts } = queued;
        const head = headOf(queued, by);
        const begins = head !== null && (i === 0 || headOf(rows[i - 1]!, by)?.key !== head.key);
        const done = decided.get(row.id);
        return (
          <li key={row.id}>
            {begins && (
              <p className="queue-head">
                <Words text={head.text} />
              </p>
            )}
            <button
              type="button"
              className="queued"
              aria-current={row.id === current ? 'true' : undefined}
              data-done={done !== undefined}
              onClick={() => onChoose(queued)}
            >
              <Certainty value={row.certainty} bare />
              <span className="queued-text">
                <Words text={row.text.slice(0, 160)} />
              </span>
              {done !== undefined ? (
                <span className="queued-done">✓ {words(done)}</span>
              ) : (
                by === 'doubt' && doubts[0] && <span className="queued-done">{doubts[0]}</span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
});

function headOf({ row, incident }: Queued, by: string): { key: string; text: string } | null {
  if (by === 'incident' && incident) return { key: incident, text: `Incident ${incident}` };
  if (by === 'document') return { key: row.document, text: row.title ?? 'Without a title' };
  return null;
}
