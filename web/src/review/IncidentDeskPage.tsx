/** Deciding on an incident: which reports tell of it, and what its cells are coded as. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type IncidentDetail, useIncident } from '../api.ts';
import { count, hex } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import { CellTable } from './CellTable.tsx';
import { decide } from './decisions.ts';
import { OutboxBar } from './OutboxBar.tsx';
import { useReviewer } from './reviewer.ts';
import { AskWho } from './Who.tsx';

export function IncidentDeskPage() {
  const { id = '' } = useParams({ strict: false });
  const who = useReviewer();
  const { data, isError, error } = useIncident(id);
  useTitle(data ? `Decide on ${data.incident.id}` : 'Decide on an incident');
  if (who === '') return <AskWho />;
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Opening the incident" />;
  return <IncidentDesk detail={data} who={who} key={data.incident.id} />;
}

function IncidentDesk({ detail, who }: { detail: IncidentDetail; who: string }) {
  const { incident } = detail;
  return (
    <div className="plain-sheet incident-desk">
      <OutboxBar />
      <p className="over">
        <Link to="/incidents/$id" params={{ id: incident.id }}>
          {incident.id}
        </Link>
        <span>
          {count(incident.claims, 'claim')} in {count(incident.documents, 'report')}
        </span>
        {incident.decided.length > 0 && <span className="tag">shaped by a person</span>}
      </p>
      <h1>
        <Words text={`“${incident.summary}”`} />
      </h1>
      <Members detail={detail} who={who} />
      <Others detail={detail} who={who} />
      <CellTable incident={incident.id} who={who} />
    </div>
  );
}

function Members({ detail: { members, incident }, who }: { detail: IncidentDetail; who: string }) {
  const [off, setOff] = useState<ReadonlySet<number>>(new Set());
  const [why, setWhy] = useState('');
  const toggle = (i: number) => {
    const next = new Set(off);
    if (!next.delete(i)) next.add(i);
    setOff(next);
  };
  const groupOf = (keep: boolean) =>
    members.flatMap(({ claims }, i) => (off.has(i) === keep ? [] : claims.slice(0, 1)));
  return (
    <section>
      <h2>Do these tell of one thing?</h2>
      <ul className="members">
        {members.map(({ claims, document, text }, i) => (
          <li key={claims[0]}>
            <label>
              <input type="checkbox" checked={!off.has(i)} onChange={() => toggle(i)} />
              <span>
                <Words text={text} />
              </span>
            </label>{' '}
            <Link
              className="quiet"
              to="/documents/$sha256"
              params={{ sha256: hex(document) }}
              search={{ claim: claims.slice(0, 1) }}
            >
              read
            </Link>
          </li>
        ))}
      </ul>
      {off.size > 0 && off.size < members.length && (
        <form
          className="decide-line"
          onSubmit={(event) => {
            event.preventDefault();
            decide(who, {
              decisions: [
                {
                  type: 'split',
                  what: 'incident',
                  id: incident.id,
                  claims: [],
                  groups: [groupOf(true), groupOf(false)],
                },
              ],
              ...{ label: 'split the incident', why: why.trim() || null },
            });
            setOff(new Set());
          }}
        >
          <input
            aria-label="Why they are not one"
            placeholder="Why they are not one"
            maxLength={2000}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <button type="submit" className="main-button">
            Split off {off.size}
          </button>
        </form>
      )}
      {members.length > 1 && off.size === 0 && <p className="faint">Uncheck what tells of something else.</p>}
    </section>
  );
}

function Others({ detail: { nearly, incident }, who }: { detail: IncidentDetail; who: string }) {
  const [typed, setTyped] = useState('');
  const merge = (from: string) =>
    decide(who, {
      decisions: [{ type: 'merge', what: 'incident', into: incident.id, from: [from] }],
      label: `merged ${from}`,
    });
  return (
    <section>
      <h2>Does another tell of it too?</h2>
      {nearly.length === 0 && <p className="faint">No other incident comes near it.</p>}
      <ul className="members">
        {nearly.map(({ incident: id, text, likest, claims }) => (
          <li key={claims[0]}>
            <Link to="/incidents/$id" params={{ id }}>
              {id}
            </Link>{' '}
            <Words text={text} />
            {likest && (
              <span className="faint"> {likest.reasons.map(({ what }) => what).join(', ')} are alike</span>
            )}{' '}
            <button type="button" className="quiet" onClick={() => merge(id)}>
              Merge it in
            </button>
          </li>
        ))}
      </ul>
      <form
        className="decide-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) merge(typed.trim().toUpperCase());
          setTyped('');
        }}
      >
        <input
          aria-label="Name of an incident"
          placeholder="R-……, the name of an incident"
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" disabled={!typed.trim()}>
          Merge it in
        </button>
      </form>
    </section>
  );
}
