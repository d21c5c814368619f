/** What a damaged PDF lets go astray ends no process; what is not of PDF.js still does. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const MODULE = path.join(import.meta.dirname, 'stray-errors.ts');

/** Exit status and output of a process that has opened a PDF and in which a promise is rejected that nobody waits for. */
function outlived(reason: string): boolean {
  const code = `import { outliveStrayErrors } from ${JSON.stringify(MODULE)};
    outliveStrayErrors(); outliveStrayErrors();
    Promise.reject(${reason});
    setTimeout(() => console.log('still here'), 50);`;
  try {
    const told = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return told.includes('still here');
  } catch {
    return false;
  }
}

describe('promises that nobody waits for', () => {
  it('of PDF.js are let go', () =>
    expect(outlived("Object.assign(Object.create(new Error()), { name: 'FormatError' })")).toBe(true));
  it('of anything else end the process, as ever', () => {
    expect(outlived("new TypeError('ours')")).toBe(false);
    expect(outlived("'words'")).toBe(false);
  });
});
