/** Nothing to show, and what to do about it. */
import { Link } from '@tanstack/react-router';

export function Empty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered)
    return (
      <div className="empty">
        <p>No claim meets all of this.</p>
        <button type="button" onClick={onClear}>
          Show all claims
        </button>
      </div>
    );
  return (
    <div className="empty">
      <p>This ledger is still empty.</p>
      <p>
        <Link to="/add">Add reports</Link> here, or read them in with <code>reportedly read FILE</code>.
      </p>
    </div>
  );
}
