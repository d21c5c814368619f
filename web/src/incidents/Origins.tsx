/** Who tells it: each independent origin with its claims, the reprints of them folded, a party to the conflict marked as one. */
import { Link } from '@tanstack/react-router';
import type { Incident } from '../api.ts';
import { count } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { ClaimWords } from './claims-of.tsx';
import { Section } from './Section.tsx';

type Origin = Incident['origins'][number];

export function Origins({ incident: { origins, standing, coverage } }: { incident: Incident }) {
  const counted = origins.filter(({ countable }) => countable);
  const unnamed = origins.filter(({ countable }) => !countable);
  return (
    <Section
      title="Origins"
      note={`${count(standing.origins, 'named origin')} ${standing.origins === 1 ? 'asserts' : 'assert'} it, reprints folded; ${coverage}.`}
    >
      <ul className="origins">
        {[...counted, ...unnamed].map((origin) => (
          <OneOrigin key={origin.key} origin={origin} />
        ))}
      </ul>
    </Section>
  );
}

function OneOrigin({ origin }: { origin: Origin }) {
  const own = origin.claims.filter(({ copiedFrom }) => copiedFrom === null);
  const copies = origin.claims.filter(({ copiedFrom }) => copiedFrom !== null);
  const serves = origin.claims.find((claim) => claim.serves !== null)?.serves;
  return (
    <li className="origin" data-party={origin.partyTo !== null}>
      <h3>
        <OriginName origin={origin} />
        {origin.private && <span className="faint"> (private person)</span>}
      </h3>
      <p className="document-facts">
        {origin.partyTo !== null && (
          <span className="tag party">
            party to the conflict:{' '}
            <span className="side">
              <Words text={origin.partyTo} />
            </span>
          </span>
        )}
        <span>{heldText(origin)}</span>
        {serves && <span>{serves}</span>}
      </p>
      <ul className="quotes">
        {own.map((one) => (
          <Quote key={one.claim} one={one} />
        ))}
      </ul>
      {copies.length > 0 && (
        <details>
          <summary>
            {count(copies.length, 'claim')} in{' '}
            {count(new Set(copies.map(({ document }) => document)).size, 'reprint')}, not counted
          </summary>
          <ul className="quotes">
            {copies.map((one) => (
              <Quote key={one.claim} one={one} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** A private person has no profile to lead to, and neither has who is not named. */
function OriginName({ origin: { name, countable, private: isPrivate } }: { origin: Origin }) {
  if (!countable || isPrivate) return <Words text={name} />;
  return (
    <Link to="/sources/$name" params={{ name }} className="origin-name">
      <Words text={name} />
    </Link>
  );
}

function heldText({ countable, held, relayedBy }: Origin): string {
  if (!countable) return 'unnamed: told, not counted';
  if (held) return 'held: its own text is in this ledger';
  return `relayed by ${relayedBy.join(', ') || 'an outlet that is not named'}`;
}

function Quote({ one: { claim, voice, through } }: { one: Origin['claims'][number] }) {
  return (
    <li>
      <ClaimWords id={claim} />
      {(voice !== null || through.length > 0) && (
        <span className="faint">
          {' '}
          ({[voice, through.length > 0 && `through ${through.join(', ')}`].filter(Boolean).join(', ')})
        </span>
      )}
    </li>
  );
}
