/** The frame of every page: name, ways, search, and at its foot what is here and how much of it a person has seen. */
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Account } from '../access/Account.tsx';
import { SignIn } from '../access/SignIn.tsx';
import { useSession } from '../access/session.ts';
import { useKeys } from '../parts/useKeys.ts';
import { Footer } from './Footer.tsx';
import { Help } from './Help.tsx';
import { Palette } from './Palette.tsx';
import { SearchBox } from './SearchBox.tsx';

const WAYS = [
  { to: '/', label: 'Ledger' },
  { to: '/incidents', label: 'Incidents' },
  { to: '/table', label: 'Table' },
  { to: '/sources', label: 'Sources' },
  { to: '/parties', label: 'Parties' },
  { to: '/documents', label: 'Documents' },
  { to: '/review', label: 'Review' },
  { to: '/add', label: 'Add' },
] as const;

export function Shell() {
  const search = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const { data: session } = useSession();
  const closed = session?.accounts === true && session.account === null;
  const [palette, setPalette] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setPalette((now) => !now);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useKeys({
    '/': () => {
      search.current?.focus();
      search.current?.select();
    },
    '?': () => setHelp(true),
  });
  return (
    <>
      <a className="skip" href="#main">
        To the content
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="22" height="22" />
          Reportedly
        </Link>
        <nav aria-label="Pages">
          {WAYS.map(({ to, label }) => (
            <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
              {label}
            </Link>
          ))}
        </nav>
        <SearchBox box={search} />
        <Account />
        <button type="button" className="quiet help-button" onClick={() => setHelp(true)}>
          <span aria-hidden="true">?</span>
          <span className="unseen">Keys and marks</span>
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        {closed ? <SignIn /> : <Outlet />}
      </main>
      <Footer />
      <Palette pages={WAYS} open={palette} onClose={() => setPalette(false)} />
      <Help open={help} onClose={() => setHelp(false)} />
    </>
  );
}
