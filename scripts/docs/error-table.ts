/** docs/errors.md, made of the catalogue. */
import { ERRORS } from '../../src/errors.ts';

export function errorTable(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { message, hint, exit }]) => `| \`${code}\` | ${cell(message)} | ${cell(hint)} | ${exit} |`,
  );
  return [
    '# Errors',
    '',
    '<!-- Made by npm run docs from src/errors.ts; changes here are lost. -->',
    '',
    'Every error has a code that stays the same. The command line prints it in brackets after the message, the API and batch lines',
    'give it as `code`. `{…}` is filled with what the error is about. *Exit* is the status of the command line.',
    '',
    '| code | what happened | what to do | exit |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
