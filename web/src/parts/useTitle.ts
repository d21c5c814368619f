import { useEffect } from 'react';

/** The page's name in the tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Reportedly` : 'Reportedly';
  }, [title]);
}
