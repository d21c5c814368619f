/** `reportedly parse`: what the language engine says of a text, as CoNLL-U. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { toConllu } from '../../../3-read/language/conllu.ts';
import { openLanguage } from '../../../engine.ts';
import { ReportedlyError } from '../../../errors.ts';
import { write } from '../output.ts';

export function addParse(program: Command): void {
  program
    .command('parse')
    .argument('[file]', 'a text file, or - for standard input', '-')
    .option('--conllu', 'write CoNLL-U (the only form)', true)
    .option('--tokens', 'the input has ready words, parted by spaces, one sentence a line')
    .description('tag and parse a text: words, tags, lemmas, trees and names')
    .action((file: string, options: { tokens?: boolean }) => {
      const text = readText(file);
      const { language } = openLanguage();
      const parsed = options.tokens
        ? language.parseWords(text.split('\n').map((line) => line.split(/\s+/).filter(Boolean)))
        : language.parse(text);
      const names = parsed.sentences.map((): typeof parsed.names => []);
      for (const name of parsed.names) names[name.sentence]!.push(name);
      for (const sentence of parsed.sentences) write(toConllu(parsed, sentence, names[sentence.index]!));
    });
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new ReportedlyError('input-not-found', { input: file }, { cause });
  }
}
