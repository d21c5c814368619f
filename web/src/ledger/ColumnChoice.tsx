/** Which columns the table has. */
import { Menu } from '../parts/Menu.tsx';
import { type Search, withValues } from '../search.ts';
import { COLUMNS, columnsOf, namedColumns } from './columns.ts';

export function ColumnChoice({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const shown = columnsOf(search).map(({ key }) => key);
  const toggle = (key: string) => {
    const next = shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key];
    onSearch(withValues(search, 'columns', namedColumns(next)));
  };
  return (
    <Menu label="Columns">
      <ul className="menu-choices">
        {COLUMNS.map(({ key, label }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={shown.includes(key)}
                disabled={key === 'claim'}
                onChange={() => toggle(key)}
              />{' '}
              {label}
            </label>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
