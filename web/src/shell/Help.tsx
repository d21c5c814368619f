/** Keys, and what the marks mean. */
import { useEffect, useRef } from 'react';
import { CERTAINTIES, CERTAINTY } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { commandsNow } from '../parts/commands.ts';

const KEYS: [key: string, what: string][] = [
  ['j', 'next claim'],
  ['k', 'previous claim'],
  ['o', 'open it'],
  ['c', 'copy as citation'],
  ['/', 'search'],
  ['Ctrl+K', 'find anything'],
  ['?', 'this help'],
  ['Esc', 'close, or let go'],
];

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const known = new Set(KEYS.map(([key]) => key));
  const here = open
    ? commandsNow().flatMap(({ key, label, unlisted }) =>
        key && !unlisted && !known.has(key) ? [[key, label]] : [],
      )
    : [];
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys and marks</h2>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {here.length > 0 && (
        <>
          <p>On this page:</p>
          <dl className="keys is-long">
            {here.map(([key, label]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p>A claim’s mark says how sure the report’s words are, not how sure anybody should be:</p>
      <ul className="marks">
        {CERTAINTIES.map((value) => (
          <li key={value}>
            <Certainty value={value} />{' '}
            <span className={`sample said-${value}`}>{CERTAINTY[value].means}</span>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
