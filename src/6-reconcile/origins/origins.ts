/** The origins of an incident: independent roots of its claims, after reprints have folded. */
import type { PartyKind } from '../../records/index.ts';
import { partyKey } from '../happenings/happening.ts';
import type { TypeFamilies } from '../incidents/type-fit.ts';
import type { Report, ReportClaim } from '../report.ts';
import type { Passage } from '../reprints/shingles.ts';
import { authorOf, type Root, rootOf } from './root.ts';
import { belligerentsOf, partyTo, servesItself } from './sides.ts';

export interface OriginClaim {
  claim: string;
  document: string;
  /** Who spoke, through whom. */
  voice: string | null;
  through: string[];
  /** The document whose text this claim's words copy. */
  copiedFrom: string | null;
  /** Why it serves its own origin. */
  serves: string | null;
  /** It says so: no denial, and nobody took it back. */
  asserts: boolean;
}

export interface Origin {
  key: string;
  name: string;
  countable: boolean;
  kind: Root['kind'];
  /** Its own text is in this ledger. */
  held: boolean;
  /** Otherwise: through whom we have it. */
  relayedBy: string[];
  /** The side it stands on, where it is a party to this incident. */
  partyTo: string | null;
  /** What kind of party it is; null where nobody knows. */
  partyKind: PartyKind | null;
  private: boolean;
  claims: OriginClaim[];
}

/** What a report copies of another, as far as an incident needs to know. */
export interface CopyOf {
  document: string;
  extent: 'whole' | 'partial';
  passages: readonly Passage[];
}

export interface OriginsContext {
  report: (document: string) => Report;
  /** The report that this one copies from, the earliest first; empty where it is nobody's copy. */
  copies: (document: string) => readonly CopyOf[];
  /** The happening of its report that a claim tells of. */
  happening: (claim: string) => string;
  families: TypeFamilies;
}

interface Rooted {
  one: ReportClaim;
  root: Root;
  /** The document whose text this claim's words copy. */
  copiedFrom: string | null;
}

export function originsOf(claims: readonly ReportClaim[], context: OriginsContext): Origin[] {
  const belligerents = belligerentsOf(claims);
  const rooted = sameNames(claims.map((one) => settle(one, claims, context)));
  const origins = new Map<string, Origin>();
  for (const { one, root, copiedFrom } of rooted) {
    let origin = origins.get(root.key);
    if (!origin) {
      origin = {
        key: root.key,
        name: root.name,
        countable: root.countable,
        kind: root.kind,
        held: false,
        relayedBy: [],
        partyTo: null,
        partyKind: null,
        private: root.private,
        claims: [],
      };
      origins.set(root.key, origin);
    }
    origin.partyTo ??= partyTo(root, belligerents);
    origin.partyKind ??= root.voice === null ? (root.party?.kind ?? null) : null;
    const report = context.report(one.claim.document);
    if (copiedFrom === null && isOwnText(report, root.name)) origin.held = true;
    for (const name of root.through) if (!origin.relayedBy.includes(name)) origin.relayedBy.push(name);
    origin.claims.push({
      claim: one.claim.id,
      document: one.claim.document,
      voice: root.voice,
      through: root.through,
      copiedFrom,
      serves: servesItself(one, root, belligerents),
      asserts: asserts(one),
    });
  }
  for (const origin of origins.values()) origin.relayedBy.sort();
  return [...origins.values()].sort(
    (a, b) => Number(b.countable) - Number(a.countable) || (a.key < b.key ? -1 : 1),
  );
}

/** Whether a text is a source's own: it wrote it, or the text is headed by its name ("River Monitor | Bulletin 12"). */
function isOwnText(report: Report, name: string): boolean {
  const author = authorOf(report);
  if (author !== null) return partyKey(author) === partyKey(name);
  const head = (report.title ?? '').split(/\s*[|:–—]\s*|\s-\s/u);
  return head.length > 1 && partyKey(head[0]!) === partyKey(name);
}

const asserts = ({ claim, withdrawn }: ReportClaim): boolean =>
  !withdrawn && claim.certainty !== 'denied' && claim.about?.as !== 'denies';

/** The root of a claim: of the named source beside it, where the author only says the same; of the text it copies, where it copies one. */
function settle(one: ReportClaim, all: readonly ReportClaim[], context: OriginsContext): Rooted {
  const report = context.report(one.claim.document);
  const copied = copyOf(one, context);
  const copiedFrom = copied?.document ?? null;
  const root = rootOf(one, report);
  if (root.kind === 'author') {
    const named = sameTold(one, all, one.claim.document, context);
    if (named) return { one, root: rootOf(named, report), copiedFrom };
  }
  if (!copied || root.kind === 'party') return { one, root, copiedFrom };
  const original = context.report(copied.document);
  const named = root.kind === 'author' ? sameTold(one, all, copied.document, context) : null;
  if (named) {
    const first = rootOf(named, original);
    return {
      one,
      root: { ...first, through: [...through(report, first.name), ...first.through] },
      copiedFrom,
    };
  }
  const name = authorOf(original);
  if (!name) return { one, root, copiedFrom };
  return {
    one,
    root: {
      ...root,
      key: `party ${partyKey(name)}`,
      name,
      countable: root.kind === 'author',
      through: through(report, name),
      private: original.publisher === null,
    },
    copiedFrom,
  };
}

