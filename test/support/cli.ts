/** Runs the command line inside the test's process, as `reportedly …` would, and gives back what it printed. */
import { divertOutput } from '../../src/7-publish/cli/output.ts';
import { runCommandLine } from '../../src/7-publish/cli/program.ts';

export interface Ran {
  status: number;
  /** Standard output. */
  data: string;
  /** Standard error. */
  said: string;
  lines: string[];
}

export async function cli(...args: string[]): Promise<Ran> {
  let data = '';
  let said = '';
  divertOutput({ data: (text) => (data += text), line: (text) => (said += `${text}\n`) });
  try {
    const status = await runCommandLine(args);
    return { status, data, said, lines: data.split('\n').filter(Boolean) };
  } finally {
    divertOutput();
    process.exitCode = 0;
  }
}
