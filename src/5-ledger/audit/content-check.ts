/** What the statements say: Readings grounded in their text, originals there and unchanged, erasures as their tombstones tell. */
import { groundingFaults } from '../grounding.ts';
import type { Originals } from '../originals/originals.ts';
import { contentHash } from '../statements/hash-chain.ts';
import type {
  DocumentPayload,
  ErasurePayload,
  ReadingPayload,
  ReplacementPayload,
  StatementRow,
} from '../statements/kinds.ts';
import type { Findings } from './findings.ts';

/** An original as a document names it; `found`: null where its bytes are gone, else the hash that they have. */
interface NamedOriginal {
  seq: number;
  location: string;
  found: string | null;
}

/** What one stretch says that can only be judged with the others. */
export interface Said {
  originals: Map<string, NamedOriginal>;
  /** Statements without content, and those that tombstones name. */
  gone: Set<number>;
  erased: Set<number>;
  erasedOriginals: Set<number>;
  /** What is left of statements: their number, and that of the statement that stands for them. */
  replaced: Map<number, number>;
}

export class ContentCheck {
  readonly #findings: Findings;
  readonly #originals: Originals;
  readonly said: Said = {
    originals: new Map(),
    gone: new Set(),
    erased: new Set(),
    erasedOriginals: new Set(),
    replaced: new Map(),
  };

  constructor(findings: Findings, originals: Originals) {
    this.#findings = findings;
    this.#originals = originals;
  }

  /** Gives what the statement says now: its content, what is left of it, or null when all of it was erased. */
  statement({ seq, kind, payload, rest }: StatementRow & { rest: string | null }): unknown {
    if (payload === null) {
      this.said.gone.add(seq);
      return rest === null ? null : (JSON.parse(rest) as ReplacementPayload).payload;
    }
    const content: unknown = JSON.parse(payload);
    this.#content(seq, kind, content);
    return content;
  }

  #content(seq: number, kind: string, payload: unknown): void {
    const { counts } = this.#findings;
    const { said } = this;
    switch (kind) {
      case 'document': {
        const { sha256, provenance } = payload as DocumentPayload;
        counts.documents++;
        said.originals.set(sha256, { seq, location: provenance.location, found: null });
        break;
      }
      case 'reading':
        this.#reading(seq, payload as ReadingPayload);
        break;
      case 'replacement': {
        // It stands where the statement it replaces stood, and so do faults in it.
        const { replaces, kind: replaced, payload: left } = payload as ReplacementPayload;
        said.replaced.set(replaces, seq);
        this.#content(replaces, replaced, left);
        break;
      }
      case 'erasure': {
        const { statements, originals } = payload as ErasurePayload;
        for (const one of statements) said.erased.add(one);
        for (const one of originals) said.erasedOriginals.add(one);
      }
    }
  }

  #reading(seq: number, { reading }: ReadingPayload): void {
    this.#findings.counts.readings++;
    this.#findings.counts.claims += reading.claims.length;
    for (const fault of groundingFaults(reading)) {
      this.#findings.fault('reading-ungrounded', `statement ${seq}`, fault);
    }
  }

  /** Looks at the bytes of each original that was named. */
  async end(): Promise<Said> {
    for (const [sha256, named] of this.said.originals) {
      const bytes = await this.#originals.get(sha256);
      named.found = bytes && contentHash(bytes);
    }
    return this.said;
  }
}
