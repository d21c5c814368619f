/** Furniture rules by where they are tried. */
import type { FurnitureRule, RulePlace } from './furniture-rules.ts';

export interface FurnitureSets {
  /** All rules, in the order of the file. */
  all: readonly FurnitureRule[];
  /** For lines before the report starts. */
  head: readonly FurnitureRule[];
  /** For any line. */
  line: readonly FurnitureRule[];
  /** For whole lines and closing sentences at the end. */
  tail: readonly FurnitureRule[];
  /** For the heading of a closing list of links. */
  links: readonly FurnitureRule[];
  /** For the heading of a closing note on the author. */
  bio: readonly FurnitureRule[];
  /** For pieces of a line. */
  inline: readonly FurnitureRule[];
}

export function furnitureSets(rules: readonly FurnitureRule[]): FurnitureSets {
  const at = (...places: RulePlace[]): FurnitureRule[] =>
    places.flatMap((place) => rules.filter((rule) => rule.where === place));
  return {
    all: rules,
    head: at('head', 'line'),
    line: at('line'),
    tail: at('tail', 'line'),
    links: at('links'),
    bio: at('bio'),
    inline: at('inline'),
  };
}
