/** Checks a bundle by itself, offline: each byte, the chain, every document, text and quote. Says what is wrong where. */
import { Compile } from 'typebox/compile';
import { ChainCheck } from '../../5-ledger/audit/chain-check.ts';
import { Findings } from '../../5-ledger/audit/findings.ts';
import { genesisHash } from '../../5-ledger/statements/hash-chain.ts';
import type { ReadingPayload, ReplacementPayload, StatementRow } from '../../5-ledger/statements/kinds.ts';
import type { DocumentRecord } from '../../records/index.ts';
import { type BundledClaim, CLAIMS, MANIFEST, Manifest, ORIGINALS, STATEMENTS, TEXTS } from './format.ts';
import { digestOf, jsonLines, wholeOf } from './lines.ts';
import { type OpenZip, openZip } from './open-zip.ts';
import { firstOtherByte } from './same-bytes.ts';

export interface BundleFault {
  where: string;
  detail: string;
}

export interface BundleReport {
  intact: boolean;
  faults: BundleFault[];
  manifest: Manifest | null;
  statements: number;
  documents: number;
  claims: number;
  /** Documents whose bytes are not in it: erased. */
  withoutBytes: number;
}

const MOST_FAULTS = 100;
const MOST_MANIFEST = 200_000_000;
const checkManifest = Compile(Manifest);

/** `bundle-refused` where it is no bundle at all. */
export async function verifyBundle(file: string): Promise<BundleReport> {
  const zip = await openZip(file);
  try {
    const check = new BundleCheck(zip);
    await check.run();
    const other = await firstOtherByte(file, zip);
    if (other) check.fault(other, 'it is not as a bundle with these entries is written');
    return check.report();
  } finally {
    zip.close();
  }
}

/** Reads the manifest; null, with why, where it is none. */
export async function readManifest(zip: OpenZip): Promise<Manifest | string> {
  const entry = zip.entries.find(({ fileName }) => fileName === MANIFEST);
  if (!entry) return 'it is missing';
  if (entry.uncompressedSize > MOST_MANIFEST) return 'it is too large';
  try {
    const value: unknown = JSON.parse((await wholeOf(await zip.read(entry))).toString('utf8'));
    return checkManifest.Check(value) ? value : 'it does not have the form of a manifest';
  } catch (error) {
    return (error as Error).message;
  }
}

class BundleCheck {
  readonly #zip: OpenZip;
  readonly #faults: BundleFault[] = [];
  #manifest: Manifest | null = null;
  #statements = 0;
  #claims = 0;
  #withoutBytes = 0;
  readonly #documents = new Set<string>();
  /** Every text that some Reading has, by document. */
  readonly #texts = new Map<string, Set<string>>();

  constructor(zip: OpenZip) {
    this.#zip = zip;
  }

