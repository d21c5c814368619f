/** A claim's fields as a list; pointing at one or reaching it by keyboard lights its words in the text. */
import { useMemo } from 'react';
import type { Claim, Span } from '../api.ts';
import { Words } from '../parts/Words.tsx';
import { fieldsOf } from './fields.ts';

interface Props {
  claim: Claim;
  text: string;
  onLight: (spans: readonly Span[]) => void;
  /** Brings the first of the words into view. */
  onShow: (span: Span) => void;
}

const NONE: readonly Span[] = [];

export function ClaimFields({ claim, text, onLight, onShow }: Props) {
  const fields = useMemo(() => fieldsOf(claim, text), [claim, text]);
  return (
    <dl className="fields">
      {fields.map(({ key, label, value, more, spans }) => (
        <div key={key} className="field" data-field={key}>
          <dt>{label}</dt>
          <dd>
            {spans.length > 0 ? (
              <button
                type="button"
                className="field-words"
                onPointerEnter={() => onLight(spans)}
                onPointerLeave={() => onLight(NONE)}
                onFocus={() => onLight(spans)}
                onBlur={() => onLight(NONE)}
                onClick={() => onShow(spans[0]!)}
              >
                <Words text={value} />
              </button>
            ) : (
              <span className="field-bare">
                <Words text={value} />
              </span>
            )}
            {more && (
              <span className="field-more">
                <Words text={more} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
