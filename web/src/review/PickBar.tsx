/** What the picked words shall be: a new claim, or a field of the claim at hand. */
import type { Span } from '../api.ts';
import { Key } from '../parts/Key.tsx';
import { Words } from '../parts/Words.tsx';
import { WORD_FIELDS } from './fields.ts';

interface Props {
  text: string;
  span: Span | null;
  /** What the words to pick are for, in words; null: to be said after. */
  waitingFor: string | null;
  /** A claim is at hand for the words to be a field of. */
  hasClaim: boolean;
  onAssign: (name: string) => void;
  onAdd: () => void;
  onLeave: () => void;
}

const SHOWN = 90;

export function PickBar({ text, span, waitingFor, hasClaim, onAssign, onAdd, onLeave }: Props) {
  const words = span ? text.slice(span[0], span[1]) : '';
  const short = words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
  return (
    <div className="pick-bar" role="toolbar" aria-label="Picked words">
      <p className="pick-words">
        {waitingFor !== null && (
          <span>
            Pick the words: <b>{waitingFor}</b>.{' '}
            <span className="faint">Drag or click; by keyboard: arrows, Shift widens, Enter takes.</span>
          </span>
        )}
        {span && (
          <q>
            <Words text={short} />
          </q>
        )}
      </p>
      {span && waitingFor === null && (
        <p className="pick-fields">
          <button type="button" className="main-button" onClick={onAdd}>
            New claim <Key>↵</Key>
          </button>
          {hasClaim &&
            WORD_FIELDS.map(({ name, key, label }) => (
              <button key={name} type="button" className="quiet" onClick={() => onAssign(name)}>
                {label} <Key>{key}</Key>
              </button>
            ))}
        </p>
      )}
      <button type="button" className="quiet pick-leave" onClick={onLeave}>
        Leave <Key>Esc</Key>
      </button>
    </div>
  );
}
