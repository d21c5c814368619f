/** The claims, virtual: only the rows in view are in the page. Rows are of one height, so that 100 000 cost nothing. */
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ClaimItem } from '../api.ts';
import { useLedgerInfo } from '../api.ts';
import { citation } from '../claim/citation.ts';
import { day, hex } from '../format.ts';
import { useKeys } from '../parts/useKeys.ts';
import type { Search } from '../search.ts';
import { ClaimLine } from './ClaimLine.tsx';
import { columnsOf, gridOf, sortedBy } from './columns.ts';

interface Props {
  rows: readonly ClaimItem[];
  total: number;
  /** The rows are of the choice before; new ones are on their way. */
  stale: boolean;
  more: (() => void) | null;
  search: Search;
  onSearch: (next: Search) => void;
}

/** In rem: columns where there is room, a card where there is not. */
const ROW_HEIGHT = { wide: 4.25, narrow: 8.25 };
const WIDE_REM = 56;

export function ClaimTable({ rows, total, stale, more, search, onSearch }: Props) {
  const named = search.columns?.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the columns matter, and rows must not be drawn anew
  const columns = useMemo(() => columnsOf(search), [named]);
  const asOf = day(useLedgerInfo().data?.asOf ?? null);
  const pane = useRef<HTMLDivElement>(null);
  const { wide, rem } = useRoom(pane);
  const height = Math.round((wide ? ROW_HEIGHT.wide : ROW_HEIGHT.narrow) * rem);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => pane.current,
    estimateSize: () => height,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20 && more) more();
  }, [last, rows.length, more]);

  const { current, move } = useCurrent(rows.length, (index) => {
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      pane.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true }),
    );
  });
  const navigate = useNavigate();
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    c: () => {
      const row = rows[current];
      if (row) void navigator.clipboard.writeText(citation(row, asOf, `${location.origin}/claims/${row.id}`));
    },
    o: () => {
      const row = rows[current];
      if (!row) return;
      const params = { sha256: hex(row.document) };
      void navigate({ to: '/documents/$sha256', params, search: { claim: [row.id] } });
    },
  });
  return (
    // No table element: its rows could not be placed one by one.
    <div
      className={`claims ${wide ? 'wide' : 'narrow'}`}
      role="table"
      aria-rowcount={total + 1}
      aria-busy={stale}
      aria-label="Claims"
      style={{ '--columns': gridOf(columns) } as React.CSSProperties}
    >
      <div className="claims-head" role="rowgroup">
        <div role="row" className="claim-row head" aria-rowindex={1}>
          {columns.map(({ key, label, sort }) => (
            <span
              key={key}
              role="columnheader"
              aria-sort={
                sort && search.sort?.[0] === sort
                  ? search.descending?.[0] === 'true'
                    ? 'descending'
                    : 'ascending'
                  : undefined
              }
            >
              {sort ? (
                <button type="button" className="sorter" onClick={() => onSearch(sortedBy(search, sort))}>
                  {label}
                  <span aria-hidden="true">
                    {search.sort?.[0] === sort && (search.descending?.[0] === 'true' ? ' ↓' : ' ↑')}
                  </span>
                </button>
              ) : (
                label
              )}
            </span>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="claims-pane" ref={pane} tabIndex={0} role="rowgroup">
        <div className="claims-all" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <ClaimLine
              key={index}
              index={index}
              claim={rows[index]}
              current={index === current}
              top={start}
              height={height}
              columns={columns}
              asOf={asOf}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function useRoom(pane: React.RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState({ wide: true, rem: 16 });
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom({ wide: element.clientWidth >= WIDE_REM * rem, rem });
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    look();
    return () => watch.disconnect();
  }, [pane]);
  return room;
}

function useCurrent(loaded: number, show: (index: number) => void) {
  const [current, setCurrent] = useState(-1);
  const move = (by: number) => {
    const next = Math.max(0, Math.min(loaded - 1, current + by));
    setCurrent(next);
    show(next);
  };
  return { current, move };
}
