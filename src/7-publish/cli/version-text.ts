/** What changed between two versions of a page, for a terminal: − gone, + new, ~ rewritten. */
import colours from 'picocolors';
import type { Visit } from '../../5-ledger/index.ts';
import type { ChangedSentence, PageVersion, TouchedClaims } from '../../6-reconcile/index.ts';
import { clean } from './claims-table.ts';
import { plural } from './options.ts';

const WORDS: Readonly<Record<Visit['outcome'], string>> = {
  same: 'unchanged',
  changed: 'changed without a word',
  gone: 'gone',
  emptied: 'emptied',
  withdrawn: 'withdrawn by its publisher',
  corrected: 'corrected by its publisher',
};

export function visitLine({ at, outcome, notice, url, status }: Visit): string {
  const why = notice ? `: “${clean(notice)}”` : outcome === 'gone' && status ? ` (${status})` : '';
  return `${at}  ${WORDS[outcome]}${why}  ${clean(url)}`;
}

export function versionLines({ document, visits, difference }: PageVersion): string[] {
  return [
    `${document.sha256.slice(7, 15)}  fetched ${document.fetched}  ${clean(document.title ?? 'untitled')}`,
    ...(difference ? differenceLines(difference) : []),
    ...visits.map((visit) => `    ${visitLine(visit)}`),
  ];
}

export function differenceLines({
  sentences,
  claims,
}: {
  sentences: readonly ChangedSentence[];
  claims: TouchedClaims;
}): string[] {
  const lines = sentences.flatMap(({ kind, before, after }) => {
    const gone = colours.red(`  − ${clean(before ?? '')}`);
    const come = colours.green(`  + ${clean(after ?? '')}`);
    return { same: [], gone: [gone], new: [come], changed: [gone, come] }[kind];
  });
  const same = sentences.filter(({ kind }) => kind === 'same').length;
  const marks = [
    ...claims.changed.map((id) => `  ~ claim ${id.slice(0, 8)}: its sentence reads differently`),
    ...claims.gone.map((id) => `  ~ claim ${id.slice(0, 8)}: its sentence is gone`),
  ];
  return [
    ...lines,
    `  (${plural(same, 'sentence')} unchanged)`,
    ...marks.map((line) => colours.yellow(line)),
  ];
}
