/** Figures of a toll by day of publication: a range is a bar, an open end an arrow, each with its origin's letter. The table says the same. */
import { grouped } from '../../../src/7-publish/words/effects.ts';
import { day } from '../format.ts';
import { type Bar, BOX, type Entry, scaleOf } from './toll-scale.ts';

interface Props {
  entries: readonly Entry[];
  keys: ReadonlyMap<string, string>;
  title: string;
}

export function TollChart({ entries, keys, title }: Props) {
  const scale = scaleOf(entries);
  if (!scale) return null;
  return (
    <svg
      className="toll-chart"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={`${title}; the table below says the same`}
    >
      {scale.numbers.map(({ n, y }) => (
        <g key={n}>
          <line className="grid" x1={BOX.left} x2={BOX.width - BOX.right} y1={y} y2={y} />
          <text x={BOX.left - 8} y={y + 4} textAnchor="end">
            {grouped(n)}
          </text>
        </g>
      ))}
      {scale.days.map(({ x, iso }) => (
        <text key={x} x={x} y={BOX.height - 10} textAnchor="middle">
          {day(iso)}
        </text>
      ))}
      {pathsOf(scale.bars).map(({ origin, d }) => (
        <path key={origin} className="history" d={d} />
      ))}
      {scale.bars.map((bar, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures of one toll have no other name
        <Figure key={i} bar={bar} letter={keys.get(bar.entry.origin) ?? ''} />
      ))}
    </svg>
  );
}

/** From each origin's figure to its next one: a figure holds until it is told anew. */
function pathsOf(bars: readonly Bar[]): { origin: string; d: string }[] {
  const byOrigin = new Map<string, Bar[]>();
  for (const bar of bars) {
    const own = byOrigin.get(bar.entry.origin);
    if (own) own.push(bar);
    else byOrigin.set(bar.entry.origin, [bar]);
  }
  return [...byOrigin].flatMap(([origin, own]) => {
    if (own.length < 2) return [];
    const [first, ...rest] = [...own].sort((a, b) => a.x - b.x) as [Bar, ...Bar[]];
    const steps = rest.map((bar) => `H${bar.x}V${heightOf(bar)}`);
    return [{ origin, d: `M${first.x} ${heightOf(first)}${steps.join('')}` }];
  });
}

const heightOf = ({ high, low }: Bar) => high ?? low ?? 0;

const ARROW = 22;

function Figure({ bar: { entry, x, low, high }, letter }: { bar: Bar; letter: string }) {
  const at = high ?? low ?? 0;
  const top = high ?? Math.max(4, at - ARROW);
  const bottom = low ?? BOX.height - BOX.bottom;
  const name = entry.outside ? 'figure outside' : 'figure';
  return (
    <g className={name}>
      <line x1={x} x2={x} y1={top} y2={bottom} strokeDasharray={entry.approximate ? '3 3' : undefined} />
      {high === null && <path d={`M${x - 5} ${top + 6} L${x} ${top} L${x + 5} ${top + 6}`} />}
      {low === null && <path d={`M${x - 5} ${bottom - 6} L${x} ${bottom} L${x + 5} ${bottom - 6}`} />}
      <circle cx={x} cy={at} r="9" />
      <text x={x} y={at + 4} textAnchor="middle">
        {letter}
      </text>
    </g>
  );
}
