/** A button that opens a small panel below it; Escape and a click elsewhere close it. */
import { useEffect, useRef } from 'react';

interface MenuProps {
  label: string;
  /** Which of the button's edges the panel keeps to. */
  side?: 'start' | 'end' | undefined;
  children: React.ReactNode;
}

export function Menu({ label, side = 'end', children }: MenuProps) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = element.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (menu.contains(event.target as Node)) return;
      menu.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);
  return (
    <details className="menu" data-side={side} ref={element}>
      <summary className="quiet">{label}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
