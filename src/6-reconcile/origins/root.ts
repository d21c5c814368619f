/**
 * The origin of a claim: the last named hop of its chain. Unnamed hops behind it hang on it; a chain without a named hop
 * has no countable origin. Where nobody is named the author speaks: the outlet, or whom its credit lines name.
 */
import type { ResolvedHop, ResolvedParty } from '../../5-ledger/index.ts';
import { partyKey } from '../happenings/happening.ts';
import type { Report, ReportClaim } from '../report.ts';
import { creditedElsewhere } from '../reprints/families.ts';

export interface Root {
  /** What two claims of one origin have in common. */
  key: string;
  name: string;
  kind: 'party' | 'author' | 'unnamed';
  /** False for sources nobody named: told, never counted. */
  countable: boolean;
  /** The party, where the origin is one that the Reading knows. */
  party: ResolvedParty | null;
  /** Who spoke for it: a spokesman for his ministry. */
  voice: string | null;
  /** Through whom: outer hops and the outlet, outermost first. Empty where the origin wrote the text itself. */
  through: string[];
  private: boolean;
}

export function rootOf({ claim }: ReportClaim, report: Report): Root {
  const author = authorOf(report);
  for (let i = claim.chain.length - 1; i >= 0; i--) {
    const { source } = claim.chain[i]!;
    if (!isNamed(claim.chain[i]!)) continue;
    const party = bodyMeant(source.party, report);
    // A spokesman and his ministry are one origin: neither is independent of the other.
    const body = party?.kind === 'person' && party.of ? party.of : null;
    const name = body ?? party?.name ?? source.text;
    const outer = claim.chain.slice(0, i).filter(isNamed).map(nameOf);
    const through = [...(author && partyKey(author) !== partyKey(name) ? [author] : []), ...outer];
    return {
      key: `party ${partyKey(name)}`,
      name,
      kind: 'party',
      countable: true,
      party: party ?? null,
      voice: body ? party!.name : null,
      through: through.filter((one) => partyKey(one) !== partyKey(name)),
      private: party ? party.kind === 'person' && !party.public && !body : source.kind === 'person',
    };
  }
  if (claim.chain.length > 0) {
    const { source } = claim.chain.at(-1)!;
    return {
      key: `unnamed ${report.document} ${partyKey(source.text)}`,
      name: source.text,
      kind: 'unnamed',
      countable: false,
      party: source.party,
      voice: null,
      through: author ? [author] : [],
      private: source.kind === 'person',
    };
  }
  const credited = creditedElsewhere(report);
  const name = credited ?? author;
  return {
    key: name ? `party ${partyKey(name)}` : `author ${report.document}`,
    name: name ?? 'author not known',
    kind: 'author',
    countable: name !== null,
    party: null,
    voice: null,
    through: credited && author && partyKey(credited) !== partyKey(author) ? [author] : [],
    // A byline alone is a person's.
    private: credited === null && report.publisher === null && report.byline !== null,
  };
}

/** "Its Defense Ministry" is the Ministry of Defence of Russia where that is the one such body the report names. */
function bodyMeant(party: ResolvedParty | null, { claims }: Report): ResolvedParty | null {
  if (!party || party.of !== null || !BODIES.has(party.kind)) return party;
  const words = bodyWords(party.name);
  const bodies = new Map<string, ResolvedParty>();
  for (const { claim } of claims)
    for (const { source } of claim.chain) {
      const full = source.party?.kind === 'person' ? bodyOf(source.party) : source.party;
      if (full?.of && words.every((word) => bodyWords(full.name).includes(word)))
        bodies.set(partyKey(full.name), full);
    }
  return bodies.size === 1 ? [...bodies.values()][0]! : party;
}

const BODIES = new Set(['organisation', 'state', 'state-force']);

/** The body that a person speaks for; its state where the name tells it: "Ministry of Defence of Russia". */
function bodyOf({ of }: ResolvedParty): ResolvedParty | null {
  const state = / of (?:the )?(\p{Lu}.*)$/u.exec((of ?? '').replace(/^\S+ of \S+/u, ''))?.[1];
  if (!of || !state) return null;
  return { name: of, aliases: [], kind: 'state', public: true, external: {}, of: state };
}

/** Words of a body's name, in one spelling. */
const bodyWords = (name: string): string[] =>
  partyKey(name)
    .split(' ')
    .filter((word) => !/^(?:of|the|for|its|their|his|s)$/.test(word))
    .map((word) => word.replace(/ense$/, 'ence'));

/** Who wrote a report: its outlet, else the person in its byline; null where neither is known. */
export function authorOf(report: Report): string | null {
  return report.publisher ?? report.byline ?? null;
}

const nameOf = ({ source }: ResolvedHop): string => source.party?.name ?? source.text;

/** A hop is named where we know which party it is, or its words hold a proper name. */
function isNamed({ source }: ResolvedHop): boolean {
  if (source.kind === 'unnamed') return false;
  if (source.kind === 'document') return source.party !== null;
  if (source.party) return source.party.kind !== 'population' && /\p{Lu}/u.test(source.party.name);
  return /(?:^|\s)(?!(?:A|An|The|One|Some|Several|Two|Three|He|She|They|It|We|I)\b)\p{Lu}[\p{L}'’-]+/u.test(
    source.text.replace(/^\p{Lu}\p{Ll}+\s(?=\p{Ll})/u, ''),
  );
}
