/** The filters of every command that picks claims: one option for each field. */
import { type Command, Option } from 'commander';
import { type ClaimFilter, type Ledger, REVIEW_STATES } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';
import { CERTAINTIES, CLAIM_KINDS, EFFECT_KINDS, EVENT_TYPES, SOURCE_KINDS } from '../../records/index.ts';
import { documentId } from './ids.ts';
import { wholeNumber } from './options.ts';

/** "none" on the command line is the unknown: no place, no type, nobody named. */
type MaybeNone = string[] | undefined;

export interface FilterOptions {
  text?: string;
  document?: string[];
  type?: MaybeNone;
  certainty?: ClaimFilter['certainty'];
  kind?: ClaimFilter['kind'];
  source?: string[];
  nearest?: MaybeNone;
  nearestKind?: string[];
  outermost?: MaybeNone;
  outermostKind?: string[];
  party?: string[];
  actor?: string[];
  against?: string[];
  place?: MaybeNone;
  country?: MaybeNone;
  admin1?: MaybeNone;
  placeStatus?: string[];
  precision?: MaybeNone;
  box?: string;
  placed?: boolean;
  dated?: boolean;
  effect?: string[];
  whom?: MaybeNone;
  atLeast?: number;
  from?: string;
  to?: string;
  publishedFrom?: string;
  publishedTo?: string;
  publisher?: MaybeNone;
  language?: string[];
  review?: ClaimFilter['review'];
  origin?: ClaimFilter['origin'];
  withdrawn?: boolean;
  undecidedBy?: string;
  decidedBy?: string;
  engine?: string[];
}

export function addClaimFilter(command: Command): Command {
  return command
    .option(
      '--text <words>',
      'words in the claim or the names tied to it; "…" a phrase, -word not, OR, word*',
    )
    .option('--document <sha256...>', 'in these documents; the beginning is enough')
    .addOption(new Option('--type <type...>', 'event types').choices([...EVENT_TYPES, 'none']))
    .addOption(new Option('--certainty <certainty...>', 'as worded').choices([...CERTAINTIES]))
    .addOption(new Option('--kind <kind...>').choices([...CLAIM_KINDS]))
    .option('--source <name...>', 'a source anywhere in the chain')
    .option('--nearest <name...>', 'the source nearest to the facts; none: nobody named')
    .addOption(new Option('--nearest-kind <kind...>').choices([...SOURCE_KINDS, 'author']))
    .option('--outermost <name...>', 'the first source of the chain; none: nobody named')
    .addOption(new Option('--outermost-kind <kind...>').choices([...SOURCE_KINDS, 'author']))
    .option('--party <name...>', 'a party in any role')
    .option('--actor <name...>', 'by whom')
    .option('--against <name...>', 'against whom')
    .option('--place <name...>', 'place, as resolved; none: no place')
    .option('--country <code...>', 'ISO 3166-1 alpha-2')
    .option('--admin1 <name...>', 'province')
    .addOption(
      new Option('--place-status <status...>').choices([
        'resolved',
        'ambiguous',
        'not-in-gazetteer',
        'not-a-place',
        'none',
      ]),
    )
    .option('--precision <precision...>', 'of the place')
    .option('--box <w,s,e,n>', 'within these degrees')
    .option('--placed', 'with coordinates')
    .option('--no-placed', 'without coordinates')
    .option('--dated', 'with a time')
    .option('--no-dated', 'without a time')
    .addOption(new Option('--effect <kind...>').choices([...EFFECT_KINDS]))
    .option('--whom <group...>', 'civilians, militants …')
    .option('--at-least <n>', 'with a figure that may be so large', wholeNumber)
    .option('--from <date>', 'happened on or after')
    .option('--to <date>', 'happened on or before')
    .option('--published-from <date>')
    .option('--published-to <date>')
    .option('--publisher <name...>', 'none: unknown')
    .option('--language <code...>')
    .addOption(new Option('--review <state...>', 'default: all that stand').choices([...REVIEW_STATES]))
    .addOption(new Option('--origin <who...>', 'who made the claim out').choices(['machine', 'person']))
    .option('--withdrawn', 'in a report that its publisher took back')
    .option('--no-withdrawn')
    .option('--undecided-by <name>', 'that this person has not decided on')
    .option('--decided-by <name>')
    .option('--engine <version...>');
}

/** The filter that the options ask for. A document that is not in the ledger is an error, not an empty list. */
export async function filterOf(ledger: Ledger, options: FilterOptions): Promise<ClaimFilter> {
  const { from, to, box, actor, document, ...rest } = options;
  const filter: ClaimFilter = {
    ...pick(rest),
    timeFrom: from,
    timeTo: to,
    by: actor,
    document: document && (await Promise.all(document.map((typed) => documentId(ledger, typed)))),
  };
  if (box !== undefined) filter.box = boxOf(box);
  return filter;
}

const FIELDS = [
  'text',
  'certainty',
  'kind',
  'source',
  'nearestKind',
  'outermostKind',
  'party',
  'against',
  'placeStatus',
  'placed',
  'dated',
  'effect',
  'atLeast',
  'publishedFrom',
  'publishedTo',
  'language',
  'review',
  'origin',
  'withdrawn',
  'undecidedBy',
  'decidedBy',
  'engine',
] as const;
const WITH_NONE = [
  'type',
  'nearest',
  'outermost',
  'place',
  'country',
  'admin1',
  'precision',
  'whom',
  'publisher',
] as const;

function pick(options: FilterOptions): ClaimFilter {
  const filter: Record<string, unknown> = {};
  for (const field of FIELDS) if (options[field] !== undefined) filter[field] = options[field];
  for (const field of WITH_NONE)
    if (options[field]) filter[field] = options[field].map((value) => (value === 'none' ? null : value));
  return filter;
}

function boxOf(text: string): [number, number, number, number] {
  const degrees = text.split(',').map(Number);
  if (degrees.length !== 4 || degrees.some((n) => !Number.isFinite(n))) {
    throw new ReportedlyError('usage', { reason: 'A box is west,south,east,north in degrees: 38,34,41,36.' });
  }
  return degrees as [number, number, number, number];
}
