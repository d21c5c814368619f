/** Ready words to running text, as names are looked up in: hyphens, possessives and closing marks stand close. */
import type { WordSpan } from './tokens.ts';

const CLOSE_BEFORE = /^(?:[-–/,.;:!?)\]%]|['’]s|['’]|n['’]t|['’](?:re|ve|ll|d|m))$/i;
const CLOSE_AFTER = /^[-–/([$]$/;

export interface JoinedWords {
  text: string;
  words: WordSpan[];
}

/** Joins the words of one sentence; `offset` is where the text will begin. */
export function joinWords(forms: readonly string[], offset = 0): JoinedWords {
  let text = '';
  const words = forms.map((form, i) => {
    const before = forms[i - 1];
    if (before !== undefined && !CLOSE_BEFORE.test(form) && !CLOSE_AFTER.test(before)) text += ' ';
    const start = offset + text.length;
    text += form;
    return { start, end: start + form.length };
  });
  return { text, words };
}
