/** The address and time that programs write into pages they save: SingleFile, and browsers' "save page as". */

export interface SavedFrom {
  address: string;
  /** As written. */
  saved: string | null;
}

const LOOKED_AT = 6_000;

export function savedFrom(html: string): SavedFrom | null {
  const start = html.slice(0, LOOKED_AT);
  const single =
    /<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S{1,2000})\s*(?:saved date:\s*([^\n]{1,100}))?/i.exec(
      start,
    );
  if (single) return { address: single[1]!, saved: single[2]?.trim() ?? null };
  const browser = /<!--\s*saved from url=\(\d{4}\)(https?:\/\/[^\s>]{1,2000}?)\s*-->/i.exec(start);
  return browser ? { address: browser[1]!, saved: null } : null;
}
