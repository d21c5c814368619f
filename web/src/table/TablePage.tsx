/** Figures by place and time, low to high, with who stands behind them: to be read at a glance, printed, taken along. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ExportMenu, type OwnFile } from '../export/ExportMenu.tsx';
import { count, day } from '../format.ts';
import { words } from '../labels.ts';
import { countryName } from '../ledger/FacetPanel.tsx';
import { Copy } from '../parts/Copy.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import type { Search } from '../search.ts';
import {
  BY_LABELS,
  type FigureRow,
  type FigureTable,
  fileOf,
  reviewedOnly,
  rowsOf,
  useFigureTable,
} from './figure-table.ts';
import { TableChoice } from './TableChoice.tsx';

const KINDS = [
  ['csv', 'this table as CSV'],
  ['xlsx', 'this table as a workbook'],
  ['hxl', 'this table as CSV with HXL tags'],
  ['json', 'this table as data'],
] as const;

const filesOf = (search: Search): OwnFile[] =>
  KINDS.map(([kind, says]) => ({
    name: `table.${kind}`,
    says,
    href: (gates) => fileOf({ ...search, ...gates }, kind, gates.unreviewed !== undefined),
  }));

export function TablePage() {
  useTitle('Table');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data, isError, error } = useFigureTable(search);
  return (
    <div className="wide-page">
      <div className="toolbar">
        <h1 className="total">Figures</h1>
        <TableChoice search={search} onSearch={(next) => void navigate({ to: '/table', search: next })} />
        <span className="tools">
          <Copy text={() => location.href}>Copy link</Copy>
          <button type="button" className="quiet" onClick={() => window.print()}>
            Print
          </button>
          <ExportMenu
            filter={rowsOf(search)}
            what="these figures, or of what they are made of"
            own={filesOf(search)}
          />
        </span>
      </div>
      {isError ? (
        <Problem error={error} />
      ) : data ? (
        <Figures table={data} search={search} />
      ) : (
        <Waiting what="Counting" />
      )}
    </div>
  );
}

function Figures({ table, search }: { table: FigureTable; search: Search }) {
  const { by, what, rows, total, coverage, leftOut } = table;
  return (
    <>
      <p className="coverage">
        Sums of the lowest and of the highest figure that each distinct incident is told with; reprints
        folded, nothing added up twice; {coverage}.
        {leftOut > 0 && ` ${count(leftOut, 'incident')} that no person reviewed left out.`}
        {!reviewedOnly(search) && total.unreviewed > 0 && (
          <b> {Math.round(total.unreviewed * 100)} % of the claims are not reviewed by a person.</b>
        )}
      </p>
      {rows.length === 0 ? (
        <p className="empty">
          No incident tells such a figure{reviewedOnly(search) && ' that a person reviewed'}.
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="table-scroll" aria-label="Figures" tabIndex={0}>
          <table className="compare figures">
            <thead>
              <tr>
                {by.map((one) => (
                  <th key={one} scope="col" className="key">
                    {BY_LABELS[one] ?? one}
                  </th>
                ))}
                {what.map((one) => (
                  <th key={one} scope="col">
                    {words(one)}
                  </th>
                ))}
                <th scope="col">Incidents</th>
                <th scope="col">Origins</th>
                <th scope="col" title="share of the incidents that only parties to the conflict tell">
                  Parties only
                </th>
                <th scope="col">Contested</th>
                <th scope="col">Not reviewed</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={JSON.stringify(row.keys)} row={row} by={by} what={what} />
              ))}
            </tbody>
            <tfoot>
              <Row row={total} by={by} what={what} isTotal />
            </tfoot>
          </table>
        </section>
      )}
    </>
  );
}

const TIMES = new Set(['day', 'week', 'month', 'year']);
const MOST_LINKED = 50;

function Row(props: { row: FigureRow; by: readonly string[]; what: readonly string[]; isTotal?: boolean }) {
  const { row, by, what, isTotal = false } = props;
  const percent = (share: number) => (share === 0 ? '' : `${Math.round(share * 100)} %`);
  return (
    <tr className={isTotal ? 'total-row' : undefined}>
      {isTotal ? (
        <th scope="row" colSpan={by.length}>
          All
        </th>
      ) : (
        by.map((one) => (
          <th key={one} scope="row" className="key">
            <Key by={one} value={row.keys[one] ?? null} />
          </th>
        ))
      )}
      {what.map((one) => (
        <td key={one} className="figure-cell">
          {row.figures[one]?.text || <span className="faint">–</span>}
        </td>
      ))}
      <td>
        {isTotal ? (
          row.incidents
        ) : (
          <Link to="/" search={{ claim: row.claims.slice(0, MOST_LINKED) }}>
            {row.incidents}
          </Link>
        )}
      </td>
      <td title={row.sides.join(', ')}>
        {row.origins}
        {row.parties > 0 && <span className="faint"> ({row.parties} party)</span>}
      </td>
      <td>{percent(row.partyOnly)}</td>
      <td>{row.contested || ''}</td>
      <td>{percent(row.unreviewed)}</td>
    </tr>
  );
}

function Key({ by, value }: { by: string; value: string | null }) {
  if (value === null)
    return <em className="faint">{TIMES.has(by) ? 'undated' : by === 'type' ? 'not told' : 'unplaced'}</em>;
  if (by === 'country') return countryName(value);
  if (by === 'type') return words(value);
  if (TIMES.has(by) && by !== 'week') return day(value);
  return <Words text={value} />;
}
