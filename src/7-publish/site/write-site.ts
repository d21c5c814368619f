/** A release as a folder of static files: searchable, to be put anywhere, asking nothing of anybody. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentRow, Ledger, ReleaseEntry } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';
import { readPackageFile } from '../../package.ts';
import { dossierArticle } from '../exports/dossier/dossier.ts';
import { isReviewed } from '../exports/gate/tells.ts';
import { toldClaim } from '../exports/lists/claims.ts';
import type { ExportSource } from '../exports/source.ts';
import { views } from '../exports/views.ts';
import {
  detailsOf,
  documentPage,
  documentsPage,
  incidentsPage,
  indexPage,
  keyOf,
  type ListedDocument,
  page,
  type SiteClaim,
  type SiteFacts,
  sourcesOf,
  titleOf,
} from './pages.ts';

export interface SiteReport {
  folder: string;
  documents: number;
  claims: number;
  incidents: number;
}

/** Claims that one script of the search holds. */
const PART = 1000;

/** `source` is opened at the release's state; `folder` must not be there, or be empty. */
export async function writeSite(
  source: ExportSource,
  release: ReleaseEntry,
  folder: string,
): Promise<SiteReport> {
  const target = path.resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new ReportedlyError('output-exists', { output: target });
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  try {
    const report = await new Site(source, release, partial).write();
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
    return { ...report, folder: target };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

class Site {
  readonly #source: ExportSource;
  readonly #folder: string;
  readonly #facts: SiteFacts;
  #part: object[] = [];

  constructor(source: ExportSource, release: ReleaseEntry, folder: string) {
    this.#source = source;
    this.#folder = folder;
    this.#facts = { release: release.name, caption: source.caption, head: release.state.hash, parts: 0 };
    for (const name of ['data', 'documents', 'incidents'])
      mkdirSync(path.join(folder, name), { recursive: true });
  }

  async write(): Promise<Omit<SiteReport, 'folder'>> {
    const documents: ListedDocument[] = [];
    let claims = 0;
    for await (const row of everyDocument(this.#source)) {
      const told = await this.#document(row);
      if (!told) continue;
      documents.push(told);
      claims += told.claims;
    }
    this.#endPart();
    const incidents = await this.#incidents();
    documents.sort(
      (a, b) =>
        order(`${b.row.published ?? ''}`, `${a.row.published ?? ''}`) || order(a.row.sha256, b.row.sha256),
    );
    this.#put('documents.html', documentsPage(this.#facts, documents));
    this.#put('index.html', indexPage(this.#facts, { claims, documents: documents.length }));
    for (const name of ['style.css', 'search.js']) this.#put(name, readPackageFile(`site/${name}`));
    return { documents: documents.length, claims, incidents };
  }

  /** Its page, and its claims for the search; null where nothing of it may be told. */
  async #document(row: DocumentRow): Promise<ListedDocument | null> {
    const { ledger, read, options, masks } = this.#source;
    const claims: SiteClaim[] = [];
    for await (const claim of ledger.everyClaim({ document: [row.sha256] }, read)) {
      const reviewed = isReviewed(claim.review);
      if (!reviewed && !options.unreviewed) continue;
      claims.push({ row: (await toldClaim(claim, this.#source)).row, reviewed });
    }
    if (claims.length === 0) return null;
    const mask = await masks.of(row.sha256);
    const shown: ListedDocument['row'] = {
      sha256: row.sha256,
      title: row.title && mask.text(row.title),
      publisher: row.publisher && mask.text(row.publisher),
      published: row.published,
      url: row.url && mask.url(row.url),
    };
    const key = keyOf(row.sha256);
    this.#put(`documents/${key}.html`, documentPage(this.#facts, shown, claims));
    for (const claim of claims) this.#searchable(claim, key, titleOf(shown));
    return { row: shown, claims: claims.length };
  }

  #searchable(claim: SiteClaim, document: string, title: string): void {
    const { id, text, certainty, place } = claim.row;
    const [, review] = detailsOf(claim);
    this.#part.push({
      ...{ id, text, document, title, review },
      certainty: `worded as ${certainty}`,
      sources: sourcesOf(claim.row),
      place: place?.name ?? place?.text ?? '',
    });
    if (this.#part.length >= PART) this.#endPart();
  }

  #endPart(): void {
    if (this.#part.length === 0) return;
    // As a script and not as data to fetch: so it works from a disk too.
    this.#put(`data/claims-${this.#facts.parts}.js`, `reportedlyClaims(${JSON.stringify(this.#part)});\n`);
    this.#facts.parts++;
    this.#part = [];
  }

  async #incidents(): Promise<number> {
    const listed: { id: string; title: string }[] = [];
    for await (const view of views(this.#source)) {
      const title = await this.#titleOf(view);
      listed.push({ id: view.id, title });
      const article = await dossierArticle(view, this.#source);
      this.#put(`incidents/${view.id}.html`, page(title, '../', this.#facts, article));
    }
    this.#put('incidents.html', incidentsPage(this.#facts, listed));
    return listed.length;
  }

  async #titleOf({ id, incident, told }: Parameters<typeof dossierArticle>[0]): Promise<string> {
    const summary = told[0]?.mask.text(incident.summary) ?? '';
    return [id, incident.from?.slice(0, 10), `“${summary}”`].filter(Boolean).join(' ');
  }

  #put(name: string, text: string): void {
    writeFileSync(path.join(this.#folder, name), text);
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function* everyDocument({ ledger, read }: { ledger: Ledger } & Pick<ExportSource, 'read'>) {
  let cursor: string | undefined;
  do {
    const found = await ledger.documents({ limit: 500, cursor }, read);
    yield* found.rows;
    cursor = found.next ?? undefined;
  } while (cursor);
}
