/** A cell's value as a person types it: a number, true, false or null where it is one; else the text. */
export function cellValue(typed: string): string | number | boolean | null {
  return /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(typed) ? JSON.parse(typed) : typed;
}
