/** One of a list, found by typing: arrows move, Enter takes, Escape leaves. A combobox as ARIA has it. */
import { useEffect, useId, useRef, useState } from 'react';

export interface Choice<T> {
  value: T;
  label: string;
  /** Shown behind, small. */
  more?: string;
}

interface Props<T> {
  label: string;
  choices: readonly Choice<T>[];
  onTake: (value: T) => void;
  onLeave: () => void;
  /** What is typed is itself a choice, in these words. */
  free?: (typed: string) => Choice<T>;
  placeholder?: string;
  onType?: (typed: string) => void;
}

export function Choices<T>(props: Props<T>) {
  const { label, choices, onTake, onLeave, free, placeholder, onType } = props;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const found = matching(choices, typed);
  const shown = free && typed.trim() !== '' ? [...found, free(typed.trim())] : found;
  const current = Math.min(at, Math.max(0, shown.length - 1));
  useEffect(() => {
    list.current?.querySelectorAll('[role=option]')[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKey = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((current + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') {
      const choice = shown[current];
      if (choice) onTake(choice.value);
    } else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="choices">
      <input
        ref={box}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown[current] ? `${id}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        placeholder={placeholder ?? label}
        value={typed}
        onKeyDown={onKey}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
          onType?.(target.value);
        }}
      />
      <div id={id} role="listbox" aria-label={label} className="choice-list" ref={list}>
        {shown.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the box above has the focus and the keys
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: choices have no other name
            key={i}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === current}
            className="choice"
            onClick={() => onTake(choice.value)}
          >
            <span>{choice.label}</span>
            {choice.more && <span className="faint choice-more">{choice.more}</span>}
          </div>
        ))}
        {shown.length === 0 && <div className="faint choice">Nothing has this name.</div>}
      </div>
    </div>
  );
}

/** Labels that begin with what is typed, then those with it at a word's start, then anywhere. */
function matching<T>(choices: readonly Choice<T>[], typed: string): Choice<T>[] {
  const sought = typed.trim().toLowerCase();
  if (sought === '') return [...choices];
  const rank = ({ label }: Choice<T>) => {
    const at = label.toLowerCase().indexOf(sought);
    return at <= 0 ? at : /\W/.test(label[at - 1]!) ? 1 : 2;
  };
  return choices.filter((one) => rank(one) >= 0).sort((a, b) => rank(a) - rank(b));
}
