/** What was seen and left out: nothing is dropped silently. */
import type { ArticleDetail, Span } from '../api.ts';
import { Words } from '../parts/Words.tsx';

interface Props {
  notes: ArticleDetail['notes'];
  text: string;
  onLight: (spans: readonly Span[]) => void;
  onShow: (span: Span) => void;
}

const MOST = 200;

export function Notes({ notes, text, onLight, onShow }: Props) {
  if (notes.length === 0) return null;
  return (
    <details className="notes">
      <summary>Left out or not settled ({notes.length})</summary>
      <ul>
        {notes.slice(0, MOST).map(({ step, reason, span }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other name
          <li key={i}>
            <span className="faint">{step}: </span>
            <Words text={reason} />
            {span && (
              <button
                type="button"
                className="field-words"
                onPointerEnter={() => onLight([span])}
                onPointerLeave={() => onLight([])}
                onFocus={() => onLight([span])}
                onBlur={() => onLight([])}
                onClick={() => onShow(span)}
              >
                <Words text={shorten(text.slice(span[0], span[1]))} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {notes.length > MOST && <p className="faint">and {notes.length - MOST} more in the JSON</p>}
    </details>
  );
}

const shorten = (words: string) => (words.length > 90 ? `${words.slice(0, 89)}…` : words);
