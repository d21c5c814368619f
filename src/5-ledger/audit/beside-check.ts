/** What the index keeps of erasures, and rows that belong to no claim: each small, or gone over by the database alone. */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { Said } from './content-check.ts';
import type { Findings } from './findings.ts';

export async function checkBeside(parts: readonly Said[], store: Store, findings: Findings): Promise<void> {
  const fault = (where: string, detail: string) => findings.fault('index-differs', where, detail);
  const { read, build } = store;
  // A statement may be replaced more than once: what is left of it now is what was said last.
  const wanted = new Map(parts.flatMap(({ replaced }) => [...replaced]));
  const replacements = await read.all(build.selectFrom('replacements').selectAll());
  for (const { seq, by } of replacements) {
    if (wanted.get(seq!) !== by)
      fault(`replacements ${seq}`, `${by} stands for it, the statements say otherwise`);
    wanted.delete(seq!);
  }
  for (const seq of wanted.keys()) fault(`replacements ${seq}`, 'the row is gone');
  const erased = new Set(parts.flatMap(({ erasedOriginals }) => [...erasedOriginals]));
  for (const { document_seq: seq } of await read.all(build.selectFrom('erased_originals').selectAll())) {
    if (!erased.delete(seq!)) fault(`erased_originals ${seq}`, 'no statement says so');
  }
  for (const seq of erased) fault(`erased_originals ${seq}`, 'the row is gone');
  for (const table of ['claim_parties', 'claim_effects'] as const) {
    const strays = sql`select distinct "row" from ${sql.table(table)} t
      where not exists (select 1 from claims c where c."row" = t."row") order by "row" limit 1000`;
    for (const { row } of await read.all(written<{ row: number }>(build, strays))) {
      fault(`${table} ${row}`, 'there is no such claim');
    }
  }
}
