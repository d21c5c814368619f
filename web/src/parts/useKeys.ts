/** Keys of a page: single letters, only where no text is being typed. */
import { useEffect, useRef } from 'react';

export type Keys = Record<string, (event: KeyboardEvent) => void>;

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const typing = target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
      if (typing || document.querySelector('dialog[open]')) return;
      // Enter and space press the button that has the focus.
      if (/^(Enter| )$/.test(event.key) && target.closest('button, a, summary')) return;
      const action = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
