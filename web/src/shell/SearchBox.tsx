/** Search for words: on the ledger as one types, from elsewhere with Enter. */
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type Search, withValues } from '../search.ts';

const PAUSE_MS = 250;

export function SearchBox({ box }: { box: React.RefObject<HTMLInputElement | null> }) {
  const search: Search = useSearch({ strict: false });
  const onLedger = useRouterState({ select: (state) => state.location.pathname === '/' });
  const navigate = useNavigate();
  const asked = (onLedger && search.text?.[0]) || '';
  const [typed, setTyped] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(asked), [asked]);

  const ask = (text: string, replace: boolean) => {
    clearTimeout(timer.current);
    const filter = onLedger ? search : {};
    void navigate({ to: '/', search: withValues(filter, 'text', text.trim() ? [text.trim()] : []), replace });
  };
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed, false);
        }}
      >
        <label htmlFor="search" className="unseen">
          Search the claims
        </label>
        <input
          ref={box}
          id="search"
          type="search"
          placeholder="Search the claims"
          title={'Words in any form; "…" a phrase, -word not, OR, word* any ending'}
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          value={typed}
          onChange={(event) => {
            const { value } = event.target;
            setTyped(value);
            clearTimeout(timer.current);
            if (onLedger) timer.current = setTimeout(() => ask(value, true), PAUSE_MS);
          }}
        />
        <span aria-hidden="true" className="key">
          /
        </span>
      </form>
    </search>
  );
}
