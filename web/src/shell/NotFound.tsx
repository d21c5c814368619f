import { Link } from '@tanstack/react-router';
import { useTitle } from '../parts/useTitle.ts';

export function NotFound() {
  useTitle('Not here');
  return (
    <div className="plain-page">
      <h1>There is no such page</h1>
      <p>
        Look in the <Link to="/">ledger</Link> or among the <Link to="/documents">documents</Link>.
      </p>
    </div>
  );
}
