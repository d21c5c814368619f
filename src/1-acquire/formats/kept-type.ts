/** The media type of a document that a person asked to keep whatever it is, or that an archive or a mail holds. */
import { ReportedlyError } from '../../errors.ts';
import { mediaTypeOf } from './media-type.ts';

/** As `mediaTypeOf`; what that refuses is kept as bytes that nobody reads. */
export function keptTypeOf(bytes: Uint8Array, name: string, declared: string | null): string {
  try {
    return mediaTypeOf(bytes, name, declared);
  } catch (error) {
    if (!(error instanceof ReportedlyError)) throw error;
    return 'application/octet-stream';
  }
}
