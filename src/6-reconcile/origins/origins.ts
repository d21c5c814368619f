/** The origins of an incident: independent roots of its claims, after reprints have folded. */
import type { PartyKind } from '../../records/index.ts';
import { partyKey } from '../happenings/happening.ts';
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
    const author = authorOf(context.report(one.claim.document));
    if (author !== null && partyKey(author) === partyKey(root.name) && copiedFrom === null)
      origin.held = true;
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

const asserts = ({ claim, withdrawn }: ReportClaim): boolean =>
  !withdrawn && claim.certainty !== 'denied' && claim.about?.as !== 'denies';

/** The root of a claim: of the text it copies, where it copies one; of the named source beside it, where the author only says the same. */
function settle(
  one: ReportClaim,
  all: readonly ReportClaim[],
  context: OriginsContext,
): { one: ReportClaim; root: Root; copiedFrom: string | null } {
  const report = context.report(one.claim.document);
  const copied = copyOf(one, context);
  const root = rootOf(one, report);
  if (copied && (root.kind === 'author' || root.kind === 'unnamed')) {
    const original = context.report(copied.document);
    const name = authorOf(original);
    if (name)
      return {
        one,
        root: {
          ...root,
          key: `party ${partyKey(name)}`,
          name,
          countable: root.kind === 'author',
          through: through(report, name),
        },
        copiedFrom: copied.document,
      };
  }
  if (root.kind === 'author') {
    const named = all
      .filter((other) => other !== one && other.claim.document === one.claim.document)
      .map((other) => rootOf(other, report))
      .find((other) => other.kind === 'party');
    if (named) return { one, root: named, copiedFrom: copied?.document ?? null };
  }
  return { one, root, copiedFrom: copied?.document ?? null };
}

/** "Colonel Ann Lee" is the Ann Lee of another claim: a name that ends in a shorter full name is the same origin. */
function sameNames<T extends { root: Root }>(items: readonly T[]): T[] {
  const names = [
    ...new Set(items.filter(({ root }) => root.countable).map(({ root }) => partyKey(root.name))),
  ];
  const short = names
    .filter((name) => name.includes(' '))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return items.map((item) => {
    const full = partyKey(item.root.name);
    const same = item.root.countable ? short.find((name) => full.endsWith(` ${name}`)) : undefined;
    if (!same) return item;
    const named = items.find(({ root }) => partyKey(root.name) === same)!.root;
    return { ...item, root: { ...item.root, key: named.key, name: named.name } };
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
