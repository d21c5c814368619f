/** What every format is: a name, a file, and its pieces, streamed. */
import type { ExportSource } from './source.ts';

/** What was written and what was not, told once the last piece is out. */
export interface Tally {
  rows: number;
  /** Incidents that nobody reviewed. */
  unreviewed: number;
  /** Why incidents are no rows, with how many. */
  held: Map<string, number>;
}

export const newTally = (): Tally => ({ rows: 0, unreviewed: 0, held: new Map() });

export interface Exporter {
  name: string;
  says: string;
  extension: string;
  mediaType: string;
  pieces(source: ExportSource, tally: Tally): AsyncIterable<string>;
}

export const CSV = { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' };
