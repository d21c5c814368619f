/** Files for other people's tables, maps and case files: what leaves the ledger, and what is held back, chosen in one place. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSession } from '../access/session.ts';
import { API, get } from '../api.ts';
import { Menu } from '../parts/Menu.tsx';
import { type Search, toParams } from '../search.ts';

interface Format {
  name: string;
  says: string;
  extension: string;
}

/** A file that is no list of exports': where it is, given the choices. */
export interface OwnFile {
  name: string;
  says: string;
  href: (gates: Search) => string;
}

const DELAYS: [hours: number, label: string][] = [
  [0, 'for no time'],
  [24, 'for 24 hours'],
  [72, 'for 72 hours'],
  [168, 'for 7 days'],
  [720, 'for 30 days'],
];
const DELAY = 72;

interface Props {
  /** What is exported, as the API's own parameters; nothing: all of the ledger. */
  filter: Search;
  /** The same in words. */
  what: string;
  own?: OwnFile[];
  side?: 'start' | 'end';
}

export function ExportMenu({ filter, what, own = [], side }: Props) {
  const group = useId();
  const [unreviewed, setUnreviewed] = useState(false);
  const [internal, setInternal] = useState(false);
  const [delay, setDelay] = useState(DELAY);
  const formats = useQuery({
    queryKey: ['exports'],
    queryFn: ({ signal }) => get<Format[]>('/exports', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const session = useSession();
  const account = session.data?.account;
  // Uncovered names are for those who work on the ledger.
  const mayUncover = !account || account.may.includes('decide');
  const gates: Search = {
    ...(unreviewed && { unreviewed: ['true'] }),
    ...(internal ? { internal: ['true'] } : delay !== DELAY && { delay: [String(delay)] }),
  };
  const hrefOf = (name: string) => {
    const params = toParams({ ...filter, ...gates }).toString();
    return `${API}/exports/${name}${params && `?${params}`}`;
  };
  const hold = (
    <select
      aria-label="For how long points are held back"
      value={delay}
      disabled={internal}
      onChange={({ target }) => setDelay(Number(target.value))}
    >
      {DELAYS.map(([hours, label]) => (
        <option key={hours} value={hours}>
          {label}
        </option>
      ))}
    </select>
  );
  if (account && !account.may.includes('export')) return null;
  return (
    <Menu label="Export" side={side}>
      <div className="export">
        <p>
          A file of <b>{what}</b>.
        </p>
        <fieldset>
          <legend>Which claims</legend>
          <Choice group={`${group}-reviewed`} chosen={!unreviewed} onChoose={() => setUnreviewed(false)}>
            only what a person reviewed
          </Choice>
          <Choice group={`${group}-reviewed`} chosen={unreviewed} onChoose={() => setUnreviewed(true)}>
            all; the file’s name and every row say <i>machine-unreviewed</i>
          </Choice>
        </fieldset>
        <fieldset>
          <legend>For whom</legend>
          <Choice group={`${group}-for`} chosen={!internal} onChoose={() => setInternal(false)} more={hold}>
            for others: private persons covered (█), hospitals, shelters, camps and schools told as their
            district, points of the last days held back
          </Choice>
          {mayUncover && (
            <Choice group={`${group}-for`} chosen={internal} onChoose={() => setInternal(true)}>
              for the people of this project: names and points as they are; the file’s name says{' '}
              <i>internal</i>
            </Choice>
          )}
        </fieldset>
        {internal && (
          <p className="warning" role="status">
            This file names private persons. Keep it where only those may read it who may read the ledger.
          </p>
        )}
        <ul className="export-files">
          {own.map(({ name, says, href }) => (
            <File key={name} name={name} says={says} href={href(gates)} />
          ))}
          {formats.data?.map(({ name, says }) => (
            <File key={name} name={name} says={says} href={hrefOf(name)} />
          ))}
        </ul>
      </div>
    </Menu>
  );
}

function File({ name, says, href }: { name: string; says: string; href: string }) {
  return (
    <li>
      <a className="quiet" href={href} download>
        {name}
      </a>
      <span className="faint">{says}</span>
    </li>
  );
}

interface ChoiceProps {
  /** Radio buttons of which one is chosen. */
  group: string;
  chosen: boolean;
  onChoose: () => void;
  children: React.ReactNode;
  more?: React.ReactNode;
}

function Choice({ group, chosen, onChoose, children, more }: ChoiceProps) {
  const id = useId();
  return (
    <p className="export-choice">
      <input
        id={id}
        type="radio"
        name={group}
        checked={chosen}
        onChange={(event) => event.target.checked && onChoose()}
      />
      <label htmlFor={id}>{children}</label>
      {more}
    </p>
  );
}
