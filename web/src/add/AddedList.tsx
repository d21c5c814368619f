/** What was added from this page, newest first: how far it is, what it gave, why it failed. */
import { Link } from '@tanstack/react-router';
import { count, hex } from '../format.ts';
import { Problem } from '../parts/Problem.tsx';
import { Words } from '../parts/Words.tsx';
import { type Addition, retry, useAdditions } from './additions.ts';

const HOW = { file: 'file', text: 'pasted text', address: 'address', examples: 'examples' };
const STATE = {
  sending: 'being sent …',
  waiting: 'waiting',
  running: 'being read …',
  done: 'done',
  failed: 'failed',
};
const MOST_SHOWN = 200;

export function AddedList() {
  const rows = useAdditions();
  if (rows.length === 0) return null;
  const sum = (of: (one: Addition) => number) => rows.reduce((total, one) => total + of(one), 0);
  const through = sum(({ results, state }) =>
    state === 'failed' && results.length === 0 ? 1 : results.length,
  );
  const failed = sum(
    ({ results, error }) => results.filter(({ problem }) => problem).length + (error ? 1 : 0),
  );
  const claims = sum(({ results }) => results.reduce((n, one) => n + one.claims, 0));
  const busy = rows.some(({ state }) => state !== 'done' && state !== 'failed');
  const all = Math.max(
    through,
    sum(({ inputs, results }) => Math.max(inputs, results.length)),
  );
  return (
    <section aria-labelledby="added">
      <h2 id="added" className="added-head">
        Added
      </h2>
      <p className="progress" role="status">
        <progress value={through} max={all} aria-label="Through" />
        <span>
          <b>{through}</b> of {all} through, {count(claims, 'claim')}
          {failed > 0 && `, ${failed} failed`}
          {busy && '; what still waits is not in the ledger yet'}
        </span>
      </p>
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
  const { name, source, state, results, error } = addition;
  return (
    <li className={`addition is-${state}`}>
      <p className="addition-line">
        <b>
          <Words text={name} />
        </b>
        <span className="faint">{HOW[source.how]}</span>
        <span className="addition-state">{STATE[state]}</span>
      </p>
      {error && <Problem error={error} />}
      {results.slice(0, MOST_SHOWN).map((one, i) =>
        one.problem ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: results have no other name
          <p key={i} className="addition-result">
            <span>
              <Words text={one.problem.detail} /> <span className="faint">{one.problem.hint}</span>{' '}
              <code>{one.problem.code}</code>
            </span>
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: results have no other name
          <p key={i} className="addition-result">
            {one.document && (
              <Link to="/documents/$sha256" params={{ sha256: hex(one.document) }}>
                <Words text={one.input.split(/[/\\]/).at(-1) || one.input} />
              </Link>
            )}
            <span className="faint">
              {one.claims > 0 ? count(one.claims, 'claim') : 'no claims: see the report for why'}
              {!one.isNew && ', was in the ledger already'}
            </span>
          </p>
        ),
      )}
      {state === 'failed' && (
        <button type="button" className="quiet" onClick={() => retry(addition)}>
          Try again
        </button>
      )}
    </li>
  );
}
