/** The pages of a static site: plain HTML that says the same with and without script. */
import type { ClaimRow, DocumentRow } from '../../5-ledger/index.ts';
import { html } from '../exports/dossier/page.ts';

/** What stands on every page. */
export interface SiteFacts {
  release: string;
  /** "Claims as reported, n of m reviewed by a person, as of DATE" */
  caption: string;
  /** Hash of the last statement of the release. */
  head: string;
  parts: number;
}

export interface SiteClaim {
  row: ClaimRow;
  reviewed: boolean;
}

/** No page asks anything of another site, nor runs anything but the search. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

export function page(title: string, root: string, facts: SiteFacts, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${html(title)}</title>
<link rel="stylesheet" href="${root}style.css">
<nav><a href="${root}index.html">Claims</a><a href="${root}incidents.html">Incidents</a><a href="${root}documents.html">Documents</a></nav>
<p class="notice">${html(facts.caption)}. Release ${html(facts.release)}. It says what is claimed and by whom, never what is true. Private persons are covered (█).</p>
<main>
${body}
</main>
<footer><p class="quiet">Head hash of the release: <code>${facts.head}</code>. Places: GeoNames, CC BY 4.0.</p></footer>
</html>
`;
}

export const indexPage = (facts: SiteFacts, counts: { claims: number; documents: number }): string =>
  page(
    `Claims: ${facts.release}`,
    '',
    facts,
    `<h1>${counts.claims} claims of ${counts.documents} documents</h1>
<p><label for="search">Search the claims: words that all stand in them, in who says so, or in the place</label></p>
<p><input id="search" type="search" autocomplete="off" spellcheck="false" hidden></p>
<noscript><p>The search needs JavaScript; all claims stand under their documents.</p></noscript>
<p id="told" class="quiet" role="status"></p>
<ol id="found" class="claims" data-parts="${facts.parts}"></ol>
<script src="search.js" defer></script>`,
  );

export interface ListedDocument {
  row: Pick<DocumentRow, 'sha256' | 'title' | 'publisher' | 'published' | 'url'>;
  claims: number;
}

export const documentsPage = (facts: SiteFacts, documents: readonly ListedDocument[]): string =>
  page(
    `Documents: ${facts.release}`,
    '',
    facts,
    `<h1>Documents</h1>
<ul class="plain">
${documents.map(({ row, claims }) => `<li><a href="documents/${keyOf(row.sha256)}.html">${html(titleOf(row))}</a> <span class="quiet">${html([row.publisher, row.published?.slice(0, 10)].filter(Boolean).join(', '))}; ${claims} claims</span></li>`).join('\n')}
</ul>`,
  );

export const documentPage = (
  facts: SiteFacts,
  document: ListedDocument['row'],
  claims: readonly SiteClaim[],
): string =>
  page(
    titleOf(document),
    '../',
    facts,
    `<h1>${html(titleOf(document))}</h1>
<p class="quiet">${html([document.publisher, document.published?.slice(0, 10) ?? 'undated'].filter(Boolean).join(', '))}${document.url ? `<br>${html(document.url)}` : ''}<br><code>${document.sha256}</code></p>
<ol class="claims">
${claims.map(claimItem).join('\n')}
</ol>`,
  );

const claimItem = (claim: SiteClaim): string =>
  `<li id="${html(claim.row.id)}"><blockquote>${html(claim.row.text)}</blockquote><p>${html(sourcesOf(claim.row))} — ${html(detailsOf(claim).join('; '))}</p></li>`;

export const incidentsPage = (
  facts: SiteFacts,
  incidents: readonly { id: string; title: string }[],
): string =>
  page(
    `Incidents: ${facts.release}`,
    '',
    facts,
    `<h1>Incidents</h1>
<ul class="plain">
${incidents.map(({ id, title }) => `<li><a href="incidents/${id}.html">${html(title)}</a></li>`).join('\n')}
</ul>`,
  );

/** Enough of the hash to name a page by. */
export const keyOf = (sha256: string): string => sha256.slice('sha256:'.length, 'sha256:'.length + 16);

export const titleOf = ({ title, sha256 }: { title: string | null; sha256: string }): string =>
  title || `Document ${keyOf(sha256)}`;

export const sourcesOf = ({ sources }: ClaimRow): string =>
  sources.map(({ name, text }) => name ?? text ?? 'unnamed').join(' < ') || 'the report itself';

export function detailsOf({ row, reviewed }: SiteClaim): string[] {
  const place = row.place && [row.place.name ?? row.place.text, row.place.country].filter(Boolean).join(', ');
  const time = row.time && [row.time.from, row.time.to].filter(Boolean);
  return [
    `worded as ${row.certainty}`,
    reviewed ? `reviewed: ${row.review}` : 'not reviewed by a person',
    place || '',
    time ? [...new Set(time)].join(' to ') : '',
    row.withdrawn ? 'the report was withdrawn' : '',
  ].filter((one) => one !== '');
}
