/** An incident as one HTML file to print: what is claimed by whom, every statement with a footnote to its sentence. No script. */

import { evidenceOf, wordsOf } from '../coding/cell.ts';
import { figureOf } from '../coding/figures.ts';
import { besideText } from '../coding/own-columns.ts';
import { originsOf, reportsOf } from '../coding/reports.ts';
import { whenOf } from '../coding/when.ts';
import { whereOf } from '../coding/where.ts';
import type { Exporter } from '../exporter.ts';
import { BESIDE } from '../gate/tells.ts';
import type { ExportSource } from '../source.ts';
import { rangeText, TABLE_WHAT } from '../table/table.ts';
import { type IncidentView, originName, type ViewClaim } from '../view.ts';
import { views } from '../views.ts';
import { Footnotes } from './footnotes.ts';
import { html, STYLE } from './page.ts';

export const DOSSIER: Exporter = {
  name: 'dossier',
  says: 'incidents as one HTML file to print, with footnotes to the sentences',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  async *pieces(source, tally) {
    const title = 'Reportedly: dossier';
    yield `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${STYLE}</style>\n`;
    yield `<p class="caption">${html(source.caption)}. What is claimed, and by whom; never what is true.</p>\n`;
    for await (const view of views(source, tally)) {
      tally.rows++;
      yield await dossierArticle(view, source);
    }
    if (tally.rows === 0) yield '<p>No incident that may be shown.</p>\n';
    yield '</html>\n';
  },
};

/** One incident, as a piece of a page. */
export async function dossierArticle(view: IncidentView, source: ExportSource): Promise<string> {
  const notes = new Footnotes(view.id);
  const parts = [
    headOf(view, source, notes),
    figures(view, source, notes),
    origins(view, source, notes),
    beside(view, source, notes),
    claims(view, source, notes),
    await said(view, source),
    reports(view),
  ];
  return `<article>\n${parts.filter(Boolean).join('')}${notes.list()}</article>\n`;
}

function headOf(view: IncidentView, source: ExportSource, notes: Footnotes): string {
  const when = whenOf(view);
  const where = whereOf(view, source);
  const fullest = view.told.find(({ one }) => one.claim.text === view.incident.summary) ?? view.told[0]!;
  const day = when ? (when.from === when.to ? when.from : `${when.from} to ${when.to}`) : 'undated';
  const place = where
    ? [...new Set([where.name, where.admin1, where.country])].filter(Boolean).join(', ')
    : 'unplaced';
  const { standing, contradictions } = view.incident;
  const flags = [
    standing.contested && 'contested',
    standing.deniedByAccused && 'denied by the accused',
    standing.withdrawn && 'withdrawn',
    source.review === 'machine-unreviewed' && 'machine-unreviewed',
  ].filter(Boolean);
  return `<h1>${view.id}</h1>
<p class="lead">“${html(wordsOf(fullest))}”${notes.to(evidenceOf([fullest]))}</p>
<p>${html(day)}${notes.to(when?.evidence ?? [])} · ${html(place)}${notes.to(where?.evidence ?? [])}${where?.point === 'held-back' ? ' (held back: too fresh to be told where)' : ''}</p>
<p>${[`${view.reviewed} of ${view.reviewed + view.unreviewed} claims reviewed by a person`, ...flags].join('; ')}. ${contradictions.length} ${contradictions.length === 1 ? 'contradiction' : 'contradictions'} noted.</p>
`;
}

function figures(view: IncidentView, source: ExportSource, notes: Footnotes): string {
  const rows = TABLE_WHAT.flatMap((what) => {
    const figure = figureOf(view, source.tables, { what });
    if (!figure) return [];
    const range = rangeText(figure.low, figure.high);
    const largest =
      figure.open && figure.largest !== figure.low ? `, largest number told ${figure.largest}` : '';
    return [
      `<tr><th>${what}<td>${range}${largest}<td>${figure.origins} ${figure.origins === 1 ? 'origin' : 'origins'}${notes.to(figure.evidence)}`,
    ];
  });
  if (rows.length === 0) return '';
  return `<h2>Figures</h2>\n<table><tr><th>what<th>low–high<th>from\n${rows.join('\n')}\n</table>\n`;
}

function origins(view: IncidentView, { masks }: ExportSource, notes: Footnotes): string {
  const lines = originsOf(view).map(({ origin, claim }) => {
    const own = view.told.filter((one) => one.origin?.key === origin.key);
    const words = [
      originName(origin, claim, masks.off),
      origin.countable ? (origin.held ? 'its own text is here' : 'relayed') : 'unnamed, not counted',
      origin.partyTo && 'a party to the conflict',
    ].filter(Boolean);
    return `<li>${html(words.join(', '))}${notes.to(evidenceOf(own))}`;
  });
  return `<h2>Who says so</h2>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
}

const BESIDE_HEADS = {
  denied: 'Denied',
  expected: 'Expected or threatened',
  unconfirmed: 'Called unconfirmed',
  withdrawn: 'Taken back',
};

function beside(view: IncidentView, source: ExportSource, notes: Footnotes): string {
  const lines = BESIDE.flatMap((kind) => {
    const text = besideText(view, kind, source);
    if (text === null) return [];
    const told = evidenceOf(view.beside[kind]);
    return [`<li><b>${BESIDE_HEADS[kind]}.</b> ${html(text)}${notes.to(told)}`];
  });
  return lines.length === 0 ? '' : `<h2>Beside it</h2>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
}

function claims(view: IncidentView, { masks }: ExportSource, notes: Footnotes): string {
  const line = (claim: ViewClaim) => {
    const { origin, one, report, reviewed } = claim;
    const who = origin ? originName(origin, claim, masks.off) : 'unknown';
    const facts = [
      who,
      one.claim.certainty,
      report.published?.value.slice(0, 10),
      reviewed ? 'reviewed' : 'not reviewed',
    ];
    return `<li>“${html(wordsOf(claim))}”${notes.to(evidenceOf([claim]))} <span>${html(facts.filter(Boolean).join(', '))}</span>`;
  };
  return `<h2>Claims</h2>\n<ol>\n${view.told.map(line).join('\n')}\n</ol>\n`;
}

/** What people set and graded, under names that tell nobody who they are. */
async function said(view: IncidentView, { pseudonyms }: ExportSource): Promise<string> {
  const lines: string[] = [];
  for (const { decision, who, at, inForce } of view.coded) {
    if (decision.type !== 'code' || !inForce) continue;
    lines.push(
      `<li>${html(`${decision.profile} ${decision.cell} set by ${await pseudonyms.of(who)}, ${at.slice(0, 10)}`)}`,
    );
  }
  if (view.grade)
    lines.push(`<li>Airwars grade ${html(view.grade.grade)} by ${await pseudonyms.of(view.grade.who)}`);
  return lines.length === 0 ? '' : `<h2>What people set</h2>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
}

function reports(view: IncidentView): string {
  const lines = reportsOf(view).map(
    ({ outlet, title, day, url, document }) =>
      `<li>${html([outlet, title, day || 'undated', url].filter(Boolean).join(', '))} <code>${document}</code>`,
  );
  return `<h2>Reports</h2>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
}
