/** A range of bins, drawn with the pointer: a drag chooses it, a click chooses one bin. */
import { useState } from 'react';

export interface Brush {
  from: number;
  to: number;
}

export function useBrush(binAt: (x: number) => number, onChosen: (brush: Brush) => void) {
  const [drawn, setDrawn] = useState<{ anchor: number; at: number } | null>(null);
  const place = (event: React.PointerEvent<Element>) =>
    binAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const range = drawn && { from: Math.min(drawn.anchor, drawn.at), to: Math.max(drawn.anchor, drawn.at) };
  return {
    range,
    on: {
      onPointerDown(event: React.PointerEvent<Element>) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = place(event);
        setDrawn({ anchor: at, at });
      },
      onPointerMove(event: React.PointerEvent<Element>) {
        const at = place(event);
        setDrawn((before) => before && { ...before, at });
      },
      onPointerUp() {
        if (range) onChosen(range);
        setDrawn(null);
      },
      onPointerCancel: () => setDrawn(null),
    },
  };
}
