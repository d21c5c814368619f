/** The formats that hold many documents; the first that takes a source gets it. */
import type { Unpacker } from './unpacker.ts';

export const UNPACKERS: readonly Unpacker[] = [];
