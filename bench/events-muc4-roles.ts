/** MUC-4's templates out of a Reading: what it counts as a terrorist incident, and who fills its five roles. */
import type { EventWords } from '../src/3-read/events/words.ts';
import type { ClaimEvent, EventType, Reading, Role, Span } from '../src/records/index.ts';

export interface Template {
  incident_type: string;
  PerpInd: string[][];
  PerpOrg: string[][];
  Target: string[][];
  Victim: string[][];
  Weapon: string[][];
}

const INCIDENTS: Partial<Record<EventType, string>> = {
  attack: 'attack',
  'air-drone-strike': 'attack',
  'shelling-artillery-missile': 'attack',
  'armed-clash': 'attack',
  casualties: 'attack',
  'remote-explosive-landmine-ied': 'bombing',
  'suicide-bomb': 'bombing',
  grenade: 'bombing',
  'abduction-forced-disappearance': 'kidnapping',
  'looting-property-destruction': 'arson',
};

/** Things that are property; arms, territory and positions are no targets of MUC-4. */
const PROPERTY = new Set(['buildings', 'infrastructure', 'vehicles', 'aircraft', 'ships']);
const MILITARY =
  /\b(?:soldier|troop|patrol|guerrilla|rebel|terrorist|battalion|army|military|garrison|barracks|unit|brigade)/i;
const WEAPON_CLASSES = new Set(['ied', 'small-arms', 'grenade', 'artillery', 'suicide']);

