/** The package on disk: its folder, its version, the texts that come with it. Imports nothing, so that it costs nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The package's folder: models/ and dictionaries/ stand beside src/ and dist/. */
export const PACKAGE = path.resolve(import.meta.dirname, '..');

export const PACKAGE_VERSION = (
  JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
).version;

/** The text of a file that comes with the package, by its path there. */
export const readPackageFile = (name: string): string => readFileSync(path.join(PACKAGE, name), 'utf8');
