/** Picking words in the text, with the mouse or by keyboard: always whole words. */
import { useCallback, useMemo, useState } from 'react';
import type { Span } from '../api.ts';
import { offsetUnder, selectedSpan } from './from-dom.ts';
import { firstAt, moved, type Step, snapped, spanOf, type WordRange, wordsOf } from './words.ts';

export interface Pick {
  span: Span | null;
  /** Where the keyboard moves. */
  focus: Span | null;
  clear: () => void;
  /** Puts the keyboard's mark on the word at the offset. */
  startAt: (offset: number) => void;
  step: (step: Step, extend: boolean) => void;
  /** After the mouse was let go over the text: the words picked, if any. @param single a click picks its word */
  fromMouse: (event: React.PointerEvent | React.MouseEvent, single: boolean) => Span | null;
}

export function usePick(text: string): Pick {
  const words = useMemo(() => wordsOf(text), [text]);
  const [range, setRange] = useState<WordRange | null>(null);
  const take = useCallback(
    (span: Span | null) => {
      const whole = span && snapped(words, span);
      if (!whole) return null;
      setRange({ anchor: firstAt(words.words, whole[0]), focus: firstAt(words.words, whole[1] - 1) });
      return whole;
    },
    [words],
  );
  const clear = useCallback(() => setRange(null), []);
  const startAt = useCallback(
    (offset: number) => {
      const word = Math.min(firstAt(words.words, offset), words.words.length - 1);
      if (word >= 0) setRange({ anchor: word, focus: word });
    },
    [words],
  );
  const step = useCallback(
    (kind: Step, extend: boolean) => setRange((now) => now && moved(words, now, kind, extend)),
    [words],
  );
  const fromMouse = useCallback(
    (event: React.PointerEvent | React.MouseEvent, single: boolean) => {
      const selected = selectedSpan();
      if (selected) {
        const took = take(selected);
        getSelection()?.removeAllRanges();
        return took;
      }
      const at = offsetUnder(event.clientX, event.clientY);
      if (at === null) return null;
      if (event.shiftKey && range) {
        const word = firstAt(words.words, at);
        if (word < words.words.length) setRange({ anchor: range.anchor, focus: word });
        return null;
      }
      return single ? take([at, at + 1]) : null;
    },
    [range, take, words],
  );
  return {
    span: useMemo(() => range && spanOf(words, range), [range, words]),
    focus: range ? (words.words[range.focus] ?? null) : null,
    ...{ clear, startAt, step, fromMouse },
  };
}