  fault(where: string, detail: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ where, detail });
  }

  report(): BundleReport {
    return {
      intact: this.#faults.length === 0,
      faults: this.#faults,
      manifest: this.#manifest,
      statements: this.#statements,
      documents: this.#documents.size,
      claims: this.#claims,
      withoutBytes: this.#withoutBytes,
    };
  }

  async run(): Promise<void> {
    const manifest = await readManifest(this.#zip);
    if (typeof manifest === 'string') {
      this.fault(MANIFEST, manifest);
      return;
    }
    this.#manifest = manifest;
    const digests = await this.#files(manifest);
    await this.#guarded(STATEMENTS, () => this.#chain(manifest));
    await this.#guarded(ORIGINALS, () => this.#originals(digests));
    await this.#guarded(CLAIMS, () => this.#quotes());
    if (this.#claims !== manifest.claims)
      this.fault(CLAIMS, `it has ${this.#claims} claims, the manifest says ${manifest.claims}`);
  }

  async #guarded(where: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fault(where, (error as Error).message);
    }
  }

  /** Each entry against the manifest. */
  async #files(manifest: Manifest): Promise<Map<string, string>> {
    const told = new Map(manifest.files.map((file) => [file.name, file]));
    const digests = new Map<string, string>();
    for (const entry of this.#zip.entries) {
      const name = entry.fileName;
      if (name === MANIFEST) continue;
      const file = told.get(name);
      told.delete(name);
      if (!file) {
        this.fault(name, 'the manifest does not name it');
        continue;
      }
      await this.#guarded(name, async () => {
        const { sha256, size } = await digestOf(await this.#zip.read(entry));
        digests.set(name, sha256);
        if (sha256 !== file.sha256 || size !== file.size)
          this.fault(name, `its bytes have the SHA-256 ${sha256}, the manifest says ${file.sha256}`);
      });
    }
    for (const name of told.keys()) this.fault(name, 'the manifest names it, and it is missing');
    return digests;
  }

  async #chain({ chain, ledger }: Manifest): Promise<void> {
    const findings = new Findings();
    if (chain.before.seq === 0 && chain.before.hash !== genesisHash(ledger))
      this.fault(MANIFEST, 'the hash before the first statement is not that of this ledger');
    const check = new ChainCheck(findings, chain.before);
    let withheld = 0;
    for await (const { line, value } of jsonLines(await this.#read(STATEMENTS))) {
      const row = value as StatementRow | null;
      if (!row || !Number.isSafeInteger(row.seq) || typeof row.hash !== 'string') {
        this.fault(`${STATEMENTS} line ${line}`, 'it is no statement');
        continue;
      }
      this.#statements++;
      if (!check.link(row)) continue;
      if (row.payload === null) withheld++;
      else this.#take(row.kind, JSON.parse(row.payload));
    }
    check.end(chain.head);
    for (const { where, detail } of findings.statements.listed) this.fault(`${STATEMENTS}, ${where}`, detail);
    if (withheld < chain.withheld) this.fault(MANIFEST, 'it says that more is withheld than is');
  }

  #take(kind: string, payload: unknown): void {
    if (kind === 'document') this.#documents.add((payload as DocumentRecord).sha256);
    else if (kind === 'reading') {
      const { document, article } = (payload as ReadingPayload).reading;
      const texts = this.#texts.get(document);
      if (texts) texts.add(article.text);
      else this.#texts.set(document, new Set([article.text]));
    } else if (kind === 'replacement') {
      const { kind: replaced, payload: left } = payload as ReplacementPayload;
      this.#take(replaced, left);
    }
  }

  /** Originals have the hash that is their name, and each is a document of the chain, where that was not withheld. */
  async #originals(digests: ReadonlyMap<string, string>): Promise<void> {
    const begins = this.#manifest!.chain.before.seq === 0;
    for (const [name, sha256] of digests) {
      if (!name.startsWith(ORIGINALS)) continue;
      const named = name.slice(ORIGINALS.length);
      const entry = this.#zip.entries.find(({ fileName }) => fileName === name)!;
      if (entry.uncompressedSize === 0) this.#withoutBytes++;
      else if (named !== sha256) this.fault(name, `its bytes have the SHA-256 ${sha256}`);
      if (begins && !this.#documents.has(`sha256:${named}`)) this.fault(name, 'no statement records it');
    }
  }

  /** Every quote stands where its selector says. */
  async #quotes(): Promise<void> {
    const texts = new Map<string, string>();
    for await (const { line, value } of jsonLines(await this.#read(CLAIMS))) {
      this.#claims++;
      const claim = value as BundledClaim | null;
      const where = `${CLAIMS} line ${line}`;
      if (!claim || typeof claim.document !== 'string' || !Array.isArray(claim.selectors)) {
        this.fault(where, 'it is no claim');
        continue;
      }
      let text = texts.get(claim.document);
      if (text === undefined) {
        texts.clear();
        texts.set(claim.document, (text = await this.#textOf(claim.document)));
      }
      for (const { position, quote } of claim.selectors) {
        if (text.slice(position?.start, position?.end) !== quote?.exact)
          this.fault(where, 'the text does not have the quoted words there');
      }
    }
  }

  async #textOf(document: string): Promise<string> {
    const name = `${TEXTS}${document.slice('sha256:'.length)}.txt`;
    const text = (await wholeOf(await this.#read(name))).toString('utf8');
    const known = this.#texts.get(document);
    // A lone surrogate has no form in UTF-8.
    if (known && ![...known].some((one) => Buffer.from(one).toString('utf8') === text))
      this.fault(name, 'no Reading in the chain has this text');
    return text;
  }

  #read(name: string) {
    const entry = this.#zip.entries.find(({ fileName }) => fileName === name);
    if (!entry) throw new Error('it is missing');
    return this.#zip.read(entry);
  }
}
