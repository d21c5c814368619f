/** Takes a bundle of another ledger into this one. Nothing of a bundle that is not intact is taken. */
import type { Joining, JoinReport, Ledger, StatementRow } from '../../5-ledger/index.ts';
import type { ReplacementPayload, StatementKind } from '../../5-ledger/statements/kinds.ts';
import { ReportedlyError } from '../../errors.ts';
import { ORIGINALS, STATEMENTS } from './format.ts';
import { jsonLines, wholeOf } from './lines.ts';
import { type OpenZip, openZip } from './open-zip.ts';
import { verifyBundle } from './verify-bundle.ts';

export async function importBundle(ledger: Ledger, file: string): Promise<JoinReport> {
  const { manifest, faults } = await verifyBundle(file);
  if (!manifest || faults.length > 0) {
    const [first] = faults;
    throw new ReportedlyError('bundle-damaged', {
      input: file,
      reason: `${first?.where}: ${first?.detail}`,
    });
  }
  const zip = await openZip(file);
  try {
    return await ledger.join(joiningOf(zip, manifest.ledger));
  } finally {
    zip.close();
  }
}

function joiningOf(zip: OpenZip, ledger: string): Joining {
  const entries = new Map(zip.entries.map((entry) => [entry.fileName, entry]));
  return {
    ledger,
    async *statements() {
      for await (const { value } of jsonLines(await zip.read(entries.get(STATEMENTS)!))) {
        const { seq, at, kind, payload } = value as StatementRow;
        if (payload === null) continue;
        const content: unknown = JSON.parse(payload);
        if (kind === 'replacement') {
          // What is left of a statement stands where that one stood.
          const { replaces, kind: replaced, payload: left } = content as ReplacementPayload;
          yield { seq: replaces, at, kind: replaced, payload: left };
        } else yield { seq, at, kind: kind as StatementKind, payload: content };
      }
    },
    async original(sha256) {
      const entry = entries.get(ORIGINALS + sha256.slice('sha256:'.length));
      if (!entry || entry.uncompressedSize === 0) return null;
      return wholeOf(await zip.read(entry));
    },
  };
}
