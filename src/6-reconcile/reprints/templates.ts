/**
 * What an outlet prints with every story is no copy of a report. A shingle that stands in at least so many different
 * stories of one outlet is the outlet's template; versions of one story have the same mark (their smallest hash, as a
 * rule) and count once.
 */
import { join } from '../words/hash.ts';

export const TEMPLATE_STORIES = 5;

export class Templates {
  /** Shingle and outlet to the marks of the stories it was seen in (one alone, or several); null once it is a template. */
  readonly #stories = new Map<number, number | number[] | null>();

  /** Counts a shingle of a story. @returns whether it became a template by it */
  add(shingle: number, outlet: number, story: number): boolean {
    const key = join(shingle, outlet);
    const stories = this.#stories.get(key);
    if (stories === null || stories === story) return false;
    if (stories === undefined) this.#stories.set(key, story);
    else if (typeof stories === 'number') this.#stories.set(key, [stories, story]);
    else if (!stories.includes(story)) {
      stories.push(story);
      if (stories.length >= TEMPLATE_STORIES) this.#stories.set(key, null);
    }
    return stories !== undefined && this.#stories.get(key) === null;
  }

  has(shingle: number, outlet: number): boolean {
    return this.#stories.get(join(shingle, outlet)) === null;
  }
}
