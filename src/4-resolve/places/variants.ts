/** The same name spelled two ways in one article: "Al-Mayadeen", "Al-Maydeen". */
import { foldName } from './gazetteer/folding.ts';

/** A folded name without a leading article, spaces dropped. */
export function coreOf(name: string): string {
  return foldName(name)
    .replace(/^(?:al|el|ar|as|ash|ad|adh|at|ath|az|an|the) /, '')
    .replaceAll(' ', '');
}

/** Shorter names differ by a letter too easily ("Hama", "Homs"). */
const LEAST = 6;

/** Whether one letter more, less or other, or two letters changed about, makes one of the other. */
function oneEditApart(a: string, b: string): boolean {
  if (a === b) return false;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Whether two names of one article may be spellings of one: the first letter must agree. */
export function isVariant(one: string, other: string): boolean {
  const a = coreOf(one);
  const b = coreOf(other);
  if (a.length < LEAST || b.length < LEAST || a[0] !== b[0]) return false;
  return a === b || oneEditApart(a, b);
}
