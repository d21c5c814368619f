/** docs/cli.md, made of the commands themselves. */
import type { Argument, Command, Option } from 'commander';
import { makeProgram } from '../../src/7-publish/cli/program.ts';

export async function commandReference(): Promise<string> {
  const program = await makeProgram();
  const commands = program.commands.filter((command) => command.name() !== 'help');
  return [
    '# Command line',
    '',
    '<!-- Made by npm run docs from src/7-publish/cli/commands; changes here are lost. -->',
    '',
    `${program.description()}`,
    '',
    'Data goes to standard output, what is said to people to standard error. Exit status: 0 all done, 1 some inputs failed or a',
    'check did not hold, 2 wrong usage, 3 ledger or engine unusable. [errors.md](errors.md) lists the coded errors.',
    '',
    ...options(program),
    ...commands.map(
      (command) => `- [${command.name()}](#reportedly-${command.name()}): ${command.description()}`,
    ),
    '',
    ...commands.flatMap((command) => section(command, '##')),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function section(command: Command, level: string): string[] {
  const subcommands = command.commands.filter((one) => one.name() !== 'help');
  return [
    `${level} ${nameOf(command)}`,
    '',
    sentence(command.description()),
    '',
    ...(subcommands.length > 0 ? [] : usage(command)),
    ...args(command.registeredArguments),
    ...options(command),
    ...subcommands.flatMap((one) => section(one, `${level}#`)),
  ];
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

const usage = (command: Command) => ['```', `${nameOf(command)} ${command.usage()}`.trim(), '```', ''];

function args(list: readonly Argument[]): string[] {
  const told = list.filter(({ description, argChoices }) => description || argChoices);
  if (told.length === 0) return [];
  return [
    '| argument | what |',
    '|---|---|',
    ...told.map((one) => `| \`${one.name()}\` | ${cell(one.description, one.argChoices)} |`),
    '',
  ];
}

function options(command: Command): string[] {
  const list = command.options.filter(({ hidden }) => !hidden);
  if (list.length === 0) return [];
  return ['| option | what |', '|---|---|', ...list.map(optionRow), ''];
}

function optionRow({ flags, description, argChoices, defaultValue }: Option): string {
  const usual =
    defaultValue === undefined || defaultValue === true || defaultValue === ''
      ? ''
      : `default ${defaultValue}`;
  return `| \`${flags.replaceAll('|', '\\|')}\` | ${[cell(description, argChoices), usual].filter(Boolean).join('; ')} |`;
}

function cell(description: string, choices: readonly string[] | undefined): string {
  const all = choices ? `one of ${choices.join(', ')}` : '';
  return [description, all].filter(Boolean).join('; ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

const sentence = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}.`;
