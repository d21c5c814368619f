/** Valid Readings made of nothing but a number: the same number gives the same documents on any machine. */
import { createHash } from 'node:crypto';
import type { Recordable } from '../../src/5-ledger/contract.ts';
import type {
  Certainty,
  Claim,
  Document,
  EngineStamp,
  GivenMetadata,
  Hop,
  Party,
  Place,
  Reading,
  Span,
  Time,
} from '../../src/records/index.ts';
import { CERTAINTIES } from '../../src/records/index.ts';

export const ENGINE: EngineStamp = {
  version: '0.1.0',
  models: 'sha256:m',
  dictionaries: 'sha256:d',
  gazetteer: 'sha256:g',
};

const SOURCES: [name: string, kind: Party['kind'], of: string | null][] = [
  ['Northern Front', 'armed-group', null],
  ['Ministry of Defence of Norland', 'state-force', 'Norland'],
  ['Hillside Observatory', 'organisation', null],
  ['Norland Radio', 'outlet', null],
  ['Colonel Aras Vey', 'person', 'Northern Front'],
  ['Mirza Tal', 'person', null],
];
const ACTORS = ['Northern Front', 'Norland', 'River Brigades', 'Hill Guard'];
const PLACES: [name: string, lat: number, lon: number, admin1: string][] = [
  ['Karsa', 35.02, 40.45, 'East'],
  ['Al-Dur', 34.5, 41.1, 'East'],
  ['Tel Hamra', 36.1, 38.9, 'North'],
  ['Besna', 33.9, 39.2, 'South'],
];
const EVENTS: [
  verb: string,
  type: NonNullable<Claim['events'][number]['type']>,
  what: 'killed' | 'wounded',
][] = [
  ['shelled', 'shelling-artillery-missile', 'killed'],
  ['bombed', 'air-drone-strike', 'killed'],
  ['attacked', 'armed-clash', 'wounded'],
  ['raided', 'attack', 'wounded'],
];
const WHOM = ['civilians', 'militants', 'soldiers', 'children'];
const PUBLISHERS = ['Karsa Post', 'The Norland Ledger', 'Delta Wire', null];

/** Mulberry32: small, fast, and good enough to make sentences. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export interface SyntheticOptions {
  claims?: number;
  engine?: EngineStamp;
  given?: GivenMetadata;
  /** Words ahead of the text, as another engine's extraction might keep: every span moves. */
  preface?: string;
}

/** Document and Reading number `seed`, with `claims` claims (default 6). */
export function synthetic(seed: number, options: SyntheticOptions = {}): Recordable {
  const pick = numbers(seed);
  const draft = new Draft(seed, pick);
  if (options.preface) draft.write(options.preface);
  const title = draft.write(`Report ${seed} from the front`);
  draft.write('\n\n');
  for (let i = 0; i < (options.claims ?? 6); i++) draft.sentence();
  const text = draft.text;
  const bytes = new TextEncoder().encode(text);
  const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const given = options.given ?? {};
  const month = 1 + pick(12);
  const day = 1 + pick(28);
  const stated = `2017-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const reading: Reading = {
    id: sha256,
    document: sha256,
    engine: options.engine ?? ENGINE,
    article: {
      title: text.slice(...title),
      byline: null,
      subject: null,
      publisher: PUBLISHERS[pick(PUBLISHERS.length)]!,
      url: `https://example.org/${seed}`,
      language: 'en',
      published: given.published
        ? { value: given.published, basis: 'given', span: null }
        : { value: stated, basis: 'implied', span: null },
      modified: null,
      credits: [],
      text,
      furniture: [],
    },
    names: draft.names,
    parties: draft.parties,
    places: draft.places,
    times: draft.times,
    attributions: [],
    claims: draft.claims.map((claim) => ({ ...claim, id: claimId(sha256, claim) })),
    notes: [],
  };
  const document: Document = {
    sha256,
    size: bytes.length,
    mediaType: 'text/plain',
    charset: null,
    provenance: {
      how: 'file',
      location: `reports/${seed}.txt`,
      finalUrl: null,
      fetched: '2017-12-01T00:00:00.000Z',
      status: null,
      headers: {},
    },
    given,
    bytes,
  };
  return { document, reading };
}

function claimId(document: string, claim: Claim): string {
  return createHash('sha256').update(document).update(JSON.stringify(claim.spans)).digest('hex').slice(0, 32);
}

/** Text written piece by piece, so that every span is known as it is written. */
class Draft {
  text = '';
  readonly names: Reading['names'] = [];
  readonly parties: Party[] = [];
  readonly places: Place[] = [];
  readonly times: Time[] = [];
  readonly claims: Claim[] = [];
  readonly #seed: number;
  readonly #pick: (below: number) => number;

