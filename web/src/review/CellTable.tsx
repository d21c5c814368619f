/** The cells of an incident in a coding profile: derived, coded, and where the evidence has changed since. */
import { useState } from 'react';
import { count, day } from '../format.ts';
import { Choices } from '../parts/Choices.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { Words } from '../parts/Words.tsx';
import { type Cell, useCoding } from './api.ts';
import { decide } from './decisions.ts';

const PROFILES: [id: string, label: string][] = [
  ['acled', 'ACLED'],
  ['ucdp', 'UCDP GED'],
  ['own', 'own fields'],
];

export function CellTable({ incident, who }: { incident: string; who: string }) {
  const [profile, setProfile] = useState('acled');
  const { data, isError, error } = useCoding(incident, profile);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section>
      <div className="cells-head">
        <h2>Cells</h2>
        <label className="sort">
          <span>Profile</span>
          <select
            value={profile}
            onChange={({ target }) => {
              setProfile(target.value);
              setOpen(null);
            }}
          >
            {PROFILES.map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {isError ? (
        <Problem error={error} />
      ) : !data ? (
        <Waiting what="Deriving the cells" />
      ) : data.length === 0 ? (
        <p className="faint">No fields of your own yet: reportedly code-list set NAME FILE makes one.</p>
      ) : (
        <ul className="cells">
          {data.map((cell) => (
            <li key={cell.cell}>
              <CellLine
                {...{ cell, who, incident, profile }}
                open={open === cell.cell}
                onOpen={(now) => setOpen(now ? cell.cell : null)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface LineProps {
  cell: Cell;
  who: string;
  incident: string;
  profile: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}

const shown = (value: Cell['value']) => (value === null || value === '' ? 'empty' : String(value));

function CellLine({ cell, who, incident, profile, open, onOpen }: LineProps) {
  const { coded } = cell;
  return (
    <>
      <button type="button" className="cell-line" aria-expanded={open} onClick={() => onOpen(!open)}>
        <code>{cell.cell}</code>
        <span className={coded ? 'is-coded' : undefined}>
          <Words text={shown(cell.value)} />
          {coded?.evidenceChanged && <span className="tag changed">evidence changed since coded</span>}
        </span>
        <span className="faint">
          {coded ? (
            <>
              derived: <Words text={shown(cell.derived)} />
            </>
          ) : (
            `from ${count(cell.claims.length, 'claim')}`
          )}
        </span>
      </button>
      {open && (
        <div className="cell-open">
          {coded && (
            <p>
              Coded by <Words text={coded.who} />, {day(coded.at)}
              {coded.why && (
                <>
                  , because <Words text={coded.why} />
                </>
              )}
              . Derived then: {shown(coded.derivedThen)}.{' '}
              <button
                type="button"
                className="quiet"
                onClick={() =>
                  decide(who, {
                    decisions: [{ type: 'undo', decision: coded.seq }],
                    label: `undid ${cell.cell}`,
                  })
                }
              >
                Take the derived value again
              </button>
            </p>
          )}
          <CellForm
            cell={cell}
            onSet={(value, why) => {
              decide(who, {
                decisions: [
                  {
                    ...{ type: 'code', incident, profile, cell: cell.cell },
                    ...{ value, derived: cell.derived, evidence: cell.evidence },
                  },
                ],
                ...{ label: `coded ${cell.cell}`, why },
              });
              onOpen(false);
            }}
            onLeave={() => onOpen(false)}
          />
        </div>
      )}
    </>
  );
}

/** A value and the reason for it: both are needed. */
function CellForm({
  cell,
  onSet,
  onLeave,
}: {
  cell: Cell;
  onSet: (value: Cell['value'], why: string) => void;
  onLeave: () => void;
}) {
  const [value, setValue] = useState(cell.value === null ? '' : String(cell.value));
  const [why, setWhy] = useState('');
  const [choosing, setChoosing] = useState(false);
  const codes = cell.codes ?? [];
  if (choosing) {
    return (
      <Choices<string>
        label={`Code of ${cell.cell}`}
        choices={codes.map(({ code, label }) => ({
          value: code,
          label: label || code,
          ...(label ? { more: code } : {}),
        }))}
        onTake={(code) => {
          setValue(code);
          setChoosing(false);
        }}
        onLeave={() => setChoosing(false)}
      />
    );
  }
  return (
    <form
      className="decide-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim()) onSet(cellValue(value, cell), why.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      {codes.length > 0 ? (
        <button type="button" onClick={() => setChoosing(true)}>
          {value || 'Choose a code'}
        </button>
      ) : (
        <input
          aria-label={`Value of ${cell.cell}`}
          placeholder="empty"
          maxLength={2000}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      )}
      <input
        aria-label="Why"
        placeholder="Why (needed)"
        maxLength={2000}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <button type="submit" className="main-button" disabled={!why.trim()}>
        Code it
      </button>
    </form>
  );
}

/** A number where the derived value is one, or where there is none and digits were typed. */
function cellValue(typed: string, { derived }: Cell): Cell['value'] {
  const text = typed.trim();
  if (text === '') return null;
  const mayCount = typeof derived === 'number' || derived === null;
  return mayCount && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
