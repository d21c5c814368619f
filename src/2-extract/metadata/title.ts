/** The headline of a page, without the outlet's name that pages hang on it. */
import { collapse } from '../html/dom.ts';
import { sameWords } from '../text/lines.ts';
import type { PageFacts } from './page-metadata.ts';

const MAX_LENGTH = 400;
const MAX_HEADINGS = 30;
/** A shorter name says too little for `Example News` to be told from a word that begins alike. */
const MIN_HOST_LENGTH = 6;
/** A separator with space around it; the last one is where an outlet's name begins. */
const SEPARATOR = /\s+(?:[|–—»«:•·-]|::)\s+/g;

export function titleOfPage(facts: PageFacts, publisher: string | null): string | null {
  const { document, meta, jsonLd, location } = facts;
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, MAX_HEADINGS)
    .map((heading) => collapse(heading.textContent ?? ''))
    .filter((text) => text !== '' && text.length <= MAX_LENGTH);
  const outlet = outletNames([publisher, meta.first('og:site_name', 'application-name')], location);
  const declared = [
    jsonLd.headline,
    meta.first('og:title', 'twitter:title', 'dc.title', 'dcterms.title'),
    collapse(document.querySelector('title')?.textContent ?? ''),
  ];
  for (const title of declared) {
    if (!title || title.length > MAX_LENGTH) continue;
    const heading = headings.find((text) => isPartOf(text, title));
    if (heading) return heading;
    const bare = withoutOutlet(title, outlet);
    if (bare !== '') return bare;
  }
  return headings[0] ?? null;
}

/** Whether a heading on the page is the declared title, or the title less what hangs on it before or after. */
function isPartOf(heading: string, title: string): boolean {
  const shown = sameWords(heading);
  const full = sameWords(title);
  if (shown === '' || shown === full) return shown !== '';
  return shown.length > 10 && (full.startsWith(`${shown} `) || full.endsWith(` ${shown}`));
}

/** Words an outlet goes by: its name, and its host without `www.` and the ending. */
function outletNames(names: (string | null)[], location: string | null): Set<string> {
  const outlet = new Set(names.filter((name) => name !== null).map(squashed));
  const host = location && URL.canParse(location) ? new URL(location).hostname.replace(/^www\./, '') : '';
  if (host) {
    outlet.add(squashed(host));
    outlet.add(squashed(host.replace(/\.[^.]+$/, '')));
    outlet.add(squashed(host.split('.').at(-2) ?? ''));
  }
  outlet.delete('');
  return outlet;
}

function withoutOutlet(title: string, outlet: ReadonlySet<string>): string {
  let bare = title;
  for (let cuts = 0; cuts < 4; cuts++) {
    const separator = [...bare.matchAll(SEPARATOR)].at(-1);
    if (!separator) return bare;
    const tail = squashed(bare.slice(separator.index + separator[0].length));
    if (tail !== '' && !isOutlet(tail, outlet)) return bare;
    bare = bare.slice(0, separator.index).trimEnd();
  }
  return bare;
}

function isOutlet(words: string, outlet: ReadonlySet<string>): boolean {
  return [...outlet].some(
    (name) => words === name || (name.length >= MIN_HOST_LENGTH && words.startsWith(name)),
  );
}

function squashed(text: string): string {
  return sameWords(text).replace(/ /g, '').replace(/^the/, '');
}
