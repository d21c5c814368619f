/** Puts the article together: what was given with the document wins over what a page declares, and that over its text. */
import type { Article, Credit, Dated, Document, Note, OutletNotice } from '../records/index.ts';
import { parseDate } from './dates/parse-date.ts';
import { settleDates } from './dates/settle-dates.ts';
import type { IdentifiedLanguage } from './language/identify-language.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import { webAddress } from './metadata/web-address.ts';
import type { ExtractRules } from './rules/extract-rules.ts';
import type { TextFurniture } from './text/furniture.ts';
import { MAX_LINES } from './text/lines.ts';
import type { Fact } from './text/marks.ts';
import type { FoundNotice } from './text/notices.ts';

export interface ArticleParts {
  document: Document;
  text: string;
  metadata: PageMetadata | null;
  furniture: TextFurniture;
  language: IdentifiedLanguage;
  rules: ExtractRules;
}

export function assembleArticle(parts: ArticleParts): { article: Article; notes: Note[] } {
  const { document, text, metadata, furniture, language } = parts;
  const { given } = document;
  const head = furniture.marks
    .flatMap((mark) => mark.facts)
    .filter((fact) => fact.span[0] < furniture.bodyStart);
  const notes: Note[] = furniture.marks.map(({ rule, span }) => ({ step: 'furniture', reason: rule, span }));
  if (!furniture.complete) {
    notes.push({
      step: 'furniture',
      reason: `only the first ${MAX_LINES} lines were looked through`,
      span: null,
    });
  }
  for (const { kind, span, rule } of furniture.notices) {
    notes.push({ step: 'notices', reason: `${kind} by the outlet (${rule})`, span });
  }
  const dates = settleDates(parts);
  const address = addressOf(parts);
  const article: Article = {
    title: given.title ?? metadata?.title ?? furniture.title?.text ?? given.item?.title ?? null,
    byline: metadata?.byline ?? textOf(head, 'byline'),
    subject: textOf(head, 'subject') ?? metadata?.section ?? null,
    publisher: given.publisher ?? metadata?.publisher ?? null,
    url: address.url,
    language: language.language,
    published: dates.published,
    modified: dates.modified,
    credits: creditsOf(furniture),
    text,
    furniture: furniture.marks.map((mark) => mark.span),
    notices: furniture.notices.map((notice) => noticeOf(notice, parts)),
  };
  return { article, notes: [...dates.notes, ...address.notes, ...notes] };
}

function textOf(facts: readonly Fact[], kind: Fact['kind']): string | null {
  return facts.find((fact) => fact.kind === kind)?.text ?? null;
}

function noticeOf({ kind, span, date }: FoundNotice, { text, rules, metadata }: ArticleParts): OutletNotice {
  const parsed = date && parseDate(date.text, rules.dateWords, metadata?.locale ?? null);
  const dated: Dated | null =
    parsed && 'value' in parsed ? { value: parsed.value, basis: 'stated', span: date!.span } : null;
  return { kind, span, text: text.slice(...span), date: dated };
}

/** A page that names another host as its own address is a copy, or says so: the address it came from stands. */
function addressOf({ document, metadata }: ArticleParts): { url: string | null; notes: Note[] } {
  const from = webAddress(document.given.url ?? document.provenance.finalUrl, null);
  const canonical = metadata?.url ?? null;
  if (document.given.url !== undefined) return { url: document.given.url, notes: [] };
  if (!from || !canonical) return { url: canonical ?? from, notes: [] };
  if (hostOf(from) === hostOf(canonical)) return { url: canonical, notes: [] };
  const reason = `the page gives ${canonical} as its canonical address, on another host`;
  return { url: from, notes: [{ step: 'metadata', reason, span: null }] };
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m|amp|mobile)\./, '');
}

const CREDIT_KINDS: Partial<Record<Fact['kind'], Credit['kind']>> = {
  byline: 'byline',
  agency: 'agency',
  from: 'republished-from',
};

function creditsOf({ marks, dateline }: TextFurniture): Credit[] {
  const credits: Credit[] = [];
  for (const { kind, span, text } of marks.flatMap((mark) => mark.facts)) {
    const creditKind = CREDIT_KINDS[kind];
    if (creditKind) credits.push({ span, text, kind: creditKind, party: null });
  }
  if (dateline?.place) credits.push({ ...dateline.place, kind: 'dateline', party: null });
  for (const agency of dateline?.agencies ?? []) credits.push({ ...agency, kind: 'agency', party: null });
  return credits.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