/**
 * What a named source says, in a document, of what the author says in his own voice: of the same happening there, with a
 * figure that is the same, else of the same kind of event. The author's sentence is then the source's.
 */
function sameTold(
  one: ReportClaim,
  all: readonly ReportClaim[],
  document: string,
  { report, happening, families }: OriginsContext,
): ReportClaim | null {
  if (!assertsAnything(one)) return null;
  const own = one.claim.document === document;
  let best: ReportClaim | null = null;
  let bestScore = 0;
  for (const other of all) {
    if (other === one || other.claim.document !== document || !assertsAnything(other)) continue;
    if (own && happening(other.claim.id) !== happening(one.claim.id)) continue;
    const [type, kind] = [one.claim.event?.type ?? null, other.claim.event?.type ?? null];
    const fit = type && kind ? (families.fit(type, kind) ?? 0) : 0;
    const score = fit + (sharesFigure(one, other) ? 1 : 0) + (saysBeside(one, other) ? 0.1 : 0);
    if (score <= bestScore || (score < OF_ONE_KIND && !saysBeside(one, other))) continue;
    if (rootOf(other, report(document)).kind !== 'party') continue;
    [best, bestScore] = [other, score];
  }
  return best;
}

/** What a body says right after or before it of the one who was hit: the author has it from there. */
function saysBeside({ claim }: ReportClaim, { claim: other }: ReportClaim): boolean {
  const [first, second] = claim.position < other.position ? [claim, other] : [other, claim];
  const gap = (second.spans[0]?.[0] ?? 0) - (first.spans.at(-1)?.[1] ?? 0);
  const who = other.chain.findLast(({ source }) => source.kind !== 'unnamed')?.source.kind;
  return other.event?.type === null && Math.abs(gap) <= AT_ONCE && who !== undefined && who !== 'person';
}

/** Characters between two claims of which one goes on with the other. */
const AT_ONCE = 120;
/** Types that say the same thing: families that go together, a toll among them. */
const OF_ONE_KIND = 0.2;

const sharesFigure = (a: ReportClaim, b: ReportClaim): boolean =>
  (a.claim.event?.effects ?? []).some((x) =>
    (b.claim.event?.effects ?? []).some(
      (y) => x.what === y.what && x.low === y.low && x.high === y.high && (x.low ?? x.high) !== null,
    ),
  );

const assertsAnything = ({ claim }: ReportClaim): boolean =>
  claim.certainty !== 'denied' && claim.certainty !== 'expected' && claim.event !== null;

/**
 * Names that are one origin: "Colonel Ann Lee" is the Ann Lee of another claim; who speaks for a body in one report speaks
 * for it in all; and a state whose one ministry or army speaks here is that body.
 */
function sameNames<T extends { root: Root }>(items: readonly T[]): T[] {
  const names = [
    ...new Set(items.filter(({ root }) => root.countable).map(({ root }) => partyKey(root.name))),
  ];
  const short = names
    .filter((name) => name.includes(' '))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const bodies = new Map<string, Root>();
  const voices = new Map<string, Root>();
  const several = new Set<string>();
  for (const { root } of items) {
    if (root.voice !== null) voices.set(partyKey(root.voice), root);
    const of = root.voice === null ? root.party?.of : null;
    if (!of || root.kind !== 'party' || root.party!.kind === 'person') continue;
    const before = bodies.get(partyKey(of));
    if (before && before.key !== root.key) several.add(partyKey(of));
    bodies.set(partyKey(of), root);
  }
  const same = (root: Root): Root | undefined => {
    const full = partyKey(root.name);
    const name = short.find((one) => full.endsWith(` ${one}`));
    const person = name ? items.find((item) => partyKey(item.root.name) === name)!.root : root;
    const body = voices.get(partyKey(person.name)) ?? voices.get(full);
    if (body) return { ...body, voice: person.name };
    if (name) return person;
    return root.party?.kind === 'state' && !several.has(full) ? bodies.get(full) : undefined;
  };
  return items.map((item) => {
    const { root } = item;
    const other = root.countable && root.kind === 'party' ? same(root) : undefined;
    if (!other || other.key === root.key) return item;
    const { key, name, voice, party, private: hidden } = other;
    return { ...item, root: { ...root, key, name, voice, party: party ?? root.party, private: hidden } };
  });
}

const through = (report: Report, name: string): string[] => {
  const author = authorOf(report);
  return author && partyKey(author) !== partyKey(name) ? [author] : [];
};

/** The earlier report that holds the words of a claim too. */
function copyOf({ claim }: ReportClaim, context: OriginsContext): CopyOf | null {
  const [start, end] = [claim.spans[0]?.[0] ?? -1, claim.spans.at(-1)?.[1] ?? -1];
  return (
    context
      .copies(claim.document)
      .find(({ passages }) => passages.some(({ here }) => here[0] <= start + 1 && end - 1 <= here[1])) ?? null
  );
}
