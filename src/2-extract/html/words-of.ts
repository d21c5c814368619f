/** The words of a short piece of HTML: entities decoded, tags left out. Metadata is often escaped once too often. */
import { Tokenizer } from 'htmlparser2';

export function wordsOf(html: string): string {
  if (!/[&<]/.test(html)) return html;
  const words: string[] = [];
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => words.push(html.slice(start, end)),
      ontextentity: (codepoint) => words.push(String.fromCodePoint(codepoint)),
      onattribdata: ignore,
      onattribend: ignore,
      onattribentity: ignore,
      onattribname: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return words.join('');
}
