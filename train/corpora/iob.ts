/** Reads name corpora of one word a line: UNER's IOB2, wikigold (IO with types), WNUT-17. */
import { readFileSync } from 'node:fs';

export interface NamedSentence {
  forms: string[];
  /** B-X, I-X or O. */
  labels: string[];
  id: string;
}

/** `form` and `label` say in which column each stands. */
export function readIob(path: string, form: number, label: number): NamedSentence[] {
  const sentences: NamedSentence[] = [];
  let s: NamedSentence = { forms: [], labels: [], id: '' };
  for (const line of [...readFileSync(path, 'utf8').split('\n'), '']) {
    if (line.startsWith('# sent_id = ')) s.id = line.slice(12).trim();
    if (line.startsWith('# ') && line.includes(' = ')) continue;
    if (!line.trim()) {
      if (s.forms.length) sentences.push(s);
      s = { forms: [], labels: [], id: '' };
      continue;
    }
    const f = line.split(/[\t ]+/);
    s.forms.push(f[form]!);
    s.labels.push(f[label]!.trim());
  }
  return sentences;
}

/** Makes IO labels (wikigold) into IOB2: a type begins where the one before differs. */
export function toIob2(labels: string[]): string[] {
  return labels.map((label, i) => {
    if (label === 'O') return label;
    const type = label.slice(2);
    const previous = labels[i - 1] ?? 'O';
    if (label.startsWith('B-')) return label;
    return previous === 'O' || previous.slice(2) !== type ? `B-${type}` : `I-${type}`;
  });
}
