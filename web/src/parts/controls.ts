/** Characters that reorder or hide text: shown by name, so that nothing reads other than it is. */
const CONTROLS: Record<string, string> = {
  '\u061c': 'arabic letter mark',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'pop directional formatting',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
};

const CONTROL = /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;

export interface Piece {
  text: string;
  /** Name of the control character that the piece is. */
  control: string | null;
}

export function pieces(text: string): Piece[] {
  if (!CONTROL.test(text)) return [{ text, control: null }];
  return text
    .split(CONTROL)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, control: CONTROLS[part] ?? null }));
}
