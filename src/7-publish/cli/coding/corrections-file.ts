/** A CSV of corrections, as people keep them in a spreadsheet, made decisions: fields of claims, cells of incidents. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Decision, DecisionInput, Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import type { DerivedCells } from '../../exports/coding/derived.ts';
import { ledgerId } from '../../exports/view.ts';
import { claimId } from '../ids.ts';
import { cellValue } from './cell-value.ts';
import { correctionOf } from './correction.ts';

/** `claim,field,value` or `incident,profile,cell,value`; `why` in either. Field `reads-right` or `reject` needs no value. */
export const CORRECTION_COLUMNS = ['claim', 'field', 'incident', 'profile', 'cell', 'value', 'why'] as const;

export interface CorrectionLine {
  /** In the file, the head being line 1. */
  line: number;
  decision: Decision;
  why: string | null;
  /** What it was, for people. */
  before: string;
  after: string;
}

type Cells = Record<string, string>;

/** Every line read and tried on what it changes; the first that does not fit is named. */
export async function readCorrections(
  ledger: Ledger,
  file: string,
  derived: DerivedCells,
): Promise<CorrectionLine[]> {
  const rows = readRows(file);
  const lines: CorrectionLine[] = [];
  for (const [i, cells] of rows.entries()) {
    const line = i + 2;
    try {
      const made = cells.claim ? await ofClaim(ledger, cells) : await ofIncident(cells, derived);
      lines.push({ line, why: cells.why || null, ...made });
    } catch (error) {
      if (!(error instanceof ReportedlyError)) throw error;
      const reason = `line ${line}: ${error.message.replace(/\.$/, '')}`;
      throw new ReportedlyError('table-invalid', { input: file, reason }, { cause: error });
    }
  }
  return lines;
}

export const asInputs = (
  lines: readonly CorrectionLine[],
  who: string,
  why: string | null,
): DecisionInput[] => lines.map((one) => ({ who, why: one.why ?? why, decision: one.decision }));

type Made = Omit<CorrectionLine, 'line' | 'why'>;

async function ofClaim(ledger: Ledger, { claim = '', field = '', value = '' }: Cells): Promise<Made> {
  const id = await claimId(ledger, claim);
  const standing = await ledger.claim(id);
  if (!standing) throw new ReportedlyError('claim-not-found', { claim });
  const before = String((standing.row as unknown as Record<string, unknown>)[field] ?? '');
  if (field === 'reads-right' || field === 'reject')
    return { decision: { type: field, claim: id }, before: standing.review, after: field };
  const reading = standing.reading ? ((await ledger.reading(standing.reading))?.reading ?? null) : null;
  const near = standing.claim.spans[0]?.[0] ?? 0;
  const decision = correctionOf(`${field}=${value}`, standing.claim, { reading, near });
  return { decision, before: before.startsWith('[object') ? '' : before, after: value };
}

async function ofIncident(cells: Cells, derived: DerivedCells): Promise<Made> {
  const { incident = '', profile = '', cell = '', value = '' } = cells;
  if (!incident || !profile || !cell) {
    throw new ReportedlyError('decision-invalid', {
      reason: 'a row names a claim and field, or an incident, profile and cell',
    });
  }
  const known = await derived(ledgerId(incident), profile, cell);
  const decision: Decision = {
    type: 'code',
    incident: known.incident,
    ...{ profile, cell },
    value: value === '' ? null : cellValue(value),
    derived: known.value,
    evidence: known.evidence,
  };
  return { decision, before: String(known.value ?? ''), after: value };
}

function readRows(file: string): Cells[] {
  let rows: Cells[];
  try {
    rows = parse(readFileSync(file), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ReportedlyError('input-not-found', { input: file }, { cause });
    throw new ReportedlyError('table-invalid', { input: file, reason: (cause as Error).message }, { cause });
  }
  const strange = Object.keys(rows[0] ?? {}).filter(
    (name) => !(CORRECTION_COLUMNS as readonly string[]).includes(name),
  );
  if (strange.length > 0) {
    const reason = `column ${strange.join(', ')} is not known; there are ${CORRECTION_COLUMNS.join(', ')}`;
    throw new ReportedlyError('table-invalid', { input: file, reason });
  }
  return rows.map((cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, bare(value)])),
  );
}

/** The apostrophe that keeps a spreadsheet from running a formula is not part of the value. */
const bare = (value: string): string => (/^'[=+\-@\t\r\n＝＋－＠]/.test(value) ? value.slice(1) : value);
