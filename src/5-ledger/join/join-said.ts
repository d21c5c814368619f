/** Appends what people said in another ledger, each with where and when it was first said; once, however often it comes. */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { findDocument } from '../index/apply.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import type { DecisionPayload } from '../review/decision.ts';
import { say } from '../review/say.ts';
import type { StatementKind } from '../statements/kinds.ts';
import type { Store, Writing } from '../store.ts';
import type { ForeignStatement, Joining, JoinReport } from './join-types.ts';
import { compareOrigins, type FromElsewhere, type Origin, originKey, originOf } from './origin.ts';

const SAID: readonly StatementKind[] = ['decision', 'assessment', 'retraction', 'code-list'];

export interface Joined {
  /** Id of the ledger that takes it in. */
  own: string;
  /** Ids of Readings here, by their statements' numbers there. */
  readings: ReadonlyMap<number, string>;
}

interface Incoming extends ForeignStatement {
  payload: FromElsewhere & { document?: string | null };
  origin: Origin;
}

export async function joinSaid(
  store: Store,
  joining: Joining,
  { own, readings }: Joined,
  report: JoinReport,
): Promise<void> {
  const incoming: Incoming[] = [];
  for await (const statement of joining.statements()) {
    if (!SAID.includes(statement.kind)) continue;
    const payload = statement.payload as Incoming['payload'];
    const { seq, at } = statement;
    incoming.push({
      ...statement,
      payload,
      origin: originOf({ seq, at, ...payload }, joining.ledger),
    });
  }
  incoming.sort((a, b) => compareOrigins(a.origin, b.origin));
  const there = new Map(incoming.map(({ seq, origin }) => [seq, originKey(origin)]));
  await store.write(async (writing) => {
    const here = await saidHere(writing, own);
    const readingHere = await readingNumbers(writing, readings);
    for (const statement of incoming) {
      const { seq, kind, origin } = statement;
      if (origin.ledger === own || here.has(originKey(origin))) {
        report.said.known++;
        continue;
      }
      const fitted = await asHere(writing, statement, there, here, readingHere);
      if ('reason' in fitted) {
        report.leftOut.push({ statement: seq, kind, reason: fitted.reason });
        continue;
      }
      const made = await say(writing, kind, fitted.payload);
      here.set(originKey(origin), made.seq);
      report.said.new++;
    }
  });
}

/** The payload with the numbers of this ledger in place of those of the other. */
async function asHere(
  writing: Writing,
  { kind, payload, origin }: Incoming,
  there: ReadonlyMap<number, string>,
  here: ReadonlyMap<string, number>,
  readings: ReadonlyMap<number, number>,
): Promise<{ payload: unknown } | { reason: string }> {
  if (payload.document && !(await findDocument(writing, payload.document)))
    return { reason: 'the document that it is about is not here' };
  if (kind !== 'decision') return { payload: { ...payload, origin } };
  const { decision, reading } = payload as unknown as DecisionPayload;
  const mapped = { ...payload, origin, reading: reading === null ? null : (readings.get(reading) ?? null) };
  if (decision.type !== 'undo') return { payload: mapped };
  const undone = here.get(there.get(decision.decision) ?? '');
  if (undone === undefined) return { reason: 'the decision that it undoes did not come along' };
  return { payload: { ...mapped, decision: { ...decision, decision: undone } } };
}

/** Numbers here of all that was said, by where it was first said. */
async function saidHere({ connection, build }: Writing, own: string): Promise<Map<string, number>> {
  const rows = await connection.all(
    written<SaidRow & { seq: number; at: string }>(
      build,
      sql`select s.seq, s.at, s.payload, s.replaced from log l join said s on s.seq = l.seq
        where l.kind in (${sql.join([...SAID])}) order by s.seq`,
    ),
  );
  return new Map(
    rows.map((row) => {
      const { origin } = parsePayload<FromElsewhere>(row) ?? {};
      return [originKey(origin ?? { ledger: own, seq: row.seq, at: row.at }), row.seq];
    }),
  );
}

async function readingNumbers(
  { connection, build }: Writing,
  readings: ReadonlyMap<number, string>,
): Promise<Map<number, number>> {
  const numbers = new Map<number, number>();
  for (const [seq, id] of readings) {
    const [row] = await connection.all(build.selectFrom('readings').select('seq').where('id', '=', id));
    if (row) numbers.set(seq, row.seq!);
  }
  return numbers;
}
