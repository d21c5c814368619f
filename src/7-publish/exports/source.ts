/** What every exporter draws on: the ledger through its gates, what was asked, and the words that go with the file. */
import type { ClaimFilter, Ledger, ReadOptions } from '../../5-ledger/index.ts';
import type { Reconciler } from '../../6-reconcile/index.ts';
import { caption } from '../words/caption.ts';
import { Masks } from './gate/masks.ts';
import { type Divisions, NO_DIVISIONS } from './gate/points.ts';
import { Pseudonyms } from './gate/pseudonyms.ts';
import type { ExportTables } from './tables.ts';

export interface ExportOptions extends ReadOptions {
  /** An incident is exported whole where one of its claims matches. */
  filter?: ClaimFilter | undefined;
  /** Only these incidents, by any of their names. */
  incidents?: readonly string[] | undefined;
  /** Also what no person reviewed; every row and the name of the file then say so. */
  unreviewed?: boolean | undefined;
  /** For the people of the project: nothing covered, nothing held back. */
  internal?: boolean | undefined;
  /** Hours for which points are held back. */
  delayHours?: number | undefined;
  /** Count a belligerent's figure for its enemy's dead. */
  enemyDead?: boolean | undefined;
  /** ACLED's actor kinds as numbers. */
  interNumbers?: boolean | undefined;
  /** Instead of the rows, the rule and the words behind each of their cells. */
  why?: boolean | undefined;
}

export const DELAY_HOURS = 72;

export interface ExportPlace {
  ledger: Ledger;
  /** Incidents are derived only where an exporter asks for them. */
  reconciler: () => Promise<Reconciler>;
  tables: ExportTables;
  divisions?: Divisions | undefined;
  now: Date;
  /** Address of the workbench, for links; empty: links begin at its root. */
  base?: string | undefined;
}

export interface ExportSource extends Required<ExportPlace> {
  options: ExportOptions;
  read: ReadOptions;
  masks: Masks;
  pseudonyms: Pseudonyms;
  delayHours: number;
  /** Day that the file speaks of, and the line that every file carries. */
  asOf: string;
  caption: string;
  review: 'reviewed' | 'machine-unreviewed';
}

/** As much as deriving a row needs. */
export type DeriveSource = Pick<
  ExportSource,
  'tables' | 'divisions' | 'base' | 'caption' | 'review' | 'options' | 'asOf'
> & { masks: Pick<Masks, 'off'> };

export async function openSource(place: ExportPlace, options: ExportOptions = {}): Promise<ExportSource> {
  const { ledger, tables, now, divisions = NO_DIVISIONS, base = '' } = place;
  const internal = options.internal ?? false;
  const read: ReadOptions = { asOf: options.asOf };
  const coverage = await ledger.coverage(read);
  let reconciler: ReturnType<ExportPlace['reconciler']> | null = null;
  const asOf = typeof options.asOf === 'string' ? options.asOf : now.toISOString();
  return {
    ...place,
    ...{ divisions, base, options, read, asOf },
    // Made once, however often it is asked for.
    reconciler: () => {
      reconciler ??= place.reconciler();
      return reconciler;
    },
    masks: new Masks(ledger, read, tables.personWords, internal),
    pseudonyms: new Pseudonyms(ledger, internal),
    delayHours: internal ? 0 : (options.delayHours ?? DELAY_HOURS),
    caption: caption(coverage, asOf),
    review: options.unreviewed ? 'machine-unreviewed' : 'reviewed',
  };
}

/** "reportedly-acled-2017-10-20-machine-unreviewed.csv": a name that says what the file must not hide. */
export function fileName(source: ExportSource, name: string, extension: string): string {
  const { options, asOf } = source;
  const parts = ['reportedly', name, asOf.slice(0, 10)];
  if (options.why) parts.push('why');
  if (options.unreviewed) parts.push('machine-unreviewed');
  if (options.internal) parts.push('internal');
  return `${parts.join('-')}.${options.why ? 'csv' : extension}`;
}

/** An address in the workbench. */
export const linkTo = ({ base }: Pick<ExportSource, 'base'>, path: string): string => `${base}${path}`;
