/** A share as a bar with its number: for columns that are compared. */
export function Share({ of, all }: { of: number; all: number }) {
  return (
    <span className="share">
      <span className="share-number">{of}</span>
      <svg className="share-bar" aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none">
        <rect className="share-all" width="100" height="6" />
        <rect className="share-of" width={all === 0 ? 0 : (100 * of) / all} height="6" />
      </svg>
    </span>
  );
}
