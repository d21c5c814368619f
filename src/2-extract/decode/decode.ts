/**
 * Bytes to text. A byte order mark wins, then what the text itself proves (valid UTF-8 with sequences in it), then what
 * was declared, then windows-1252. Whatever was not plain UTF-8 is said in a note.
 */
import { utf16Shape } from '../../1-acquire/formats/utf16-shape.ts';
import { decodeMixed, decodeUtf8Strictly, utf8Shape } from './utf8.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export interface Decoded {
  text: string;
  /** WHATWG name of the encoding, or `utf-8+windows-1252` for mixed text. */
  charset: string;
  /** What decoding did that a reader should know of. */
  remarks: string[];
}

const BYTE_ORDER_MARKS: [label: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * @param declared the charset that transport or file declares, if any; a wrong one is noted and not believed
 * @param options.keepByteOrderMark for text that was given as text: nothing of it may be lost
 */
export function decode(
  bytes: Uint8Array,
  declared: string | null,
  options: { keepByteOrderMark?: boolean } = {},
): Decoded {
  if (options.keepByteOrderMark) {
    const text = decodeUtf8Strictly(bytes);
    if (text !== null) return { text, charset: 'utf-8', remarks: [] };
  }
  for (const [label, mark] of BYTE_ORDER_MARKS) {
    if (!mark.every((byte, at) => bytes[at] === byte)) continue;
    const body = bytes.subarray(mark.length);
    const decoded = label === 'utf-8' ? decodeUndeclared(body) : decodeAs(body, label);
    decoded.remarks.unshift(`a byte order mark (${label}) was taken off`);
    return decoded;
  }
  const wide = utf16Shape(bytes);
  if (wide) return decodeAs(bytes, wide, `no charset was declared; read as ${wide} by its zero bytes`);
  const utf8 = decodeUtf8Strictly(bytes);
  const label = knownLabel(declared);
  if (utf8 !== null && (utf8.length !== bytes.length || !label || isAsciiSuperset(label))) {
    const mislabelled = utf8.length !== bytes.length && label && label !== 'utf-8';
    return {
      text: utf8,
      charset: 'utf-8',
      remarks: mislabelled ? [`declared as ${label}, but it is valid UTF-8 and was read as that`] : [],
    };
  }
  if (label && label !== 'utf-8' && label !== 'windows-1252') return decodeAs(bytes, label);
  const decoded = decodeUndeclared(bytes);
  if (label === 'utf-8') decoded.remarks.unshift('declared as utf-8, but it is not valid UTF-8');
  else if (declared && !label)
    decoded.remarks.unshift(`the declared charset ${shown(declared)} is not known`);
  return decoded;
}

function decodeUndeclared(bytes: Uint8Array): Decoded {
  const utf8 = decodeUtf8Strictly(bytes);
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', remarks: [] };
  const shape = utf8Shape(bytes);
  if (shape.sequences > 0 && shape.onlyCutAtEnd) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { text, charset: 'utf-8', remarks: ['the last character was cut off in the file'] };
  }
  if (shape.sequences > 0 && shape.sequences >= shape.strayBytes) {
    const bytesRead = shape.strayBytes === 1 ? '1 byte' : `${shape.strayBytes} bytes`;
    return {
      text: decodeMixed(bytes),
      charset: 'utf-8+windows-1252',
      remarks: [`UTF-8 with ${bytesRead} that are not; those were read as windows-1252`],
    };
  }
  return {
    text: decodeWindows1252(bytes),
    charset: 'windows-1252',
    remarks: ['not valid UTF-8; read as windows-1252'],
  };
}

function decodeAs(bytes: Uint8Array, label: string, remark = ''): Decoded {
  const text =
    label === 'windows-1252'
      ? decodeWindows1252(bytes)
      : new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const remarks = [remark || `read as ${label}`];
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost > 0) remarks.push(`${lost} ${lost === 1 ? 'character' : 'characters'} could not be decoded`);
  return { text, charset: label, remarks };
}

/** The WHATWG name of a label, or null where it is not known or names an encoding that is not safe to decode. */
function knownLabel(declared: string | null): string | null {
  if (!declared) return null;
  try {
    const name = new TextDecoder(declared.trim()).encoding;
    // Latin-1 and ASCII mean windows-1252 on the web (Encoding Standard, names and labels).
    return name === 'iso-8859-1' || name === 'latin1' ? 'windows-1252' : name;
  } catch {
    return null;
  }
}

/** Whether pure ASCII bytes mean the same in it, so that ASCII text needs no remark. */
function isAsciiSuperset(label: string): boolean {
  return !/^(utf-16|iso-2022|utf-7)/.test(label);
}

function shown(label: string): string {
  return JSON.stringify(label.slice(0, 40));
}
