/** The rules in order: where two claim the same cue, the first has it. */
import type { AttributionRule } from '../rule.ts';
import { accordingTo } from './according-to.ts';
import { saidBetween } from './between-commas.ts';
import { saidAside, saidClause, saidLead } from './clause.ts';
import { believedTo, declinedToSay, seemsTo, tellTo, toDo } from './infinitive.ts';
import { nounContent } from './noun.ts';
import { calledFor, reportedThing } from './object.ts';
import { saidQuote } from './quote.ts';
import { describedAs, quotedAs } from './quoted-as.ts';
import { saidOfRelative, saidRest } from './said-rest.ts';
import { tookStand } from './stand.ts';
import { putTollAt } from './toll.ts';
import { colon, isSure, reportedly } from './word.ts';

export const RULES: readonly AttributionRule[] = [
  saidQuote,
  quotedAs,
  tookStand,
  declinedToSay,
  believedTo,
  seemsTo,
  describedAs,
  tellTo,
  saidBetween,
  saidClause,
  saidAside,
  saidLead,
  accordingTo,
  toDo,
  putTollAt,
  calledFor,
  reportedThing,
  nounContent,
  saidOfRelative,
  saidRest,
  isSure,
  reportedly,
  colon,
];
