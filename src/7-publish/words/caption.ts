/** What goes with everything shown or shared. */
export function caption({ claims, reviewed }: { claims: number; reviewed: number }, asOf: string): string {
  return `Claims as reported, ${reviewed} of ${claims} reviewed by a person, as of ${asOf.slice(0, 10)}`;
}
