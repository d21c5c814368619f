/** What stands in a cell: lists parted by `|`, names with marks in braces, offices with years. */
import type { Row } from './tables.ts';
import type { Doubt, Office } from './types.ts';

/** `IS{case,word}`: a name and its marks. */
export interface MarkedName {
  text: string;
  doubts: Doubt[];
  exactCase: boolean;
}

const DOUBTS: readonly string[] = ['word', 'place', 'person', 'shared'] satisfies Doubt[];

/** The parts of a `|` list; an empty cell is an empty list. */
export function readList(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

/** The names of a cell with their marks; an unknown mark is reported and left out. */
export function readNames(cell: string, row: Row, problems: string[]): MarkedName[] {
  return readList(cell).map((part) => {
    if (!part.includes('{')) return { text: part, doubts: [], exactCase: false };
    const match = /^([^{}]*)\{([^{}]*)\}$/.exec(part);
    if (match === null) {
      problems.push(`${row.at} has braces out of place: ${part}`);
      return { text: part, doubts: [], exactCase: false };
    }
    const name: MarkedName = { text: match[1]!.trim(), doubts: [], exactCase: false };
    for (const mark of match[2]!.split(',')) {
      if (mark === 'case') name.exactCase = true;
      else if (DOUBTS.includes(mark)) name.doubts.push(mark as Doubt);
      else problems.push(`${row.at} has an unknown mark: {${mark}}`);
    }
    return name;
  });
}

const OFFICE = /^(.+?)(?: @([a-z0-9.-]+))?(?: (\d{4})?-(\d{4})?)?$/;

/** `Minister of Defence @russia 2012-2024`; an open year is left out: `2012-`. */
export function readOffices(cell: string): Office[] {
  return readList(cell).map((part) => {
    const [, title, of, from, to] = OFFICE.exec(part)!;
    return { title: title!, of: of ?? null, from: from ? Number(from) : null, to: to ? Number(to) : null };
  });
}
