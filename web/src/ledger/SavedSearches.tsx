/** Searches by name: open one, keep this one, hand one on as a link. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Copy } from '../parts/Copy.tsx';
import { Menu } from '../parts/Menu.tsx';
import type { Search } from '../search.ts';
import { dropSearch, saveSearch, searchOf, useSavedSearches } from './saved-searches.ts';

export function SavedSearches({ search }: { search: Search }) {
  const saved = useSavedSearches();
  const [name, setName] = useState('');
  return (
    <Menu label="Saved searches">
      {saved.length === 0 && <p className="faint">None yet. They are kept in this browser only.</p>}
      <ul className="saved">
        {saved.map((one) => (
          <li key={one.name}>
            <Link to="/" search={searchOf(one)}>
              {one.name}
            </Link>
            <Copy text={() => `${location.origin}/${one.query}`}>Copy link</Copy>
            <button type="button" className="quiet" onClick={() => dropSearch(one.name)}>
              Forget<span className="unseen"> {one.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="save-search"
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          saveSearch(name.trim(), search);
          setName('');
        }}
      >
        <label htmlFor="search-name">Save this search as</label>
        <input
          id="search-name"
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit">Save</button>
      </form>
    </Menu>
  );
}
