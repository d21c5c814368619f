/** What parsers of plain English get wrong in reports, before anything is asked of a tree. */
import type { Sentence } from '../language/parsed-text.ts';
import { mendAccusations } from './mend-accusations.ts';
import { mendClauseSubjects } from './mend-clause-subjects.ts';
import { mendFronts } from './mend-fronts.ts';
import { mendMainVerb } from './mend-main-verb.ts';
import { mendMore } from './mend-more.ts';
import { mendParticiples } from './mend-participles.ts';
import { mendParticles } from './mend-particles.ts';
import { mendPassives } from './mend-passives.ts';
import { mendSubjects } from './mend-subjects.ts';
import { mendTitles } from './mend-titles.ts';
import { mendWeaponNames } from './mend-weapon-names.ts';

/** The mends of plain syntax, in order. */
const MENDS = [
  mendWeaponNames,
  mendParticles,
  mendParticiples,
  mendPassives,
  mendMainVerb,
  mendTitles,
  mendFronts,
  mendSubjects,
  mendMore,
  mendClauseSubjects,
  mendAccusations,
];

export const mendSyntax = (sentence: Sentence): Sentence =>
  MENDS.reduce((done, mend) => mend(done), sentence);
