/**
 * Names for incidents that people can say: a project code and six characters. Each happening has such a name, made of its
 * document and the words that tell it; an incident goes by the name of its earliest. So a name once given leads to the
 * incident as long as that claim is there, whatever is joined to it or read anew.
 */
import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const DEFAULT_PROJECT = 'R';
const NAME = /^([A-Z][A-Z0-9]{0,7})-([0-9A-HJKMNP-TV-Z]{6})$/;

/**
 * The six characters of a happening.
 * @param trigger where its first word of what happened stands
 * @param round how many of its names others have
 */
export function shortName(document: string, trigger: number, round = 0): string {
  const again = round === 0 ? '' : `\n${round}`;
  const hash = createHash('sha256').update(`${document}\n${trigger}${again}`).digest();
  let value = hash.readUIntBE(0, 4);
  let name = '';
  for (let i = 0; i < 6; i++) {
    name += DIGITS[value % 32];
    value = Math.floor(value / 32);
  }
  return name;
}

/** The six characters of an incident's name as a person typed it; null where it is no such name. */
export function parseName(text: string): string | null {
  return NAME.exec(text.trim().toUpperCase())?.[2] ?? null;
}
