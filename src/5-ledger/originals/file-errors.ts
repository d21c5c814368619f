/** The operating system's errors as errors of the catalogue. */
import { type ErrorCode, ReportedlyError } from '../../errors.ts';

const CODES: Record<string, ErrorCode> = {
  ENOSPC: 'ledger-full',
  EDQUOT: 'ledger-full',
  EFBIG: 'ledger-full',
  EIO: 'ledger-io',
  EROFS: 'ledger-read-only',
  EACCES: 'ledger-read-only',
  EPERM: 'ledger-read-only',
  ENOTDIR: 'ledger-unusable',
  EEXIST: 'ledger-unusable',
  EISDIR: 'ledger-unusable',
  ENAMETOOLONG: 'ledger-unusable',
  EMFILE: 'ledger-unusable',
};

export function asFileError(error: unknown, ledger: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const found = code ? CODES[code] : undefined;
  return found ? new ReportedlyError(found, { ledger, reason: message }, { cause: error }) : error;
}
