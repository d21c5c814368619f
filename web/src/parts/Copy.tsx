/** A button that copies, and says so. */
import { useEffect, useState } from 'react';

export function Copy({ text, children }: { text: () => string; children: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 2000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('Could not copy'),
    );
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        {said || children}
      </button>
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}
