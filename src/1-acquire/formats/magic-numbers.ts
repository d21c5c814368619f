/** First bytes of formats that are no text. */

export interface MagicNumber {
  /** What a person calls it, with its article. */
  name: string;
  at: number;
  bytes: readonly number[];
  /** Of what is taken in: a PDF, whose text is read, and pictures, sounds and films, which are kept as evidence, unread. */
  mediaType?: string;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

export const MAGIC_NUMBERS: readonly MagicNumber[] = [
  { name: 'a PDF', at: 0, bytes: ascii('%PDF-'), mediaType: 'application/pdf' },
  { name: 'a PostScript file', at: 0, bytes: ascii('%!PS') },
  { name: 'a ZIP archive, or a document packed as one', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an empty ZIP archive', at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'a gzip archive', at: 0, bytes: [0x1f, 0x8b] },
  { name: 'a bzip2 archive', at: 0, bytes: ascii('BZh') },
  { name: 'an xz archive', at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: 'a Zstandard archive', at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'a 7-Zip archive', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'a RAR archive', at: 0, bytes: ascii('Rar!') },
  { name: 'a tar archive', at: 257, bytes: ascii('ustar') },
  { name: 'an old Office document', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'an RTF document', at: 0, bytes: ascii('{\\rtf') },
  { name: 'a PNG image', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { name: 'a JPEG image', at: 0, bytes: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { name: 'a GIF image', at: 0, bytes: ascii('GIF8'), mediaType: 'image/gif' },
  { name: 'a TIFF image', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00], mediaType: 'image/tiff' },
  { name: 'a TIFF image', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a], mediaType: 'image/tiff' },
  { name: 'a WebP image', at: 8, bytes: ascii('WEBP'), mediaType: 'image/webp' },
  { name: 'a WAV sound', at: 8, bytes: ascii('WAVE'), mediaType: 'audio/wav' },
  { name: 'an MP3 sound', at: 0, bytes: ascii('ID3'), mediaType: 'audio/mpeg' },
  { name: 'an Ogg sound or film', at: 0, bytes: ascii('OggS'), mediaType: 'application/ogg' },
  { name: 'an MP4 film or HEIC image', at: 4, bytes: ascii('ftyp'), mediaType: 'video/mp4' },
  { name: 'a Matroska or WebM film', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3], mediaType: 'video/webm' },
  { name: 'an SQLite database', at: 0, bytes: ascii('SQLite format 3') },
  { name: 'a program', at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { name: 'a WebAssembly program', at: 0, bytes: [0x00, 0x61, 0x73, 0x6d] },
  { name: 'a web archive (WARC)', at: 0, bytes: ascii('WARC/') },
];

/** @returns the format the bytes begin as, or null */
export function magicNumber(bytes: Uint8Array): MagicNumber | null {
  return (
    MAGIC_NUMBERS.find(({ at, bytes: magic }) =>
      magic.every((byte, offset) => bytes[at + offset] === byte),
    ) ?? null
  );
}
