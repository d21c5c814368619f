/** Whoever is signed in, at the top of every page, and the way out. */
import { useSession, useSignOut } from './session.ts';

export function Account() {
  const { data } = useSession();
  const signOut = useSignOut();
  if (!data?.account) return null;
  return (
    <span className="account">
      <span title={`${data.account.email}, ${data.account.role}`}>{data.account.name}</span>
      <button type="button" className="quiet" onClick={() => signOut.mutate()}>
        Sign out
      </button>
    </span>
  );
}