export function templatesOf(reading: Reading, words: EventWords): Template[] {
  const { text } = reading.article;
  const parties = new Map(reading.parties.map((p) => [p.id, p]));
  const cut = ([start, end]: Span) => text.slice(start, end);
  const persons = reading.names.filter((n) => n.type === 'person');
  const inside = (span: Span) => persons.filter((n) => n.span[0] >= span[0] && n.span[1] <= span[1]);
  const lastWordClass = (phrase: string, lexicon: { get(key: string): unknown }) => {
    const parts = phrase.toLowerCase().split(/\s+/);
    for (let n = Math.min(3, parts.length); n > 0; n--) {
      const tail = parts.slice(-n).join(' ');
      const hit =
        lexicon.get(tail) ?? lexicon.get(tail.replace(/ies$/, 'y')) ?? lexicon.get(tail.replace(/s$/, ''));
      if (hit !== undefined) return hit;
    }
    return undefined;
  };
  const templates = new Map<string, Template>();
  for (const claim of reading.claims) {
    const event = claim.events[0];
    const incident = event?.type && INCIDENTS[event.type];
    if (!event || !incident || claim.certainty === 'denied' || claim.kind !== 'event') continue;
    const found = fillersOf(event);
    // Fighting with soldiers is no terrorist incident.
    const civil = found.Target.length + found.Victim.length > 0;
    if ((event.type === 'armed-clash' || event.type === 'casualties') && !civil) continue;
    const key = `${incident} ${event.happening ?? ''}`;
    const template = templates.get(key) ?? {
      incident_type: incident,
      PerpInd: [],
      PerpOrg: [],
      Target: [],
      Victim: [],
      Weapon: [],
    };
    templates.set(key, template);
    for (const role of ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const)
      for (const mention of found[role]) add(template[role], mention);
  }
  const all = [...templates.values()];
  const group = all.every((t) => t.PerpOrg.length === 0) ? likeliestGroup() : null;
  const civil = all.find((t) => t.Victim.length + t.Target.length > 0);
  if (group && civil) add(civil.PerpOrg, group);
  return all;

  function fillersOf(event: ClaimEvent) {
    const out = {
      PerpInd: [] as string[],
      PerpOrg: [] as string[],
      Target: [] as string[],
      Victim: [] as string[],
      Weapon: [] as string[],
    };
    for (const role of event.by) perpetrator(role, out);
    for (const span of [
      ...event.against.flatMap((r) => (r.span ? [r.span] : [])),
      ...event.effects.map((e) => e.span),
    ]) {
      const phrase = core(cut(span));
      const named = inside([span[0], span[0] + cut(span).length]);
      const kinds = lastWordClass(phrase.split(' of ')[0]!, words.things) as ReadonlySet<string> | undefined;
      if (named.length > 0) out.Victim.push(...named.map((n) => fullest(n.text)));
      else if (kinds && [...kinds].some((kind) => PROPERTY.has(kind)) && !MILITARY.test(phrase))
        out.Target.push(phrase);
    }
    for (const target of out.Target.splice(0)) out.Target.push(...target.split(/ and (?:an? |the )?/));
    for (const span of event.means) {
      const phrase = core(cut(span)).replace(/^(?:\d+|an?|two|three|four|five|several)\s+/i, '');
      if (
        WEAPON_CLASSES.has(String(lastWordClass(phrase, words.means) ?? '')) &&
        !/ing$|^(?:attack|blast|explosion|shot|armed)/i.test(phrase)
      )
        out.Weapon.push(phrase);
    }
    return out;
  }

  function perpetrator(role: Role, out: { PerpInd: string[]; PerpOrg: string[] }) {
    const party = role.party ? parties.get(role.party) : undefined;
    const mention = role.span && party?.mentions.find((m) => m[0] >= role.span![0] && m[1] <= role.span![1]);
    if (party && ORGANISED.has(party.kind)) {
      const first = mention ?? party.mentions[0];
      if (first && isNamed(cut(first))) out.PerpOrg.push(core(cut(first)));
    }
    if (!role.span) return;
    const phrase = core(cut(role.span));
    const person = inside(role.span)[0];
    if (person) out.PerpInd.push(fullest(person.text));
    else if (lastWordClass(phrase.split(' of ')[0]!, words.persons)) out.PerpInd.push(phrase);
  }

  /** A name of its own: capitals, and not a mere noun for persons. */
  function isNamed(mention: string): boolean {
    return /\p{Lu}/u.test(mention) && !lastWordClass(core(mention), words.persons) && !GENERIC.test(mention);
  }

  /** The longest name of the text that begins or ends with this one, titles left out. */
  function fullest(name: string): string {
    const bare = name.replace(TITLES, '').replace(/\s+/g, ' ').trim();
    const longer = persons
      .map((n) => n.text.replace(TITLES, '').replace(/\s+/g, ' ').trim())
      .filter((other) => other.startsWith(`${bare} `) || other.endsWith(` ${bare}`))
      .sort((a, b) => b.length - a.length)[0];
    return longer ?? bare;
  }

  /** Where nobody is named for what was done, the armed group the text speaks of most. */
  function likeliestGroup(): string | null {
    const groups = reading.parties
      .filter((p) => p.kind === 'armed-group' && p.mentions.length > 0 && isNamed(cut(p.mentions[0]!)))
      .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
    return groups[0] ? core(cut(groups[0].mentions[0]!)) : null;
  }
}

const ORGANISED = new Set(['armed-group', 'state-force', 'organisation']);
const GENERIC =
  /^(?:the )?(?:guerrillas?|rebels?|terrorists?|insurgents?|mercenar(?:y|ies)|army|police|military|troops|government|rebel|guerrilla)$/i;
const TITLES =
  /^(?:(?:col|gen|lt|maj|capt|sgt|dr|mr|mrs|msgr|rev|colonel|general|lieutenant|major|captain|sergeant|doctor|president|minister|father|bishop|archbishop|judge|senator|deputy|governor|mayor|commander|ambassador|former|engineer|leader|candidate|priest|justice|attorney)\.? )+/i;

/** A noun phrase without its article, appositions and what follows. */
function core(phrase: string): string {
  return phrase
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:by|on|at|from|of|in|and|against|that|to|or) )+/i, '')
    .split(
      /,|;|\(|\[| -- | who | which | that | where | in | on | at | from | for | with | near | by | as /,
    )[0]!
    .replace(/^(?:the|an?|some|his|her|their|its|several|this|these|those)\s+/i, '')
    .trim();
}

function add(entities: string[][], mention: string): void {
  const key = mention.toLowerCase();
  if (mention.length > 2 && !entities.some(([m]) => m!.toLowerCase() === key)) entities.push([mention]);
}
