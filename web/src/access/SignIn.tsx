/** Stands in place of every page until somebody has signed in, where the server asks for it. */
import { type FormEvent, useState } from 'react';
import { Problem } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { useSignIn } from './session.ts';

export function SignIn() {
  useTitle('Sign in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <div className="plain-page sign-in">
      <h1>Sign in</h1>
      <p>This ledger is open to those who have an account. An admin makes one.</p>
      <form onSubmit={submit}>
        <label>
          Mail address
          <input
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <label>
          Password
          <input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <button type="submit" disabled={signIn.isPending}>
          Sign in
        </button>
      </form>
      {signIn.isError && <Problem error={signIn.error} />}
    </div>
  );
}
