/** Certainty as a mark and a word, never as a colour alone. */
import { CERTAINTY, type Certainty as Value } from '../labels.ts';

export function Certainty({ value, bare = false }: { value: Value; bare?: boolean }) {
  const { mark, label, means } = CERTAINTY[value];
  return (
    <span className={`certainty is-${value}`} title={`${label}: ${means}`}>
      <span aria-hidden="true" className="certainty-mark">
        {mark}
      </span>
      <span className={bare ? 'unseen' : undefined}>{label}</span>
    </span>
  );
}
