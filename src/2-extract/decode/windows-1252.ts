/**
 * Windows-1252 as the Encoding Standard defines it (https://encoding.spec.whatwg.org/index-windows-1252.txt). Kept
 * here because Node's TextDecoder takes it for Latin-1 in some versions, and a Reading must not turn on that.
 */
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The character one byte stands for. */
export function windows1252Character(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80]! : String.fromCharCode(byte);
}

export function decodeWindows1252(bytes: Uint8Array): string {
  // Latin-1 in one go, then the 32 characters in which the two differ.
  const latin1 = decodeLatin1(bytes);
  return latin1.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80]!);
}

function decodeLatin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
}
