/** What is not recorded yet, said plainly: kept here and tried again, or refused and why. */
import { count } from '../format.ts';
import { outbox, useOutbox } from './decisions.ts';

export function OutboxBar() {
  const entries = useOutbox();
  const waiting = entries.filter(
    (one) => one.error !== null && one.state !== 'refused' && one.state !== 'settled',
  );
  const refused = entries.filter(({ state }) => state === 'refused');
  const stuck = waiting.length > 0;
  const all = entries.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  return (
    <div className="outbox" role="status">
      {stuck && (
        <p className="notice">
          <b>{count(all, 'decision')} not recorded yet.</b> The server does not answer; they are kept in this
          browser and tried again by themselves. {waiting[0]?.error}{' '}
          <button type="button" className="quiet" onClick={() => outbox.retry()}>
            Try now
          </button>
        </p>
      )}
      {refused.map((entry) => (
        <p className="notice is-refused" key={entry.id}>
          <b>Not recorded: {entry.label}.</b> {entry.error}{' '}
          <button type="button" className="quiet" onClick={() => outbox.drop(entry.id)}>
            Let it go
          </button>
        </p>
      ))}
    </div>
  );
}
