/** By what the figures are set out, and which. */
import { words } from '../labels.ts';
import { Menu } from '../parts/Menu.tsx';
import { type Search, withValues } from '../search.ts';
import { BY, BY_LABELS, chosenBy, chosenWhat, reviewedOnly, WHAT } from './figure-table.ts';

interface Props {
  search: Search;
  onSearch: (next: Search) => void;
}

/** No more columns of keys than can be read. */
const MOST_KEYS = 4;

export function TableChoice({ search, onSearch }: Props) {
  const by = chosenBy(search);
  const what = chosenWhat(search);
  const toggle = (key: string, values: readonly string[], value: string) => {
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    if (next.length > 0) onSearch(withValues(search, key, next));
  };
  return (
    <>
      <Menu label={`By ${by.map((one) => (BY_LABELS[one] ?? one).toLowerCase()).join(' and ')}`}>
        <Choices
          values={BY}
          chosen={by}
          full={by.length >= MOST_KEYS}
          label={(one) => BY_LABELS[one] ?? one}
          onToggle={(one) => toggle('by', by, one)}
        />
      </Menu>
      <Menu label={what.map(words).join(', ')}>
        <Choices
          values={WHAT}
          chosen={what}
          full={false}
          label={words}
          onToggle={(one) => toggle('what', what, one)}
        />
      </Menu>
      <label className="sort">
        <input
          type="checkbox"
          checked={reviewedOnly(search)}
          onChange={({ target }) => onSearch(withValues(search, 'reviewed', target.checked ? ['only'] : []))}
        />
        <span>Only what a person reviewed</span>
      </label>
    </>
  );
}

function Choices(props: {
  values: readonly string[];
  chosen: readonly string[];
  full: boolean;
  label: (value: string) => string;
  onToggle: (value: string) => void;
}) {
  const { values, chosen, full, label, onToggle } = props;
  return (
    <ul className="menu-choices">
      {values.map((value) => (
        <li key={value}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={full && !chosen.includes(value)}
              onChange={() => onToggle(value)}
            />{' '}
            {label(value)}
          </label>
        </li>
      ))}
    </ul>
  );
}
