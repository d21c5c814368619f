/** The language engine against treebanks and names (`npm run bench -- language`): gold words, and raw text. */
import { meantMatches } from '../src/4-resolve/parties/find-parties.ts';
import { finerNames } from '../src/4-resolve/typed-names.ts';
import { openKnownNames, openLanguage } from '../src/engine.ts';
import { developmentTreebanks, unerNames } from '../train/corpora/sources.ts';
import { nameFigures, treeFigures } from '../train/evaluate.ts';
import { rawFigures } from '../train/evaluate-raw.ts';
import type { Figures } from './figures.ts';

export function run(): Figures {
  const known = openKnownNames();
  const { language } = openLanguage(known);
  const { ewt, gum } = developmentTreebanks();
  const tree = treeFigures(language, ewt);
  const raw = rawFigures(language, ewt);
  const names = nameFigures(language, [...unerNames('dev').values()], (parsed) =>
    finerNames(parsed, meantMatches(parsed.text, known.parties(parsed.text), parsed.names)),
  );
  console.log('percent           words  UPOS   XPOS   lemma  UAS    LAS');
  const row = (name: string, f: typeof tree) =>
    console.log(
      `${name.padEnd(16)} ${String(f.words).padStart(6)}  ${[f.upos, f.xpos, f.lemma, f.uas, f.las].map((x) => x.toFixed(2)).join('  ')}`,
    );
  row('EWT dev', tree);
  row('GUM dev', treeFigures(language, gum));
  const genreOf = (doc: string) => doc.split('_')[1] ?? doc;
  for (const genre of [...new Set(gum.map(({ doc }) => genreOf(doc)))].sort())
    row(
      `  ${genre}`,
      treeFigures(
        language,
        gum.filter(({ doc }) => genreOf(doc) === genre),
      ),
    );
  console.log(
    `\nEWT dev from raw text, F1: words ${raw.words}, sentences ${raw.sentences}, UPOS ${raw.upos}, UAS ${raw.uas}, LAS ${raw.las}`,
  );
  console.log(`UNER EWT dev names: P ${names.precision} R ${names.recall} F1 ${names.f1}`);
  return {
    'EWT dev UPOS': tree.upos,
    'EWT dev UAS': tree.uas,
    'EWT dev LAS': tree.las,
    'EWT dev lemma': tree.lemma,
    'EWT dev raw words F1': raw.words,
    'EWT dev raw sentences F1': raw.sentences,
    'EWT dev raw LAS': raw.las,
    'UNER dev F1': names.f1,
  };
}
