/** Getting reports in. */
import { useTitle } from '../parts/useTitle.ts';

export function AddPage() {
  useTitle('Add reports');
  return (
    <div className="plain-sheet">
      <h1>Add reports</h1>
      <p>
        <code>reportedly read FILE</code> reads a file, a folder or an address into this ledger.
      </p>
    </div>
  );
}
