/** Checks a ledger against itself: the chain, the payloads, the originals, the spans, the head. Changes nothing. */

import { first } from '../drivers/driver.ts';
import { groundingFaults } from '../grounding.ts';
import { KEYS } from '../migrations/migration.ts';
import { chainHash, commit, contentHash, genesisHash } from '../statements/hash-chain.ts';
import type { DocumentPayload, ReadingPayload, StatementRow } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import type { Fault, VerifyOptions, VerifyReport } from './verify-types.ts';

const FAULTS_LISTED = 1000;
const STATEMENTS_PER_PROGRESS = 500;

export async function verify(store: Store, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { build, read, driver } = store;
  const id = (await first(read, build.selectFrom('ledger').select('value').where('key', '=', KEYS.id)))
    ?.value;
  const head = await first(read, build.selectFrom('head').selectAll());
  const check = new Verification(store, genesisHash(id ?? ''));
  const statements = build
    .selectFrom('statements')
    .selectAll()
    .where('seq', '<=', head?.seq ?? 0);
  for await (const row of driver.stream(statements.orderBy('seq'))) {
    await check.statement(row as StatementRow);
    if (check.report.statements % STATEMENTS_PER_PROGRESS === 0) {
      options.progress?.(check.report.statements, head?.seq ?? 0);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await check.finish(head as { seq: number; hash: string } | undefined);
  return check.report;
}

class Verification {
  readonly report: VerifyReport = {
    intact: true,
    faults: [],
    moreFaults: 0,
    statements: 0,
    documents: 0,
    readings: 0,
    claims: 0,
    erased: 0,
    unnamedOriginals: 0,
    head: '',
  };
  readonly #store: Store;
  readonly #named = new Set<string>();
  #previous: string;
  #seq = 0;

  constructor(store: Store, genesis: string) {
    this.#store = store;
    this.#previous = genesis;
  }

  async statement(row: StatementRow): Promise<void> {
    const { report } = this;
    const where = `statement ${row.seq}`;
    for (this.#seq++; this.#seq < row.seq; this.#seq++) {
      this.fault('statement-missing', `statement ${this.#seq}`, 'the row is gone');
    }
    report.statements++;
    // Each link is checked against the hash stored before it, so one edit shows as one fault.
    const hash = chainHash(this.#previous, row);
    if (hash !== row.hash)
      this.fault('statement-changed', where, `its hash is ${row.hash}, worked out is ${hash}`);
    this.#previous = row.hash;
    if (row.payload === null || row.salt === null) {
      this.fault('payload-gone', where, 'its content is gone and no erasure says so');
      return;
    }
    if (commit(row.salt, row.payload) !== row.commitment) {
      this.fault('payload-changed', where, `the content of this ${row.kind} is not what was recorded`);
      return;
    }
    if (row.kind === 'document') await this.#document(where, JSON.parse(row.payload) as DocumentPayload);
    else if (row.kind === 'reading') this.#reading(where, JSON.parse(row.payload) as ReadingPayload);
  }

  async #document(where: string, record: DocumentPayload): Promise<void> {
    this.report.documents++;
    this.#named.add(record.sha256);
    const bytes = await this.#store.originals.get(record.sha256);
    const from = `original ${record.sha256} (${where}, from ${record.provenance.location})`;
    if (bytes === null) this.fault('original-missing', from, 'its bytes are gone');
    else if (contentHash(bytes) !== record.sha256) {
      this.fault('original-changed', from, `its bytes have ${contentHash(bytes)}`);
    }
  }

  #reading(where: string, { reading }: ReadingPayload): void {
    this.report.readings++;
    this.report.claims += reading.claims.length;
    for (const fault of groundingFaults(reading)) this.fault('reading-ungrounded', where, fault);
  }

  async finish(head: { seq: number; hash: string } | undefined): Promise<void> {
    const { report } = this;
    report.head = this.#previous;
    if (!head) this.fault('head-differs', 'head', 'the row that names the last statement is gone');
    else {
      for (this.#seq++; this.#seq <= head.seq; this.#seq++) {
        this.fault('statement-missing', `statement ${this.#seq}`, 'the row is gone');
      }
      if (head.hash !== this.#previous) {
        this.fault(
          'head-differs',
          'head',
          `it names the hash ${head.hash}, the chain ends in ${this.#previous}`,
        );
      }
    }
    for await (const name of this.#store.originals.names())
      if (!this.#named.has(name)) report.unnamedOriginals++;
    report.intact = report.faults.length === 0;
  }

  fault(what: Fault['what'], where: string, detail: string): void {
    if (this.report.faults.length < FAULTS_LISTED) this.report.faults.push({ what, where, detail });
    else this.report.moreFaults++;
  }
}
