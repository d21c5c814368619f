/** Claims over time, as bars to look at and to choose from. What has no day has a place of its own. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTimeline } from '../api.ts';
import { count, day as dayText, period } from '../format.ts';
import { type Search, withValues } from '../search.ts';
import { Axis, Bars, Veil } from './Bars.tsx';
import { type ChosenTime, chosenTime, overOf, withTime } from './chosen-time.ts';
import { isoDay, isoRange } from './days.ts';
import { HEIGHT, type Scale, scaleOf } from './scale.ts';
import { Legend, seriesName } from './series.tsx';
import { TimelineTools } from './TimelineTools.tsx';
import { useBrush } from './useBrush.ts';

interface Props {
  search: Search;
  onSearch: (next: Search) => void;
}

export function TimelinePane({ search, onSearch }: Props) {
  const { data } = useTimeline(search);
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const scale = useMemo(() => data && scaleOf(data, width), [data, width]);
  const chosen = chosenTime(search);
  const choose = (next: ChosenTime) => onSearch(withTime(search, next));
  return (
    <section className="timeline" aria-label="Timeline">
      <TimelineTools search={search} onSearch={onSearch} chosen={chosen} onChosen={choose}>
        {data && <Legend series={data.series} />}
      </TimelineTools>
      <div className="timeline-row">
        <div className="timeline-plot" ref={plot} style={{ height: HEIGHT.plot + HEIGHT.axis }}>
          {data && scale && scale.bars.length > 0 ? (
            <Plot scale={scale} series={data.series} chosen={chosen} onChosen={choose} />
          ) : (
            <p className="faint">{data ? 'No claim here has a day.' : ''}</p>
          )}
        </div>
        {data && <Aside search={search} onSearch={onSearch} data={data} onChosen={choose} scale={scale} />}
      </div>
    </section>
  );
}

interface PlotProps {
  scale: Scale;
  series: (string | null)[];
  chosen: ChosenTime;
  onChosen: (next: ChosenTime) => void;
}

function Plot({ scale, series, chosen, onChosen }: PlotProps) {
  const [over, setOver] = useState<number | null>(null);
  const { bars } = scale;
  const brush = useBrush(scale.binAt, ({ from, to }) =>
    onChosen({ from: bars[from]!.start, to: bars[to]!.end }),
  );
  const shown = brush.range ? { from: bars[brush.range.from]!.start, to: bars[brush.range.to]!.end } : chosen;
  const bar = over === null ? null : bars[over];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with keys, no group of fields
    <div
      className="timeline-keys"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the choice; the two dates above say the same
      tabIndex={0}
      aria-label="Bars; arrow keys move the chosen range, with Shift they change its end"
      onKeyDown={(event) => {
        const next = keyed(event, scale, chosen);
        if (!next) return;
        event.preventDefault();
        onChosen(next);
      }}
    >
      <svg width={scale.width} height={HEIGHT.plot + HEIGHT.axis} role="img" aria-label="Claims over time">
        <Bars scale={scale} series={series} />
        <Veil scale={scale} chosen={shown} />
        {bar && <rect className="bar-over" x={bar.x} y={0} width={bar.width} height={HEIGHT.plot} />}
        <Axis scale={scale} />
        <rect
          className="catch"
          width={scale.width}
          height={HEIGHT.plot + HEIGHT.axis}
          {...brush.on}
          onPointerMove={(event) => {
            brush.on.onPointerMove(event);
            setOver(scale.binAt(event.clientX - event.currentTarget.getBoundingClientRect().left));
          }}
          onPointerLeave={() => setOver(null)}
        />
      </svg>
      {bar && (
        <p className="tip" style={{ insetInlineStart: Math.min(bar.x, scale.width - 180) }}>
          <b>
            {brush.range
              ? period(...isoRange(shown.from!, shown.to!))
              : period(...isoRange(bar.start, bar.end))}
          </b>
          <br />
          {bar.total === 0
            ? 'no claims'
            : bar.counts.flatMap((n, i) => (n > 0 ? [`${n} ${seriesName(series[i])}`] : [])).join(', ')}
        </p>
      )}
    </div>
  );
}

/** Left and right move the range by a bin; with Shift they move its end; Escape lets it go. */
function keyed(event: React.KeyboardEvent, { bars }: Scale, { from, to }: ChosenTime): ChosenTime | null {
  if (event.key === 'Escape') return from === null && to === null ? null : { from: null, to: null };
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (by === 0 || bars.length === 0) return null;
  const first =
    from === null
      ? 0
      : Math.max(
          0,
          bars.findIndex(({ end }) => end >= from),
        );
  const last =
    to === null
      ? bars.length - 1
      : Math.max(
          0,
          bars.findLastIndex(({ start }) => start <= to),
        );
  if (from === null && to === null) {
    const at = by > 0 ? 0 : bars.length - 1;
    return { from: bars[at]!.start, to: bars[at]!.end };
  }
  const end = Math.max(first, Math.min(bars.length - 1, last + by));
  if (event.shiftKey) return { from: bars[first]!.start, to: bars[end]!.end };
  const start = Math.max(0, Math.min(bars.length - 1, first + by));
  return { from: bars[start]!.start, to: bars[Math.max(start, end)]!.end };
}

interface AsideProps extends Props {
  data: NonNullable<ReturnType<typeof useTimeline>['data']>;
  scale: Scale | undefined;
  onChosen: (next: ChosenTime) => void;
}

/** What stands outside: earlier, later, without a day. */
function Aside({ search, onSearch, data, scale, onChosen }: AsideProps) {
  const { bars } = scale ?? { bars: [] };
  const undated = search.dated?.[0] === 'false';
  return (
    <ul className="timeline-aside">
      {data.before > 0 && bars.length > 0 && (
        <li>
          <button
            type="button"
            className="quiet"
            onClick={() => onChosen({ from: null, to: bars[0]!.start - 1 })}
          >
            {count(data.before, 'claim')} before {dayText(isoDay(bars[0]!.start))}
          </button>
        </li>
      )}
      {data.after > 0 && bars.length > 0 && (
        <li>
          <button
            type="button"
            className="quiet"
            onClick={() => onChosen({ from: bars.at(-1)!.end + 1, to: null })}
          >
            {count(data.after, 'claim')} after {dayText(isoDay(bars.at(-1)!.end))}
          </button>
        </li>
      )}
      <li>
        {overOf(search) === 'happened' ? (
          <button
            type="button"
            className="bin"
            aria-pressed={undated}
            disabled={data.undated === 0 && !undated}
            onClick={() => {
              const free = withTime(search, { from: null, to: null });
              onSearch(withValues(free, 'dated', undated ? [] : ['false']));
            }}
          >
            {count(data.undated, 'undated claim')}
          </button>
        ) : (
          <span className="faint">{count(data.undated, 'claim')} of reports without a date</span>
        )}
      </li>
    </ul>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (!element.current) return;
    const watch = new ResizeObserver(([entry]) =>
      setWidth(Math.max(120, Math.floor(entry!.contentRect.width))),
    );
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
