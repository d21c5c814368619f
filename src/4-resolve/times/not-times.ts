/** What looks like a time and is none: "March on the capital", "may", "The Sun", "1,990 people". */
import type { Groups } from './values/context.ts';

const CAPITAL = /^\p{Lu}/u;
/** Words before a month that show it to be one. */
const MONTH_BEFORE =
  /(?:^|[^\p{L}])(?:in|since|by|until|till|of|from|to|last|next|this|early|late|mid|during|through|before|after|for|and|or|between|each|every|past|previous|following|around|on|until|the|as) $|[-–]$/iu;
/** What follows a number that is a count, not a year. */
const COUNTED =
  /^(?:,\d|\.\d| ?%| (?:people|troops|soldiers|fighters|militants|civilians|men|women|children|refugees|families|dead|deaths|killed|wounded|homes|houses|shares|points|miles|km|kilomet|meters|metres|feet|tons|tonnes|dollars|euros|pounds|workers|employees|jobs|members|students|prisoners|bodies|cases|votes|seats|units|of the|or more|to \d{1,3}[ ,]))/iu;

/** Why a match of a rule is no time, or null when it is one. */
export function notATime(
  rule: string,
  groups: Groups,
  text: string,
  start: number,
  end: number,
): string | null {
  const matched = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  for (const name of ['m', 'wd', 'wds', 'h'] as const) {
    const word = groups[name];
    if (word !== undefined && /\p{L}/u.test(word) && !CAPITAL.test(word)) return 'a common word';
  }
  if (rule === 'month-bare') {
    const bare = groups.m ?? '';
    if (bare.length <= 5 && !bare.endsWith('.') && !/^(?:March|April|May|June|July)$/i.test(bare))
      return 'an abbreviation alone';
    const risky = /^(?:may|march|april|june|august|jan\.?|mar\.?)$/i.test(bare);
    if (risky && groups.mod === undefined && !MONTH_BEFORE.test(before)) return 'a name or verb';
    if (risky && /^ \p{Lu}\p{Ll}/u.test(after) && !MONTH_BEFORE.test(before)) return 'part of a name';
  }
  if (
    rule === 'weekday' &&
    /^(?:mon|tue|wed|thu|fri|sat|sun|tues|thur|thurs)\.$/i.test(groups.wd ?? '') &&
    /the $/i.test(before)
  )
    return 'a newspaper';
  if (rule === 'year-bare' && groups.mod === undefined) {
    if (COUNTED.test(after) || /[\d,.:/-]$/.test(before.replace(/\p{L}-$/u, '')) || /^[-/:]\d/.test(after))
      return 'a number';
    if (
      /(?:No\.?|number|Boeing|flight|room|route|highway|page|version|resolution|units?|posts?|F-|\$|only|than|about|nearly|some|over|least|another|killed|wounded|injured) $/i.test(
        before,
      )
    )
      return 'a number';
  }
  if (rule === 'n-units' && /^(?:a|an|one|half an?|the) second$/i.test(matched)) return 'an ordinal';
  if (rule === 'n-units' && /second$/i.test(groups.u ?? '') && !/\d$/.test(groups.n ?? ''))
    return 'an ordinal';
  // A quarter of the food, the 1988 quarter.
  if (
    rule === 'n-units' &&
    /^quarter/i.test(groups.u ?? '') &&
    (/^(?:a|one|three)$/i.test(groups.n ?? '') || Number(groups.n) > 20)
  )
    return 'a fraction';
  if (rule === 'reference' && /^soon$/i.test(matched) && /^ (?:after|before)/i.test(after))
    return 'part of a phrase';
  if (rule === 'reference' && /^soon$/i.test(matched) && /(?:as|too) $/i.test(before))
    return 'part of a phrase';
  if (
    rule === 'plain-units' &&
    !/(?:^|[^\p{L}])(?:for|in|within|over|after|took|take|last|lasted|spent|spend|of) $/iu.test(before)
  )
    return 'no length of time';
  if (rule === 'every-unit' && groups.n === undefined && /^s$/i.test((groups.u ?? '').slice(-1)))
    return 'no repeated time';
  return null;
}