  constructor(seed: number, pick: (below: number) => number) {
    this.#seed = seed;
    this.#pick = pick;
  }

  write(words: string): Span {
    const start = this.text.length;
    this.text += words;
    return [start, this.text.length];
  }

  sentence(): void {
    const pick = this.#pick;
    const certainty: Certainty = CERTAINTIES[pick(10) < 6 ? 0 : pick(CERTAINTIES.length)]!;
    const chain: Hop[] = pick(6) === 0 ? [] : [this.#hop(...SOURCES[pick(SOURCES.length)]!)];
    const start = this.text.length;
    const by = this.#party(ACTORS[pick(ACTORS.length)]!, 'armed-group', null);
    this.write(' ');
    const [verb, type, what] = EVENTS[pick(EVENTS.length)]!;
    const trigger = this.write(verb);
    this.write(' ');
    const place = pick(5) === 0 ? null : this.#place();
    if (!place) this.write('a position');
    const time = pick(4) === 0 ? null : this.#time();
    const low = 1 + pick(90);
    this.write(', where ');
    const figure = this.write(String(low));
    const whom = WHOM[pick(WHOM.length)]!;
    this.write(` ${whom} were ${what} near post ${this.#seed}-${this.claims.length}`);
    const span: Span = [start, this.text.length];
    this.write('. ');
    this.claims.push({
      id: '',
      spans: [span],
      text: this.text.slice(...span),
      chain,
      certainty,
      certaintyWords: [],
      kind: 'event',
      about: null,
      loaded: [],
      events: [
        {
          type,
          trigger,
          happening: `h${this.claims.length + 1}`,
          by: [
            {
              span: this.parties.find((p) => p.id === by)!.mentions.at(-1)!,
              party: by,
              basis: 'stated',
              rule: null,
            },
          ],
          against: [],
          place,
          time,
          means: [],
          effects: [
            {
              id: `f${this.claims.length + 1}`,
              what,
              span: figure,
              whom,
              label: null,
              low,
              high: pick(5) === 0 ? null : low,
              approximate: false,
              unit: 'persons',
              scope: 'happening',
              partOf: null,
              sums: [],
              origin: [],
            },
          ],
        },
      ],
      rules: ['synthetic'],
    });
  }

  #hop(name: string, kind: Party['kind'], of: string | null): Hop {
    const party = this.#party(name, kind, of);
    const span = this.parties.find((p) => p.id === party)!.mentions.at(-1)!;
    this.write(' ');
    const cue = this.write('said');
    this.write(' that ');
    const sourceKind = kind === 'person' || kind === 'outlet' ? kind : 'organisation';
    return {
      attribution: null,
      source: { spans: [span], text: name, kind: sourceKind, party, basis: 'stated' },
      cue: { spans: [cue], text: 'said', lemma: 'say' },
      mode: 'indirect',
    };
  }

  #party(name: string, kind: Party['kind'], of: string | null): string {
    const owner = of === null ? null : this.#entry(of, 'state', null).id;
    const party = this.#entry(name, kind, owner);
    const span = this.write(name);
    party.mentions.push(span);
    const type = kind === 'person' || kind === 'outlet' ? kind : 'organisation';
    this.names.push({ span, text: name, type, party: party.id });
    return party.id;
  }

  #entry(name: string, kind: Party['kind'], of: string | null): Party {
    let party = this.parties.find((known) => known.name === name);
    if (!party) {
      const isPublic = name !== 'Mirza Tal';
      party = {
        id: `p${this.parties.length + 1}`,
        name,
        aliases: [],
        kind,
        of,
        public: isPublic,
        external: {},
        mentions: [],
      };
      this.parties.push(party);
    }
    return party;
  }

  #place(): string {
    const [name, lat, lon, admin1] = PLACES[this.#pick(PLACES.length)]!;
    const id = `l${this.places.length + 1}`;
    this.places.push({
      id,
      same: this.places.find((place) => place.name === name)?.id ?? null,
      span: this.write(name),
      text: name,
      status: 'resolved',
      geonames: 1000 + Math.round(lat * 10),
      name,
      country: 'XN',
      admin1,
      lat,
      lon,
      precision: 'exact',
      relation: null,
      basis: 'stated',
      rule: null,
      confidence: 0.9,
      candidates: [],
    });
    return id;
  }

  #time(): string {
    const date = `2017-10-${String(1 + this.#pick(28)).padStart(2, '0')}`;
    const id = `t${this.times.length + 1}`;
    this.write(' on ');
    this.times.push({
      id,
      span: this.write(date),
      text: date,
      value: date,
      weekday: null,
      anchor: null,
      relation: 'at',
      from: date,
      to: date,
      precision: 'day',
      basis: 'stated',
      rule: null,
    });
    return id;
  }
}
