/** Goes with every page, and on every print of one. */
import { useLedgerInfo } from '../api.ts';

export function Footer() {
  const { data } = useLedgerInfo();
  return (
    <footer className="foot">
      {data ? (
        <>
          <p>{data.caption}.</p>
          <p>
            In this ledger: {data.coverage.documents} documents, {data.coverage.read} read,{' '}
            {data.coverage.notRead} not read.
          </p>
        </>
      ) : (
        <p>Claims as reported.</p>
      )}
    </footer>
  );
}
