/** Claims as CSV, one by one in document order, in constant memory. */
import { type ClaimRow, SHOWN_STATES } from '../../../5-ledger/index.ts';
import { claimCells, claimColumns, csvCell } from '../../cli/claims-csv.ts';
import { CSV, type Exporter } from '../exporter.ts';
import { isFresh, type PointRule, toldPoint } from '../gate/points.ts';
import { besideOf, isReviewed } from '../gate/tells.ts';
import type { ExportSource } from '../source.ts';

const OWN = ['rp_tells', 'rp_review', 'rp_point', 'rp_masked', 'rp_caption'];
const CHUNK = 64 * 1024;
/** Whose documents are opened together. */
const ROWS = 250;

/** Also what is denied or expected: a list of claims is a list of what is said, and says so in each row. */
export const CLAIMS: Exporter = {
  ...CSV,
  name: 'claims',
  says: 'every claim, with who says so and how surely',
  async *pieces(source, tally) {
    let piece = `${[...claimColumns(), ...OWN].join(',')}\n`;
    const { ledger, options, read } = source;
    const asked = options.filter ?? {};
    const review = (asked.review ?? SHOWN_STATES).filter((state) => options.unreviewed || isReviewed(state));
    for await (const rows of together(ledger.everyClaim({ ...asked, review }, read), ROWS)) {
      await source.masks.prepare(rows.map(({ document }) => document));
      for (const row of rows) piece += await line(row, source);
      tally.rows += rows.length;
      if (piece.length < CHUNK) continue;
      yield piece;
      piece = '';
    }
    if (piece) yield piece;
  },
};

async function* together<Row>(rows: AsyncIterable<Row>, most: number): AsyncGenerator<Row[]> {
  let some: Row[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < most) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** A claim as it may be told: private persons covered, its point coarsened or held back. */
export async function toldClaim(
  row: ClaimRow,
  source: ExportSource,
): Promise<{ row: ClaimRow; rule: PointRule; masked: boolean }> {
  const { now, delayHours, tables, divisions, masks } = source;
  const { masked, ...shown } = await source.masks.row(row);
  const last = row.time?.to ?? row.time?.from ?? row.published ?? null;
  const fresh = delayHours > 0 && isFresh(last ?? (await recorded(row, source)), now, delayHours);
  const facts = await masks.placeFacts(row);
  const told =
    row.place &&
    toldPoint({ ...row.place, ...facts }, fresh, { sites: tables.sites, divisions, off: masks.off });
  // What is coarsened or held back is named by its division, which is nobody's name.
  const moved = told && (told.rule === 'coarsened' || told.rule === 'held-back');
  const place = moved ? told.place : shown.place;
  return { row: { ...shown, place }, rule: told?.rule ?? 'no-point', masked };
}

async function line(row: ClaimRow, source: ExportSource): Promise<string> {
  const { row: shown, rule, masked } = await toldClaim(row, source);
  const own = [
    besideOf(row) === null ? 'as happened' : besideOf(row),
    isReviewed(row.review) ? 'reviewed' : source.review,
    rule,
    masked ? 'yes' : 'no',
    source.caption,
  ];
  return `${[...claimCells(shown), ...own.map(csvCell)].join(',')}\n`;
}

async function recorded({ document }: ClaimRow, { ledger, read }: ExportSource): Promise<string | null> {
  return (await ledger.document(document, read))?.row.recorded ?? null;
}
