/** What the statements say: Readings grounded in their text, originals there and unchanged, erasures as their tombstones tell. */
import { groundingFaults } from '../grounding.ts';
import { contentHash } from '../statements/hash-chain.ts';
import type {
  DocumentPayload,
  ErasurePayload,
  ReadingPayload,
  ReplacementPayload,
  StatementRow,
} from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import type { Findings } from './findings.ts';

interface NamedOriginal {
  seq: number;
  location: string;
}

export class ContentCheck {
  readonly #findings: Findings;
  readonly #store: Store;
  readonly #originals = new Map<string, NamedOriginal>();
  /** Statements without content, and those that tombstones name. */
  readonly #gone = new Set<number>();
  readonly #erased = new Set<number>();
  readonly #erasedOriginals = new Set<number>();

  constructor(findings: Findings, store: Store) {
    this.#findings = findings;
    this.#store = store;
  }

  /** Gives what the statement says now: its content, what is left of it, or null when all of it was erased. */
  statement({ seq, kind, payload, rest }: StatementRow & { rest: string | null }): unknown {
    if (payload === null) {
      this.#gone.add(seq);
      return rest === null ? null : (JSON.parse(rest) as ReplacementPayload).payload;
    }
    const content: unknown = JSON.parse(payload);
    this.#content(seq, kind, content);
    return content;
  }

  #content(seq: number, kind: string, payload: unknown): void {
    const { report } = this.#findings;
    switch (kind) {
      case 'document': {
        const { sha256, provenance } = payload as DocumentPayload;
        report.documents++;
        this.#originals.set(sha256, { seq, location: provenance.location });
        break;
      }
      case 'reading':
        this.#reading(seq, payload as ReadingPayload);
        break;
      case 'replacement': {
        // It stands where the statement it replaces stood, and so do faults in it.
        const { replaces, kind: replaced, payload: left } = payload as ReplacementPayload;
        this.#content(replaces, replaced, left);
        break;
      }
      case 'erasure': {
        const { statements, originals } = payload as ErasurePayload;
        for (const one of statements) this.#erased.add(one);
        for (const one of originals) this.#erasedOriginals.add(one);
      }
    }
  }

  #reading(seq: number, { reading }: ReadingPayload): void {
    this.#findings.report.readings++;
    this.#findings.report.claims += reading.claims.length;
    for (const fault of groundingFaults(reading)) {
      this.#findings.fault('reading-ungrounded', `statement ${seq}`, fault);
    }
  }

  async end(): Promise<void> {
    this.#erasures();
    for (const [sha256, named] of this.#originals) await this.#original(sha256, named);
    for await (const name of this.#store.originals.names()) {
      if (!this.#originals.has(name)) this.#findings.report.unnamedOriginals++;
    }
  }

  #erasures(): void {
    for (const seq of this.#gone) {
      if (this.#erased.has(seq)) this.#findings.report.erased++;
      else
        this.#findings.fault(
          'payload-gone',
          `statement ${seq}`,
          'its content is gone and no erasure says so',
        );
    }
    for (const seq of this.#erased) {
      if (this.#gone.has(seq)) continue;
      this.#findings.fault('erased-still-there', `statement ${seq}`, 'a tombstone says that it was erased');
    }
  }

  async #original(sha256: string, { seq, location }: NamedOriginal): Promise<void> {
    const bytes = await this.#store.originals.get(sha256);
    const where = `original ${sha256} (statement ${seq}, from ${location})`;
    const erased = this.#erasedOriginals.has(seq);
    if (bytes === null && erased) this.#findings.report.erasedOriginals++;
    else if (bytes === null) this.#findings.fault('original-missing', where, 'its bytes are gone');
    else if (erased)
      this.#findings.fault('erased-still-there', where, 'a tombstone says that its bytes were erased');
    else if (contentHash(bytes) !== sha256) {
      this.#findings.fault('original-changed', where, `its bytes have ${contentHash(bytes)}`);
    }
  }
}
