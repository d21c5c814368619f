/** Words of the calendar and of stretches of time: they hang where a party or a thing would stand, and are neither. */

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const SHORT_MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/;
const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|tomorrow)$/i;
const DOTTED = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.$/;
const STRETCH =
  /^(?:minute|hour|day|week|weekend|month|year|night|morning|afternoon|evening|time|moment|ago)s?$/i;

/** "January", "Oct", "Oct.": beside a number. */
export const isMonth = (form: string): boolean => MONTH.test(form) || SHORT_MONTH.test(form);

/** "Friday", "yesterday", "July", "Oct.": says when by itself. "Jan" and "Sun" are names too. */
export const isCalendarWord = (form: string): boolean =>
  MONTH.test(form) || DAY.test(form) || DOTTED.test(form);

/** "Friday", "week", "morning", "ago": when, or how long. */
export const isTimeNoun = (form: string): boolean => isCalendarWord(form) || STRETCH.test(form);
