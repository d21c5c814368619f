/** Persons by their last names alone, once a text has named them in full. */
import type { NameMention, ParsedText } from '../../3-read/language/parsed-text.ts';

/** The last name alone of a person named in full is that person, whatever body it looked like. */
export function byLastNames(parsed: ParsedText, names: readonly NameMention[]): NameMention[] {
  const last = new Set(
    names.flatMap(({ type, text }) =>
      type === 'person' && /\s/.test(text) ? [text.slice(text.lastIndexOf(' ') + 1)] : [],
    ),
  );
  const typed = names.map((name) =>
    name.type === 'organisation' && last.has(name.text) ? { ...name, type: 'person' as const } : name,
  );
  return [...typed, ...lastNamesAlone(parsed, last, typed)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

const LAST_NAME_MIN = 4;

/** Last names that the engine passed over: a word tagged as a name, and as somebody named in full is called. */
function lastNamesAlone(
  parsed: ParsedText,
  last: ReadonlySet<string>,
  names: readonly NameMention[],
): NameMention[] {
  const taken = [...names].sort((a, b) => a.start - b.start);
  let at = 0;
  const out: NameMention[] = [];
  for (const { tokens, index } of parsed.sentences)
    for (const [i, { form, upos, start, end }] of tokens.entries()) {
      if (upos !== 'PROPN' || form.length < LAST_NAME_MIN || !last.has(form)) continue;
      while (at < taken.length && taken[at]!.end <= start) at++;
      if (at < taken.length && taken[at]!.start < end) continue;
      const beside = [tokens[i - 1], tokens[i + 1]].some((t) => t?.upos === 'PROPN' || t?.form === '-');
      if (beside) continue;
      out.push({
        start,
        end,
        text: form,
        type: 'person',
        confidence: 1,
        sentence: index,
        firstToken: i,
        lastToken: i,
      });
    }
  return out;
}
