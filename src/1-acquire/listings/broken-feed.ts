/** The whole items of a feed that does not parse, each as a feed of its own: cut out by where they begin and end. */

const MOST_ITEMS = 5_000;
const HEAD = 20_000;

export function* wholeItems(text: string): Iterable<string> {
  yield* text.trimStart().startsWith('{') ? jsonItems(text) : xmlItems(text);
}

function* xmlItems(text: string): Iterable<string> {
  const root = /<((?:[\w-]{1,20}:)?(?:rss|feed|RDF))\b/i.exec(text.slice(0, HEAD));
  const item = /<((?:[\w-]{1,20}:)?(?:item|entry))[\s>]/i.exec(text);
  if (!root || !item || item.index > HEAD) return;
  const head = text.slice(0, item.index);
  const [opening, closing] = [`<${item[1]}`, `</${item[1]}>`];
  // In RDF the items stand beside the channel, which then is closed already.
  const open = /<channel\b/i.test(head) && !/<\/channel\s*>/i.test(head) ? '</channel>' : '';
  const end = `${open}</${root[1]}>`;
  let count = 0;
  for (let at = item.index; at >= 0 && count < MOST_ITEMS; count++) {
    const stop = text.indexOf(closing, at);
    if (stop < 0) return;
    yield head + text.slice(at, stop + closing.length) + end;
    at = text.indexOf(opening, stop + closing.length);
  }
}

/** The objects of the array `items`, by counting braces outside of strings. */
function* jsonItems(text: string): Iterable<string> {
  const array = /"items"\s*:\s*\[/.exec(text);
  if (!array) return;
  let depth = 0;
  let begun = -1;
  let inString = false;
  let count = 0;
  for (let at = array.index + array[0].length; at < text.length && count < MOST_ITEMS; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' && depth++ === 0) begun = at;
    else if (char === ']' && depth === 0) return;
    else if (char === '}' && --depth === 0) {
      count++;
      yield `{"version":"https://jsonfeed.org/version/1.1","title":"","items":[${text.slice(begun, at + 1)}]}`;
    }
  }
}
