/** A project's own fields: a cell of the profile `own` is one that a code list names, and takes its codes only. */
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import type { Writing } from '../store.ts';
import type { Decision } from './decision.ts';
import type { CodeListInput } from './statements.ts';

export const OWN_PROFILE = 'own';

/** Throws `not-in-ledger` or `decision-invalid` where the value is none that the field takes; null empties any. */
export async function checkOwnField(
  { connection, build }: Writing,
  { profile, cell, value }: Extract<Decision, { type: 'code' }>,
): Promise<void> {
  if (profile !== OWN_PROFILE) return;
  const last = await first(
    connection,
    written<SaidRow>(
      build,
      sql`select s.payload, s.replaced from log l join said s on s.seq = l.seq
        where l.kind = 'code-list' and l.target = ${cell} order by l.seq desc limit 1`,
    ),
  );
  const list = last && parsePayload<CodeListInput>(last);
  if (!list) throw new ReportedlyError('not-in-ledger', { what: 'code list', id: cell });
  const codes = list.codes.map(({ code }) => code);
  if (value === null || codes.length === 0 || codes.includes(String(value))) return;
  const reason = `${cell} takes ${codes.slice(0, 20).join(', ')}, not ${JSON.stringify(value)}`;
  throw new ReportedlyError('decision-invalid', { reason });
}
