/**
 * `reportedly gazetteer import`: GeoNames dumps and tables with P-codes into a gazetteer file that is opened
 * beside the built-in one. Streams: twelve million rows need well under 2 GB. The only code besides
 * `engine.ts` that touches gazetteer files.
 */
import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { GazetteerBuilder } from '../../../4-resolve/places/gazetteer/build-gazetteer.ts';
import type { Gazetteer } from '../../../4-resolve/places/gazetteer/gazetteer.ts';
import { ReportedlyError } from '../../../errors.ts';
import { placeOfFeature, readFeatures } from './boundaries.ts';
import { CsvTable } from './csv-table.ts';
import { DiskPairs } from './disk-pairs.ts';
import { readLines } from './read-lines.ts';
import { type Counts, RowImporter } from './row-importer.ts';

/** Administrative, hydrographic, areas, towns, spots, mountains; roads, vegetation and undersea features are left out. */
export const DEFAULT_CLASSES = 'AHLPST';

export interface ImportOptions {
  files: readonly string[];
  /** The built-in gazetteer, which tells in which countries names are written with the Arabic article. */
  beside: Gazetteer;
  /** The file to write; it is replaced only when all went well. */
  output: string;
  /** GeoNames feature classes to take. */
  classes?: string;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  file: string;
  /** Bytes of all files, and those read so far. */
  total: number;
  done: number;
  places: number;
  step: 'reading' | 'sorting';
}

export interface ImportReport {
  places: number;
  names: number;
  /** Lines left out, by reason. */
  left: Record<string, number>;
  bytes: number;
}

type Kind = 'alternates' | 'codes' | 'table' | 'boundaries' | 'geonames';

/** What a file holds, by its name: GeoNames' own names, a table or boundaries. */
function kindOf(file: string): Kind {
  const name = path.basename(file).toLowerCase();
  if (name.endsWith('.zip')) throw new ReportedlyError('usage', { reason: `Unpack ${file} first.` });
  if (name.startsWith('alternatenames')) return 'alternates';
  if (/^admin[12]codes/.test(name)) return 'codes';
  if (/\.(?:geo)?json$/.test(name)) return 'boundaries';
  return name.endsWith('.csv') ? 'table' : 'geonames';
}

/** Places first, then the files that add names to them. */
const ORDER: Kind[] = ['geonames', 'boundaries', 'table', 'codes', 'alternates'];

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (cause) {
    throw new ReportedlyError('input-not-found', { input: file }, { cause });
  }
}

async function readFile(
  file: string,
  kind: Kind,
  rows: RowImporter,
  onBytes: (bytes: number) => void,
): Promise<void> {
  if (kind === 'boundaries') {
    for await (const { features, bytes } of readFeatures(file)) {
      for (const feature of features) {
        const place = placeOfFeature(feature);
        if (place === null) rows.leave('no name');
        else rows.tablePlace(place);
      }
      onBytes(bytes);
    }
    return;
  }
  let table: CsvTable | null = null;
  for await (const { lines, bytes } of readLines(file)) {
    for (const line of lines) {
      if (line === '' || line.startsWith('#')) continue;
      if (kind === 'geonames') rows.geonames(line);
      else if (kind === 'alternates') rows.alternateName(line);
      else if (kind === 'codes') rows.adminCode(line);
      else if (table === null) {
        table = new CsvTable(line);
        if (!table.usable)
          throw new ReportedlyError('input-unreadable', {
            input: file,
            reason: 'its first line names no column "name" or "ADM1_EN"',
          });
      } else {
        const place = table.read(line);
        if (place === null) rows.leave('no name');
        else rows.tablePlace(place);
      }
    }
    onBytes(bytes);
  }
}

/**
 * Builds `output` from the files. Throws `ReportedlyError` when a file cannot be read or holds no places. The
 * same files in the same order give the same bytes.
 */
export async function importGazetteer(options: ImportOptions): Promise<ImportReport> {
  const files = options.files.map((file) => ({ file, kind: kindOf(file), size: sizeOf(file) }));
  const ordered = ORDER.flatMap((kind) => files.filter((one) => one.kind === kind));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const folder = path.dirname(path.resolve(options.output));
  const exact = new DiskPairs(folder);
  const loose = new DiskPairs(folder);
  try {
    const builder = new GazetteerBuilder({ exact, loose });
    const rows = new RowImporter(builder, exact, {
      classes: options.classes ?? DEFAULT_CLASSES,
      beside: options.beside,
    });
    let before = 0;
    const tell = (file: string, done: number, step: ImportProgress['step']) =>
      options.onProgress?.({ file, total, done, places: rows.counts.places, step });
    for (const { file, kind, size } of ordered) {
      await readFile(file, kind, rows, (bytes) => tell(file, before + bytes, 'reading'));
      before += size;
    }
    if (rows.counts.places === 0)
      throw new ReportedlyError('input-unreadable', {
        input: options.files.join(', '),
        reason: reasonFor(rows.counts),
      });
    rows.finish();
    tell(options.output, total, 'sorting');
    const bytes = writeGazetteer(
      builder,
      options,
      ordered.map(({ file }) => path.basename(file)),
    );
    return {
      places: rows.counts.places,
      names: rows.counts.names,
      left: Object.fromEntries(rows.counts.left),
      bytes,
    };
  } finally {
    exact.dispose();
    loose.dispose();
  }
}

function reasonFor({ left }: Counts): string {
  const reasons = [...left].map(([reason, count]) => `${count} lines: ${reason}`).join('; ');
  return `no place could be read from it (${reasons === '' ? 'it is empty' : reasons})`;
}

/** Written beside the output first: a reader never sees half a file. */
function writeGazetteer(builder: GazetteerBuilder, { output }: ImportOptions, sources: string[]): number {
  const half = `${output}.part`;
  const descriptor = openSync(half, 'w');
  let bytes = 0;
  try {
    builder.write(
      { sources, attribution: 'GeoNames (geonames.org), CC BY 4.0, and the tables named' },
      false,
      (piece) => {
        bytes += piece.length;
        writeSync(descriptor, piece);
      },
    );
  } finally {
    closeSync(descriptor);
  }
  renameSync(half, output);
  return bytes;
}
