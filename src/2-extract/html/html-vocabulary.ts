/** The element and attribute names that bounding and serialising HTML turn on (HTML Living Standard, section 4 and 13.1.2). */

export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose text is no HTML: the tokenizer does not look for tags in them. */
export const RAW_TEXT_ELEMENTS: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style textarea xmp'.split(' '),
);

/** Elements left out with everything in them: no words of a report stand there. */
export const SKIPPED_ELEMENTS: ReadonlySet<string> = new Set([
  ...RAW_TEXT_ELEMENTS,
  ...'applet audio canvas datalist frameset math noscript object select svg template video'.split(' '),
]);

/** Elements left out that hold nothing. */
export const SKIPPED_VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base basefont col embed frame input param source track'.split(' '),
);

/** An opening tag of the key closes an element of the set that stands on top of the stack. */
export const IMPLIED_CLOSES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const closes = new Map<string, ReadonlySet<string>>();
  const add = (opening: string, closed: string): void => {
    for (const name of opening.split(' ')) closes.set(name, new Set(closed.split(' ')));
  };
  add(
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form ' +
      'header hr main menu nav ol p pre section table ul',
    'p',
  );
  add('h1 h2 h3 h4 h5 h6', 'p h1 h2 h3 h4 h5 h6');
  add('li', 'li p');
  add('dd dt', 'dd dt p');
  add('tr', 'tr td th p');
  add('td th', 'td th p');
  add('tbody thead tfoot', 'tbody thead tfoot tr td th p');
  add('option', 'option');
  add('optgroup', 'option optgroup');
  add('a', 'a');
  return closes;
})();

/** Elements that stand in a page's head, wherever they were written. */
export const HEAD_ELEMENTS: ReadonlySet<string> = new Set(['link', 'meta', 'script', 'title']);

/** Elements that part their text from what stands around them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Attributes kept: all that metadata, Readability and our pruning look at. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'aria-hidden aria-modal charset class content datetime hidden href id itemprop itemscope itemtype lang name ' +
    'property pubdate rel role title type'
  ).split(' '),
);
