/** PostgreSQL's SQLSTATEs and connection failures as errors of the catalogue. */
import { type ErrorCode, ReportedlyError } from '../../errors.ts';

const STATES: readonly [prefix: string, code: ErrorCode][] = [
  ['55P03', 'ledger-locked'],
  ['40P01', 'ledger-locked'],
  ['53100', 'ledger-full'],
  ['53', 'ledger-unusable'],
  ['25006', 'ledger-read-only'],
  ['42501', 'ledger-read-only'],
  ['XX001', 'ledger-damaged'],
  ['XX002', 'ledger-damaged'],
  ['08', 'ledger-unusable'],
  ['57P', 'ledger-unusable'],
  ['28', 'ledger-unusable'],
  ['3D', 'ledger-unusable'],
];
const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/;

export function asLedgerError(error: unknown, ledger: string): unknown {
  if (!(error instanceof Error) || error instanceof ReportedlyError) return error;
  const state = (error as { code?: unknown }).code;
  const connection = /Connection terminated|Client has encountered a connection error/.test(error.message);
  const text = typeof state === 'string' ? state : '';
  const found = STATES.find(([prefix]) => text.startsWith(prefix))?.[1];
  const code = found ?? (UNREACHABLE.test(text) || connection ? 'ledger-unusable' : null);
  const reason = error.message || text;
  return code ? new ReportedlyError(code, { ledger, reason }, { cause: error }) : error;
}
