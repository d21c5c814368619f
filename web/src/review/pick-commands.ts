/** The keys while words are being picked: arrows move and widen, a letter says what the words are. */
import type { Command } from '../parts/commands.ts';
import type { Pick } from '../pick/usePick.ts';
import type { Step } from '../pick/words.ts';
import { WORD_FIELDS } from './fields.ts';

interface Picking {
  pick: Pick;
  /** Where the keyboard begins. */
  start: number;
  /** It is settled what the words are for. */
  waiting: boolean;
  hasClaim: boolean;
  assign: (name: string) => void;
  add: () => void;
  take: () => void;
  leave: () => void;
}

const ARROWS: Record<string, Step> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next-sentence',
  ArrowUp: 'previous-sentence',
  Home: 'start',
  End: 'end',
};

export function pickCommands(picking: Picking): Command[] {
  const { pick, start, waiting, hasClaim, assign, add, take, leave } = picking;
  const step = (key: string, kind: Step): Command => ({
    key,
    label: key,
    unlisted: true,
    run: (event) => (pick.span ? pick.step(kind, event?.shiftKey ?? false) : pick.startAt(start)),
  });
  return [
    {
      key: 'Enter',
      label: waiting ? 'Take these words' : 'New claim of these words',
      run: waiting ? take : add,
    },
    ...(waiting || !hasClaim
      ? []
      : WORD_FIELDS.map(
          ({ key, label, name }): Command => ({
            key,
            label: `These words are: ${label}`,
            run: () => assign(name),
          }),
        )),
    ...Object.entries(ARROWS).map(([key, kind]) => step(key, kind)),
    { key: 'Escape', label: 'Leave the words', run: leave },
  ];
}
