/** In which order the claims stand. */
import { type Search, withValues } from '../search.ts';

const ORDERS: [value: string, label: string, sort: string | null, descending: boolean][] = [
  ['', 'as in the documents', null, false],
  ['time-', 'latest happening first', 'time', true],
  ['time', 'earliest happening first', 'time', false],
  ['published-', 'latest report first', 'published', true],
  ['published', 'earliest report first', 'published', false],
  ['recorded-', 'last read first', 'recorded', true],
];

export function SortChoice({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const value = `${search.sort?.[0] ?? ''}${search.descending?.[0] === 'true' ? '-' : ''}`;
  return (
    <label className="sort">
      <span>Order</span>
      <select
        value={value}
        onChange={(event) => {
          const order = ORDERS.find(([one]) => one === event.target.value);
          const sorted = withValues(search, 'sort', order?.[2] ? [order[2]] : []);
          onSearch(withValues(sorted, 'descending', order?.[3] ? ['true'] : []));
        }}
      >
        {ORDERS.map(([one, label]) => (
          <option key={one} value={one}>
            {one === '' && search.text ? 'best match first' : label}
          </option>
        ))}
      </select>
    </label>
  );
}
