/** `reportedly parse`: what the language engine says of a text, as CoNLL-U. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { toConllu } from '../../../3-read/language/conllu.ts';
import type { Mention } from '../../../3-read/language/parsed-text.ts';
import { meantMatches } from '../../../4-resolve/parties/find-parties.ts';
import { finerNames, typedNames } from '../../../4-resolve/typed-names.ts';
import { openKnownNames, openLanguage } from '../../../engine.ts';
import { ReportedlyError } from '../../../errors.ts';
import { write } from '../output.ts';

export function addParse(program: Command): void {
  program
    .command('parse')
    .argument('[file]', 'a text file, or - for standard input', '-')
    .option('--conllu', 'write CoNLL-U (the only form)', true)
    .option('--tokens', 'the input has ready words, parted by spaces, one sentence a line')
    .description('tag and parse a text: words, tags, lemmas, trees and names')
    .action(async (file: string, options: { tokens?: boolean }) => {
      const text = await readText(file);
      const known = openKnownNames();
      const { language } = openLanguage(known);
      const parsed = options.tokens
        ? language.parseWords(text.split('\n').map((line) => line.split(/[ \t\r]+/).filter(Boolean)))
        : language.parse(text);
      const matches = meantMatches(parsed.text, known.parties(parsed.text), parsed.names);
      const coarse = bySentence(finerNames(parsed, matches), parsed.sentences.length);
      const fine = bySentence(typedNames(parsed, matches), parsed.sentences.length);
      for (const { index } of parsed.sentences)
        write(toConllu(parsed, parsed.sentences[index]!, coarse[index]!, fine[index]!));
    });
}

function bySentence(names: readonly Mention[], sentences: number): Mention[][] {
  const lists: Mention[][] = Array.from({ length: sentences }, () => []);
  for (const name of names) lists[name.sentence]!.push(name);
  return lists;
}

async function readText(file: string): Promise<string> {
  if (file === '-') return Buffer.concat(await process.stdin.toArray()).toString('utf8');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ReportedlyError('input-not-found', { input: file }, { cause });
  }
}
