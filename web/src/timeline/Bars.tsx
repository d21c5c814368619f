/** The drawing of the timeline: stacked bars, what is chosen, and the days below. */
import { memo } from 'react';
import type { Timeline } from '../api.ts';
import type { ChosenTime } from './chosen-time.ts';
import { HEIGHT, type Scale } from './scale.ts';
import { seriesClass } from './series.tsx';

const TOP = 4;

export const Bars = memo(function Bars({ scale, series }: { scale: Scale; series: Timeline['series'] }) {
  const { bars, most } = scale;
  const gap = (bars[0]?.width ?? 0) > 5 ? 1 : 0.25;
  const tall = (n: number) => ((HEIGHT.plot - TOP) * n) / most;
  return bars.map((bar) => {
    let top = HEIGHT.plot;
    return (
      <g key={bar.start}>
        {bar.counts.map((n, i) => {
          if (n === 0) return null;
          // What is there must be seen, however few it is beside the rest.
          const height = Math.max(tall(n), 1);
          top -= height;
          return (
            <rect
              key={series[i] ?? ''}
              className={`bar ${seriesClass(series, i)}`}
              x={bar.x + gap / 2}
              width={Math.max(bar.width - gap, 0.75)}
              y={top}
              height={height}
            />
          );
        })}
      </g>
    );
  });
});

export function Axis({ scale }: { scale: Scale }) {
  return (
    <g className="axis">
      <line x1={0} x2={scale.width} y1={HEIGHT.plot + 0.5} y2={HEIGHT.plot + 0.5} />
      {scale.ticks.map(({ x, label }) => (
        <g key={x}>
          <line x1={x + 0.5} x2={x + 0.5} y1={HEIGHT.plot} y2={HEIGHT.plot + 5} />
          <text x={x + 3} y={HEIGHT.plot + 15}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What is not chosen is veiled. */
export function Veil({ scale, chosen: { from, to } }: { scale: Scale; chosen: ChosenTime }) {
  const { bars, width } = scale;
  if ((from === null && to === null) || bars.length === 0) return null;
  const start = from === null ? 0 : (bars.find(({ end }) => end >= from)?.x ?? width);
  const last = to === null ? undefined : bars.findLast((bar) => bar.start <= to);
  const end = to === null ? width : last ? last.x + last.width : 0;
  return (
    <g className="veil">
      <rect x={0} y={0} width={Math.max(0, start)} height={HEIGHT.plot} />
      <rect x={end} y={0} width={Math.max(0, width - end)} height={HEIGHT.plot} />
      {start < end && <rect className="frame" x={start} y={0.5} width={end - start} height={HEIGHT.plot} />}
    </g>
  );
}
