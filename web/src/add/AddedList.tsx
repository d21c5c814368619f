/** What was added since the server started, newest first: how far it is, what it gave, why it failed. */
import { Link } from '@tanstack/react-router';
import { count, hex } from '../format.ts';
import { Problem } from '../parts/Problem.tsx';
import { Words } from '../parts/Words.tsx';
import { type Addition, useAdditions, useRetry } from './api.ts';

const HOW = { upload: 'file', paste: 'pasted text', address: 'address', example: 'example' };
const STATE = { waiting: 'waiting', reading: 'being read …', done: 'done', failed: 'failed' };
const MOST_SHOWN = 200;

export function AddedList() {
  const { data, isError, error } = useAdditions();
  const rows = data?.rows ?? [];
  if (isError && rows.length === 0) return <Problem error={error} />;
  if (rows.length === 0) return null;
  const left = rows.filter(({ state }) => state === 'waiting' || state === 'reading').length;
  const failed = rows.filter(({ state }) => state === 'failed').length;
  const known = rows.length - left;
  return (
    <section aria-labelledby="added">
      <h2 id="added" className="added-head">
        Added
      </h2>
      <p className="progress" role="status">
        <progress value={known} max={rows.length} aria-label="Read so far" />
        <span>
          <b>{known}</b> of {rows.length} read{failed > 0 && `, ${failed} failed`}
          {left > 0 && '; what still waits is not in the ledger yet'}
        </span>
      </p>
      {isError && <Problem error={error} />}
      <ul className="added">
        {rows.slice(0, MOST_SHOWN).map((one) => (
          <Added key={one.id} addition={one} />
        ))}
      </ul>
      {rows.length > MOST_SHOWN && <p className="faint">and {rows.length - MOST_SHOWN} more</p>}
    </section>
  );
}

function Added({ addition }: { addition: Addition }) {
  const retry = useRetry();
  const { id, name, how, state, results } = addition;
  return (
    <li className={`addition is-${state}`}>
      <p className="addition-line">
        <b>
          <Words text={name} />
        </b>
        <span className="faint">{HOW[how]}</span>
        <span className="addition-state">{STATE[state]}</span>
      </p>
      {results.slice(0, MOST_SHOWN).map((one, i) =>
        one.ok ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: results have no other name
          <p key={i} className="addition-result">
            <Link to="/documents/$sha256" params={{ sha256: hex(one.document) }}>
              <Words text={one.title ?? name} />
            </Link>
            <span className="faint">
              {one.wasRead ? count(one.claims, 'claim') : 'kept, not read: another language or no text'}
              {!one.isNew && ', was in the ledger already'}
            </span>
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: results have no other name
          <p key={i} className="addition-result">
            <span>
              <Words text={one.message} /> <span className="faint">{one.hint}</span> <code>{one.code}</code>
            </span>
          </p>
        ),
      )}
      {state === 'failed' && (
        <button type="button" className="quiet" onClick={() => retry.mutate(id)}>
          Try again
        </button>
      )}
    </li>
  );
}
