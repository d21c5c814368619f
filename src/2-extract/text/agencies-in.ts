/** A credit may name several agencies: "AFP/Reuters", "AP, dpa and Reuters". */
import type { Span } from '../../records/index.ts';

export interface Named {
  span: Span;
  text: string;
}

export function agenciesIn({ span, text }: Named): Named[] {
  // RFE/RL is one agency; any other slash stands between two.
  const parts = text.split(/(?<!RFE)\s*\/\s*|,? and (?:the )?|, (?:the )?/);
  let from = 0;
  return parts.map((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return { text: part, span: [span[0] + at, span[0] + from] };
  });
}
