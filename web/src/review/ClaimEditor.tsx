/** The claim's fields to check and to set: pointing lights their words, opening one gives its choices and other words. */
import { useEffect, useMemo, useRef } from 'react';
import type { CorrectedField } from '../../../src/5-ledger/index.ts';
import type { Claim, Span } from '../api.ts';
import { Key } from '../parts/Key.tsx';
import { Words } from '../parts/Words.tsx';
import { type RowName, WORD_FIELDS, without } from './fields.ts';
import { RowEditor } from './RowEditor.tsx';
import { isFixed, type Row, rowsOf } from './rows.ts';
import type { Context } from './values.ts';

export interface ClaimEditorProps {
  claim: Claim;
  context: Context;
  open: RowName | null;
  onOpen: (row: RowName | null) => void;
  onSet: (field: CorrectedField, value: unknown, label: string) => void;
  /** Words are to be picked next for this; a null index: for one more of it. */
  onArm: (name: string, index: number | null) => void;
  onLight: (spans: readonly Span[]) => void;
  onShow: (span: Span) => void;
  /** Counts up when the fields are to have the focus. */
  focus: number;
}

const NONE: readonly Span[] = [];
const NOT_REMOVABLE = new Set(['certainty', 'kind', 'words']);
/** Words can be added to the claim as these. */
const ADDED = ['source', 'hop', 'by', 'against', 'place', 'time', 'effect', 'means', 'trigger', 'words'];

export function ClaimEditor(props: ClaimEditorProps) {
  const { claim, context, open, onOpen, onSet, onArm, onLight, onShow, focus } = props;
  const rows = useMemo(() => rowsOf(claim, context.article.text), [claim, context]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus > 0) list.current?.querySelector<HTMLElement>('.row-value')?.focus();
  }, [focus]);

  const onKey = (event: React.KeyboardEvent) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('.row-value');
    if (!at) return;
    const row = rows.find(({ key }) => key === at.dataset.row);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = [...(list.current?.querySelectorAll<HTMLElement>('.row-value') ?? [])];
      all[(all.indexOf(at) + step + all.length) % all.length]?.focus();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && row && removable(row)) remove(row);
    else if (event.key === 'Escape') at.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const remove = (row: Row) => {
    const { field, value } = without(claim, row.name, row.index);
    onSet(field, value, `removed ${row.label.toLowerCase()}`);
  };
  const light = (spans: readonly Span[]) => ({
    onPointerEnter: () => onLight(spans),
    onPointerLeave: () => onLight(NONE),
    onFocus: () => onLight(spans),
    onBlur: () => onLight(NONE),
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div className="rows" ref={list} onKeyDown={onKey}>
      {rows.map((row) => {
        const isOpen = open?.name === row.name && open.index === row.index;
        return (
          <div key={row.key} className="row" data-field={row.key} data-open={isOpen}>
            <span className="row-label">{row.label}</span>
            {isFixed(row) ? (
              <span className="row-fixed">
                <Words text={row.value} />
              </span>
            ) : (
              <button
                type="button"
                className={row.told ? 'row-value' : 'row-value is-empty'}
                data-row={row.key}
                aria-expanded={isOpen}
                onClick={() => {
                  onOpen(isOpen ? null : row);
                  if (row.spans[0]) onShow(row.spans[0]);
                }}
                {...light(row.spans)}
              >
                <span className={row.spans.length > 0 ? 'row-words' : undefined}>
                  <Words text={row.value} />
                </span>
                {row.more && (
                  <span className="row-more">
                    <Words text={row.more} />
                  </span>
                )}
              </button>
            )}
            {removable(row) && (
              <button
                type="button"
                className="row-remove"
                title="Remove"
                aria-label={`Remove ${row.label}: ${row.value.slice(0, 60)}`}
                onClick={() => remove(row)}
              >
                ×
              </button>
            )}
            {isOpen && (
              <div className="row-editor">
                <RowEditor
                  row={row}
                  claim={claim}
                  context={context}
                  onSet={(field, value) => onSet(field, value, `corrected ${row.label.toLowerCase()}`)}
                  onClose={() => onOpen(null)}
                />
                <p className="row-tools">
                  {row.name !== 'kind' && (
                    <button type="button" className="quiet" onClick={() => onArm(armName(row), row.index)}>
                      {row.spans.length > 0 ? 'Pick other words' : 'Pick its words'}
                    </button>
                  )}
                </p>
              </div>
            )}
          </div>
        );
      })}
      <p className="row-add">
        <span className="faint">From words: </span>
        {WORD_FIELDS.filter(({ name }) => ADDED.includes(name)).map(({ name, key, label }) => (
          <button key={name} type="button" className="quiet" onClick={() => onArm(name, null)}>
            {label} <Key>{key}</Key>
          </button>
        ))}
      </p>
    </div>
  );
}

const removable = (row: Row) => row.told && !isFixed(row) && !NOT_REMOVABLE.has(row.name);
const armName = ({ name }: RowName) =>
  name === 'type' ? 'trigger' : name === 'certainty' ? 'certaintyWords' : name;
