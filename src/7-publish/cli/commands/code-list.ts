/** `reportedly code-list`: a project's own fields and the codes they take, from CSV. */
import type { Command } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { clean } from '../claims-table.ts';
import { type AsOf, addAsOf, addWho, plural, readOptions, type Who, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { readTable } from '../read-table.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

export function addCodeList(program: Command): void {
  const codeList = program.command('code-list').description("a project's own fields and the codes they take");
  const list = codeList
    .command('list')
    .option('--json', 'print a line of JSON each')
    .description('show the lists in force');
  addAsOf(list).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<LedgerChoice & AsOf & { json?: boolean }>();
    await withLedger(options, (ledger) => show(ledger, options), { mustExist: true });
  });
  const set = codeList
    .command('set')
    .argument('<name>', 'name of the field; a later list of the same name takes the place of the earlier')
    .argument('[file]', 'CSV with the columns code and label; without a file the field takes any text')
    .description(
      'set a field and its codes; a cell of it is coded with reportedly decide code INCIDENT own NAME',
    );
  addWho(set).action(async (name: string, file: string | undefined, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<LedgerChoice & Who>();
    const codes = file ? codesOf(file) : [];
    await withLedger(options, async (ledger) => {
      const said = await ledger.setCodeList({ ...whoOf(options), name, codes });
      write(`${said.seq}\n`);
      say(`${name}: ${codes.length > 0 ? plural(codes.length, 'code') : 'any text'}.`);
    });
  });
}

function codesOf(file: string): { code: string; label: string }[] {
  return readTable(file, ['code', 'label']).map((row) => ({ code: row.code!, label: row.label! }));
}

async function show(ledger: Ledger, options: AsOf & { json?: boolean }): Promise<void> {
  for (const entry of await ledger.codeLists(readOptions(options))) {
    if (options.json) {
      write(`${JSON.stringify(entry)}\n`);
      continue;
    }
    write(`${clean(entry.name)}  (${clean(entry.who)}, ${entry.at})\n`);
    for (const { code, label } of entry.codes) write(`  ${clean(code).padEnd(12)} ${clean(label)}\n`);
  }
}
