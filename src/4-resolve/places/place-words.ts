/** The words the place resolver goes by, read from dictionaries/en/place-words.tsv. */

/** What "the city", "the province" may mean: a feature code, or a class of things. */
export type DescriptionKind = string;

export interface PlaceWords {
  /** Degrees by direction word: "southeast" 135. */
  direction: Map<string, number>;
  /** Kilometres by unit. */
  distanceUnit: Map<string, number>;
  number: Map<string, number>;
  /** Phrases before a name that put something near it, and what relation they state. */
  near: Map<string, string>;
  partOf: string[];
  partAfter: string[];
  rural: Set<string>;
  approximately: string[];
  /** Head words and the feature code they call for. */
  divisionHead: Map<string, string>;
  settlementHead: Map<string, string>;
  quarterHead: Map<string, string>;
  /** Heads after which even an unknown name is a place: "the village of X". */
  callsForName: Set<string>;
  /** After a country and a hyphen: "US-led". */
  partyHyphen: Set<string>;
  natureHead: Map<string, string>;
  facilityHead: Set<string>;
  organisationHead: Set<string>;
  personTitle: Set<string>;
  locative: Set<string>;
  agentVerb: Set<string>;
  agentNoun: Set<string>;
  /** Verbs whose object is a party: "accused Israel". */
  partyObject: Set<string>;
  relationNoun: Set<string>;
  description: Map<string, DescriptionKind>;
  /** Descriptions of what lies beside the place meant, and how: "the outskirts". */
  descriptionBeside: Map<string, string>;
  /** Adjectives that make a description mean something else: "the next town". */
  descriptionNot: Set<string>;
  /** "the provincial capital": adjectives that make a capital that of a division. */
  seatAdjective: Set<string>;
  notToponym: Set<string>;
}

/** Reads the TSV: class, word, value. Lines that begin with # and the head line are skipped. */
export function parsePlaceWords(tsv: string): PlaceWords {
  const byClass = new Map<string, [word: string, value: string][]>();
  for (const line of tsv.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('class\t')) continue;
    const [kind = '', word = '', value = ''] = line.split('\t');
    const rows = byClass.get(kind) ?? [];
    rows.push([word, value]);
    byClass.set(kind, rows);
  }
  const rows = (kind: string) => byClass.get(kind) ?? [];
  const words = (kind: string) => rows(kind).map(([word]) => word);
  const numbers = (kind: string) => new Map(rows(kind).map(([word, value]) => [word, Number(value)]));
  return {
    direction: numbers('direction'),
    distanceUnit: numbers('distance-unit'),
    number: numbers('number'),
    near: new Map(rows('near')),
    partOf: words('part-of'),
    partAfter: words('part-after'),
    rural: new Set(words('rural')),
    approximately: words('approximately'),
    divisionHead: new Map(rows('division-head')),
    settlementHead: new Map(rows('settlement-head')),
    quarterHead: new Map(rows('quarter-head')),
    callsForName: new Set(words('calls-for-name')),
    partyHyphen: new Set(words('party-hyphen')),
    natureHead: new Map(rows('nature-head')),
    facilityHead: new Set(words('facility-head')),
    organisationHead: new Set(words('organisation-head')),
    personTitle: new Set(words('person-title')),
    locative: new Set(words('locative')),
    agentVerb: new Set(words('agent-verb')),
    agentNoun: new Set(words('agent-noun')),
    partyObject: new Set(words('party-object')),
    relationNoun: new Set(words('relation-noun')),
    description: new Map(rows('description')),
    descriptionBeside: new Map(rows('description-beside')),
    descriptionNot: new Set(words('description-not')),
    seatAdjective: new Set(words('seat-adjective')),
    notToponym: new Set(words('not-toponym')),
  };
}
