/** A figure with its bounds: what befell whom, how many at least and at most. An empty end is open. */
import { useEffect, useRef, useState } from 'react';
import { whomText } from '../../../src/7-publish/words/effects.ts';
import { words } from '../labels.ts';
import { EFFECT_KIND_CODES, SCOPE_CODES } from './codes.ts';
import type { EditorProps } from './RowEditor.tsx';
import type { Effect } from './values.ts';

const WHOM =
  'people civilians children women men soldiers militants police prisoners protesters officials families vehicles armour aircraft ships buildings infrastructure weapons depots positions territory'.split(
    ' ',
  );
const SCOPES: Record<string, string> = {
  happening: 'of this happening',
  sum: 'a total over several',
  since: 'since some time',
};

export function FigureEditor({ row, claim, onSet, onClose }: EditorProps) {
  const effects = claim.event?.effects ?? [];
  const now = effects[row.index];
  const [effect, setEffect] = useState<Effect | undefined>(now);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  if (!effect) return null;
  const { low, high } = effect;
  const crossed = low !== null && high !== null && low > high;
  const change = (part: Partial<Effect>) => setEffect({ ...effect, ...part });
  const save = () => {
    if (!crossed)
      onSet(
        'effects',
        effects.map((one, i) => (i === row.index ? effect : one)),
      );
  };
  const number = (label: string, value: number | null, set: (n: number | null) => void) => (
    <label>
      {label}
      <input
        type="number"
        min={0}
        step={1}
        inputMode="numeric"
        value={value ?? ''}
        placeholder="open"
        onChange={({ target }) =>
          set(target.value === '' ? null : Math.max(0, Math.trunc(Number(target.value))))
        }
      />
    </label>
  );
  return (
    <form
      className="figure-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <label>
        What
        <select
          ref={first}
          value={effect.what}
          onChange={({ target }) => change({ what: target.value as Effect['what'] })}
        >
          {EFFECT_KIND_CODES.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <label>
        Whom
        <select value={effect.whom ?? ''} onChange={({ target }) => change({ whom: target.value || null })}>
          <option value="">not said</option>
          {[...new Set([...WHOM, ...(effect.whom ? [effect.whom] : [])])].map((code) => (
            <option key={code} value={code}>
              {whomText({ whom: code, unit: 'items', low: null, high: 2 })}
            </option>
          ))}
        </select>
      </label>
      {number('At least', low, (n) => change({ low: n }))}
      {number('At most', high, (n) => change({ high: n }))}
      <label className="figure-about">
        <input
          type="checkbox"
          checked={effect.approximate}
          onChange={({ target }) => change({ approximate: target.checked })}
        />
        about
      </label>
      <label>
        Counts
        <select
          value={effect.scope}
          onChange={({ target }) => change({ scope: target.value as Effect['scope'] })}
        >
          {SCOPE_CODES.map((code) => (
            <option key={code} value={code}>
              {SCOPES[code] ?? words(code)}
            </option>
          ))}
        </select>
      </label>
      {crossed && <p role="alert">The least is more than the most.</p>}
      <button type="submit" className="main-button" disabled={crossed}>
        Set figure
      </button>
    </form>
  );
}
