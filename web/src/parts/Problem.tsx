/** What went wrong and what to do, in the server's words. */
import { ApiError } from '../api.ts';

export function Problem({ error }: { error: unknown }) {
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <div className="notice" role="alert">
      <p className="notice-title">{problem?.detail ?? 'This page failed.'}</p>
      <p>{problem?.hint ?? String(error)}</p>
      {problem && <p className="code">{problem.code}</p>}
    </div>
  );
}

export function Waiting({ what }: { what: string }) {
  return (
    <p className="waiting" role="status">
      {what} …
    </p>
  );
}
