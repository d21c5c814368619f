/** Our own columns, after those of the standard: what the standard cannot say. The same in every profile. */
import type { Certainty } from '../../../records/index.ts';
import { BESIDE, type Beside } from '../gate/tells.ts';
import { type DeriveSource, linkTo } from '../source.ts';
import { type IncidentView, originName, type ViewClaim } from '../view.ts';
import { type Cell, type Column, cell, EMPTY, evidenceOf, wordsOf } from './cell.ts';
import { type Figure, type FigureQuestion, figureOf } from './figures.ts';
import { originsOf } from './reports.ts';
import type { Where } from './where.ts';

const FIGURES: readonly [name: string, asked: FigureQuestion][] = [
  ['killed', { what: 'killed' }],
  ['killed_civilians', { what: 'killed', of: 'civil' }],
  ['killed_fighters', { what: 'killed', of: 'fighters' }],
  ['enemy_dead', { what: 'killed', enemyDead: 'only' }],
  ['wounded', { what: 'wounded' }],
  ['missing', { what: 'missing' }],
  ['captured', { what: 'captured' }],
  ['displaced', { what: 'displaced' }],
];

const text = (name: string, says: string): Column => ({ name, type: 'text', says });
const integer = (name: string, says: string): Column => ({ name, type: 'integer', says });

export const OWN_COLUMNS: readonly Column[] = [
  text('rp_incident', 'name of the incident in the ledger'),
  text('rp_link', 'its page'),
  text('rp_types', 'event types its claims tell, most told first'),
  {
    name: 'rp_certainty',
    type: 'code',
    codes: ['asserted', 'hedged'],
    says: 'surest wording among its claims',
  },
  integer('rp_origins', 'distinct named origins; copies count once'),
  integer('rp_origins_party', 'of these, parties to the conflict'),
  text('rp_sides', 'sides that these stand on'),
  integer('rp_unnamed', 'unnamed sources: told, not counted'),
  { name: 'rp_party_only', type: 'code', codes: ['yes', 'no'], says: 'only parties to the conflict tell it' },
  { name: 'rp_contested', type: 'code', codes: ['yes', 'no'], says: 'origins contradict one another' },
  text('rp_denied_by', 'who denies what, in their words'),
  text('rp_expected_by', 'who expects or threatens it, in their words'),
  text('rp_unconfirmed_by', 'who calls it unconfirmed, in their words'),
  text('rp_withdrawn_by', 'whose report was taken back'),
  ...FIGURES.flatMap(([name]) => [
    integer(`rp_${name}_low`, `lowest of the latest figures of each origin`),
    integer(`rp_${name}_high`, 'highest of these; empty where one is open above'),
    integer(`rp_${name}_largest`, 'largest number anybody gave'),
  ]),
  text('rp_claims', 'ids of the claims that its cells rest on'),
  integer('rp_claims_reviewed', 'claims told as happened that a person reviewed'),
  integer('rp_claims_unreviewed', 'claims told as happened that nobody reviewed'),
  {
    name: 'rp_review',
    type: 'code',
    codes: ['reviewed', 'machine-unreviewed'],
    says: 'how the file was asked for',
  },
  {
    name: 'rp_point',
    type: 'code',
    codes: ['as-told', 'coarsened', 'held-back', 'no-point'],
    says: 'what became of its coordinates',
  },
  { name: 'rp_masked', type: 'code', codes: ['yes', 'no'], says: 'a private person’s name is covered in it' },
  text('rp_coded', 'cells that a person set'),
  text('rp_profile', 'coding profile and its settings'),
  text('rp_caption', 'what this file is'),
];

