/** The media type of a document that is only kept, for a person to make claims of: a scan, an image, a recording. */
import { ReportedlyError } from '../../errors.ts';
import { magicNumber } from './magic-numbers.ts';
import { mediaTypeOf } from './media-type.ts';

const TYPES: Readonly<Record<string, string>> = {
  'a PDF': 'application/pdf',
  'a PNG image': 'image/png',
  'a JPEG image': 'image/jpeg',
  'a GIF image': 'image/gif',
  'a TIFF image': 'image/tiff',
  'a WebP image': 'image/webp',
  'a WAV sound': 'audio/wav',
  'an MP3 sound': 'audio/mpeg',
  'an Ogg sound or film': 'application/ogg',
  'an MP4 film or HEIC image': 'video/mp4',
  'an RTF document': 'application/rtf',
};

/** As `mediaTypeOf`, and where that refuses, what the first bytes say. */
export function keptTypeOf(bytes: Uint8Array, name: string, declared: string | null): string {
  try {
    return mediaTypeOf(bytes, name, declared);
  } catch (error) {
    if (!(error instanceof ReportedlyError)) throw error;
    return TYPES[magicNumber(bytes) ?? ''] ?? 'application/octet-stream';
  }
}
