/** Nothing to show, and what to do about it. */
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
        Read reports into it with <code>reportedly read FILE</code>, a folder or an address, and reload this
        page.
      </p>
    </div>
  );
}
