/** What the bars are made of, by name and colour. */
import type { Timeline } from '../api.ts';
import { CERTAINTY, type Certainty, words } from '../labels.ts';

export const seriesClass = (series: Timeline['series'], i: number): string => {
  const value = series[i];
  if (value && value in CERTAINTY) return `is-${value}`;
  if (value === 'other') return 'kind-other';
  return value === null ? 'kind-none' : `kind-${i}`;
};

export const seriesName = (value: string | null | undefined): string =>
  value === null || value === undefined
    ? 'no event'
    : value in CERTAINTY
      ? CERTAINTY[value as Certainty].label
      : words(value);

export function Legend({ series }: { series: Timeline['series'] }) {
  return (
    <ul className="legend" aria-label="What the colours are">
      {series.map((value, i) => (
        <li key={value ?? ''}>
          <span aria-hidden="true" className={`swatch ${seriesClass(series, i)}`} /> {seriesName(value)}
        </li>
      ))}
    </ul>
  );
}