/** All but `rp_masked` and `rp_coded`, which the finished row tells. */
export function ownCells(
  view: IncidentView,
  where: Where | null,
  source: DeriveSource,
  profile: string,
): Map<string, Cell> {
  const { incident, told } = view;
  const all = evidenceOf(told);
  const origins = originsOf(view);
  const counted = origins.filter(({ origin }) => origin.countable);
  const parties = counted.filter(({ origin }) => origin.partyTo !== null);
  // Where none is counted, all of them say so.
  const saidBy = (some: typeof origins) =>
    some.length > 0 ? evidenceOf(some.map(({ claim }) => claim)) : all;
  const types = [...new Set(told.flatMap(({ one }) => one.claim.event?.type ?? []))];
  const cells = new Map<string, Cell>([
    ['rp_incident', cell(incident.id, 'incident-name', all)],
    ['rp_link', cell(linkTo(source, `/incidents/${incident.id}`), 'incident-name', all)],
    ['rp_types', cell(types.sort().join('; '), 'most-told-type', all)],
    ['rp_certainty', cell(surest(told), 'worst-certainty', all)],
    ['rp_origins', cell(counted.length, 'origins-of-claims', saidBy(counted))],
    ['rp_origins_party', cell(parties.length, 'origins-of-claims', saidBy(parties))],
    [
      'rp_sides',
      cell(
        [...new Set(parties.map(({ origin }) => origin.partyTo!))].sort().join('; '),
        'origins-of-claims',
        saidBy(parties),
      ),
    ],
    ['rp_unnamed', cell(origins.length - counted.length, 'origins-of-claims', all)],
    [
      'rp_party_only',
      cell(yes(counted.length > 0 && parties.length === counted.length), 'origins-of-claims', all),
    ],
    ['rp_contested', cell(yes(incident.standing.contested), 'origins-of-claims', all)],
    ['rp_claims', cell(told.map(({ one }) => one.claim.id).join(' '), 'review-of-claims', all)],
    ['rp_claims_reviewed', cell(view.reviewed, 'review-of-claims', all)],
    ['rp_claims_unreviewed', cell(view.unreviewed, 'review-of-claims', all)],
    ['rp_review', cell(source.review, 'state-of-export')],
    ['rp_point', cell(where?.point ?? 'no-point', where?.rule ?? 'not-told', where?.evidence ?? all)],
    ['rp_profile', cell(profile, 'state-of-export')],
    ['rp_caption', cell(source.caption, 'state-of-export')],
  ]);
  for (const beside of BESIDE) cells.set(`rp_${beside}_by`, besideCell(view.beside[beside], beside, source));
  for (const [name, asked] of FIGURES)
    for (const [end, one] of figureCells(figureOf(view, source.tables, asked)))
      cells.set(`rp_${name}_${end}`, one);
  return cells;
}

export const yes = (holds: boolean): 'yes' | 'no' => (holds ? 'yes' : 'no');

function figureCells(figure: Figure | null): [end: 'low' | 'high' | 'largest', Cell][] {
  if (!figure)
    return [
      ['low', EMPTY],
      ['high', EMPTY],
      ['largest', EMPTY],
    ];
  const { low, high, largest, open, evidence } = figure;
  const rule = figure.summed ? 'sum-of-groups' : 'latest-of-each-origin';
  return [
    ['low', cell(low, low === null ? 'no-low-of-up-to' : rule, evidence)],
    ['high', cell(high, open ? 'open-above' : rule, evidence)],
    ['largest', cell(largest, rule, evidence)],
  ];
}

/** What somebody does who says what stands beside: never to be read as if it were told. */
const SAYS: Record<Beside, string> = {
  denied: 'denies',
  expected: 'expects or threatens',
  unconfirmed: 'calls unconfirmed',
  withdrawn: 'took back',
};

/** "Ministry of Defence of Russia denies: “its aircraft struck the crossing”", each origin once. */
function besideCell(claims: readonly ViewClaim[], beside: Beside, { masks }: DeriveSource): Cell {
  const first = [
    ...new Map(claims.map((claim) => [claim.origin?.key ?? claim.one.claim.id, claim])).values(),
  ];
  const lines = first.map((claim) => {
    const who = claim.origin ? originName(claim.origin, claim, masks.off) : 'unknown';
    return `${who} ${SAYS[beside]}: “${wordsOf(claim)}”`;
  });
  return cell(lines.join('; '), 'stands-beside', evidenceOf(claims));
}

export function besideText(view: IncidentView, beside: Beside, source: DeriveSource): string | null {
  return besideCell(view.beside[beside], beside, source).value as string | null;
}

const surest = (claims: readonly ViewClaim[]): Certainty =>
  claims.some(({ one }) => one.claim.certainty === 'asserted') ? 'asserted' : 'hedged';
