/** What the timeline shows, and the chosen range as two dates. */
import type { Search } from '../search.ts';
import { withValues } from '../search.ts';
import { type ChosenTime, overOf } from './chosen-time.ts';
import { dayOf, isoDay } from './days.ts';

interface Props {
  search: Search;
  onSearch: (next: Search) => void;
  chosen: ChosenTime;
  onChosen: (next: ChosenTime) => void;
  children: React.ReactNode;
}

export function TimelineTools({ search, onSearch, chosen, onChosen, children }: Props) {
  const over = overOf(search);
  const { from, to } = chosen;
  const zoomed = search.zoom !== undefined;
  return (
    <div className="timeline-tools">
      <label>
        <span className="unseen">Timeline of</span>
        <select
          value={over}
          onChange={({ target }) =>
            onSearch(
              withValues(
                withValues(search, 'zoom', []),
                'over',
                target.value === 'published' ? ['published'] : [],
              ),
            )
          }
        >
          <option value="happened">Happened</option>
          <option value="published">Published</option>
        </select>
      </label>
      <label>
        <span className="unseen">Bars by</span>
        <select
          value={search.bars?.[0] ?? 'certainty'}
          onChange={({ target }) =>
            onSearch(withValues(search, 'bars', target.value === 'type' ? ['type'] : []))
          }
        >
          <option value="certainty">by certainty</option>
          <option value="type">by event</option>
        </select>
      </label>
      {children}
      <span className="timeline-range">
        <DateField label="From" value={from} onValue={(value) => onChosen({ ...chosen, from: value })} />
        <DateField label="to" value={to} onValue={(value) => onChosen({ ...chosen, to: value })} />
        {(from !== null || to !== null) && (
          <button type="button" className="quiet" onClick={() => onChosen({ from: null, to: null })}>
            Any time
          </button>
        )}
        {from !== null && to !== null && !zoomed && (
          <button
            type="button"
            className="quiet"
            onClick={() => onSearch(withValues(search, 'zoom', [`${isoDay(from)}..${isoDay(to)}`]))}
          >
            Zoom in
          </button>
        )}
        {zoomed && (
          <button type="button" className="quiet" onClick={() => onSearch(withValues(search, 'zoom', []))}>
            Whole time
          </button>
        )}
      </span>
    </div>
  );
}

function DateField(props: { label: string; value: number | null; onValue: (value: number | null) => void }) {
  const { label, value, onValue } = props;
  return (
    <label className="date">
      <span>{label}</span>
      <input
        type="date"
        value={value === null || Number.isNaN(value) ? '' : isoDay(value)}
        onChange={({ target }) => onValue(target.value ? dayOf(target.value) : null)}
      />
    </label>
  );
}
