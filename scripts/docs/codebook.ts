/** docs/codebook.md: how incidents become rows of other people's tables, made of the profiles themselves. */
import { ACLED_COLUMNS } from '../../src/7-publish/exports/acled/columns.ts';
import { AIRWARS_COLUMNS, SUGGESTION_COLUMNS } from '../../src/7-publish/exports/airwars/columns.ts';
import type { Column } from '../../src/7-publish/exports/coding/cell.ts';
import { OWN_COLUMNS } from '../../src/7-publish/exports/coding/own-columns.ts';
import { RULES } from '../../src/7-publish/exports/coding/rules.ts';
import { EXPORTERS } from '../../src/7-publish/exports/formats.ts';
import { DELAY_HOURS } from '../../src/7-publish/exports/source.ts';
import { UCDP_COLUMNS } from '../../src/7-publish/exports/ucdp/columns.ts';

export function codebook(): string {
  return [
    '# Codebook',
    '',
    '<!-- Made by npm run docs from src/7-publish/exports; changes here are lost. -->',
    '',
    'How claims and incidents leave the ledger. `reportedly export FORMAT` and `GET /api/v1/exports/FORMAT` write the same files,',
    'with the filters of `reportedly claims`: an incident leaves whole where one of its claims matches. `--why` (`why=true`) writes, in place of',
    'the rows, one line for each word behind each cell: the rule, the claim, the document, the offsets and the quotation.',
    '',
    '| format | what |',
    '|---|---|',
    ...EXPORTERS.map(({ name, says }) => `| \`${name}\` | ${says} |`),
    '',
    ...GATES,
    '',
    ...CODING,
    '',
    ...profile(
      'ACLED',
      '31 columns. Profile `acled 1`. Held for review, and told on standard error: incidents without a type that ACLED has, without a time within a month, without a place below the country.',
      ACLED_COLUMNS,
    ),
    ...profile(
      'UCDP GED',
      '49 columns. Profile `ucdp 1`. An incident is a row only where somebody tells how many were killed, and two sides are told by name, or a named side and civilians. `deaths_…` and `best` are estimates: a person’s.',
      UCDP_COLUMNS,
    ),
    ...profile(
      'Airwars',
      'Profile `airwars 1`. An incident is a row only where civilians are told killed or wounded. The grade is a reviewer’s; what is suggested stands in our own columns.',
      [...AIRWARS_COLUMNS, ...SUGGESTION_COLUMNS],
    ),
    ...profile(
      'Our own columns',
      'After the standard ones in every format of incidents, always prefixed `rp_`.',
      OWN_COLUMNS,
    ),
    '## Rules',
    '',
    'The names that `--why` gives.',
    '',
    '| rule | what it does |',
    '|---|---|',
    ...Object.entries(RULES).map(([name, says]) => `| \`${name}\` | ${says} |`),
    '',
    ...TABLE,
    '',
  ].join('\n');
}

const GATES = [
  '## Gates',
  '',
  'Every file passes these; `--internal` (for the people of the project) lifts the second and third.',
  '',
  '1. **No false deaths.** What is denied, expected (plans, threats, what is only supposed), unconfirmed or taken back makes no row, point or figure. It stands beside what it concerns: `rp_denied_by`, `rp_expected_by`, `rp_unconfirmed_by`, `rp_withdrawn_by`. The list of claims has all of them and says in `rp_tells` what each is.',
  '2. **Private persons.** A person is private unless an office speaks for a party or a reviewer says otherwise; authors and outlets are not. Their names are covered with █, one for each UTF-16 unit, in every text, title and address, in every form: full, last name alone, in other spellings, run together in handles and file names, and wherever else in the ledger they are named in full; `rp_masked` says so. So are names that stand where a person’s does (an age, kin, a calling, “named”, a greeting: `dictionaries/exports/person-cues.tsv`) though nobody read them as one, and mail addresses, handles and telephone numbers that are no office’s. Reviewers go by `reviewer-1`, `reviewer-2` … in the order in which they first said something. A name that neither was taken for one nor stands like one is not covered: look through a file before it is made public.',
  `3. **Points.** Hospitals, shelters, camps and schools are coarsened to their district: its middle where a gazetteer knows it, else the middle of a cell of 0.2 degrees. What happened in the last ${DELAY_HOURS} hours (\`--delay\`) is told by province only.`,
  '4. **Review.** By default only claims that a person reviewed feed a file. `--unreviewed` takes in the rest; then the name of the file and `rp_review` of every row say `machine-unreviewed`.',
  '',
  'Every file carries "Claims as reported, n of m reviewed by a person, as of DATE". CSV is UTF-8 without a mark; a cell that a spreadsheet would run as a formula gets an apostrophe before it.',
];

const CODING = [
  '## How an incident is coded',
  '',
  '- **Type, time, place, parties**: what most of its claims tell; of equals the first by name. Named parties come before words of a sort ("gunmen").',
  '- **Figures**: over the latest figure of each origin, the lowest low and the highest high. Copies count once. Sums over days, counts "since" and parts of a whole stay out. One report’s civilians and fighters are added only where it tells no whole. A low is never filled from "up to"; a high is empty where some origin gives no upper end.',
  '- **Enemy dead**: what a party to the conflict says of its enemy’s dead is not counted, and stands in `rp_enemy_dead_…`; `--enemy-dead` counts it, and `rp_profile` says so.',
  '- **Best and lowest credible** are judgements: `best`, `deaths_…`, `fatalities` are empty until a person sets them: `reportedly decide code INCIDENT acled fatalities 31`, or many at once with `reportedly decide corrections FILE.csv`. Any other cell can be set so too, `notes` among them; `rp_coded` says which and by whom, and when its claims have changed since.',
];

const TABLE = [
  '## The table of figures',
  '',
  '`reportedly table --by admin1,week --what killed,wounded,displaced` and `GET /api/v1/table` (`.csv`, `.hxl`, `.xlsx`; `by` and `what` as repeated parameters). Low and high are sums over the distinct incidents of a row; `≥12` where one is open above, `≤80` where no low is told. Rows of their own for what is unplaced or undated, and for what reaches over two weeks when weeks are asked for. `partyOnly`: share of incidents that only parties to the conflict tell. `unreviewed`: share of their claims told as happened that nobody reviewed. `admin1Code` is the P-code where a COD-AB file was imported, else GeoNames’ code.',
];

function profile(title: string, says: string, columns: readonly Column[]): string[] {
  return [
    `## ${title}`,
    '',
    says,
    '',
    '| column | type | how it is coded |',
    '|---|---|---|',
    ...columns.map(({ name, type, codes, says: how }) => {
      const list = codes && codes.length <= 8 ? ` (${codes.join(', ')})` : '';
      return `| \`${name}\` | ${type}${list} | ${how} |`;
    }),
    '',
  ];
}
