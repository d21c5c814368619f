/** Reports put together sentence by sentence, with every span where the words stand: what exporters are tried on. */
import { createHash } from 'node:crypto';
import type { Recordable } from '../../src/5-ledger/contract.ts';
import type { Claim, Effect, Party, Place, Reading, Role, Span, Time } from '../../src/records/index.ts';
import { ENGINE } from '../ledger/synthetic.ts';

export interface ToldParty {
  words: string;
  name?: string;
  kind?: Party['kind'];
  of?: string;
  public?: boolean;
}

export interface ToldSentence {
  text: string;
  certainty?: Claim['certainty'];
  kind?: Claim['kind'];
  type?: NonNullable<Claim['events'][number]['type']>;
  source?: ToldParty;
  by?: ToldParty;
  against?: ToldParty;
  place?: Partial<Place> & { text: string };
  time?: { words: string; from: string; to: string };
  effects?: (Partial<Effect> & { words: string })[];
  about?: Claim['about'];
}

export interface ToldReport {
  title?: string;
  publisher?: string | null;
  byline?: string;
  url?: string;
  published?: string | null;
  location?: string;
  headers?: Record<string, string>;
  names?: { text: string; type: 'person' | 'place' | 'organisation' }[];
  sentences: ToldSentence[];
}

export const MAYADIN: ToldSentence['place'] = {
  text: 'Mayadin',
  name: 'Al Mayādīn',
  geonames: 169_389,
  country: 'SY',
  admin1: 'Deir ez-Zor',
  lat: 35.0198,
  lon: 40.4515,
  precision: 'exact',
};

export function toldReport(told: ToldReport): Recordable {
  const making = new Making(told.title ?? 'A report');
  for (const sentence of told.sentences) making.add(sentence);
  const { text } = making;
  const names = (told.names ?? []).map(({ text: name, type }) => ({
    span: making.find(name),
    text: name,
    type,
    party: null,
  }));
  const bytes = new TextEncoder().encode(text);
  const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const url = told.url ?? null;
  const reading: Reading = {
    id: sha256,
    document: sha256,
    engine: ENGINE,
    article: {
      title: told.title ?? 'A report',
      byline: told.byline ?? null,
      subject: null,
      publisher: told.publisher === undefined ? 'Karsa Post' : told.publisher,
      url,
      language: 'en',
      published:
        told.published === null
          ? null
          : { value: told.published ?? '2017-10-05', basis: 'given', span: null },
      modified: null,
      credits: [],
      text,
      furniture: [],
    },
    names,
    parties: making.parties,
    places: making.places,
    times: making.times,
    attributions: [],
    claims: making.claims.map((claim) => ({ ...claim, id: idOf(sha256, claim) })),
    notes: [],
  };
  const provenance = {
    how: 'file' as const,
    location: told.location ?? 'report.txt',
    finalUrl: url,
    fetched: '2017-10-08T00:00:00.000Z',
    status: null,
    headers: told.headers ?? {},
  };
  const document = {
    sha256,
    size: bytes.length,
    mediaType: 'text/plain',
    charset: null,
    provenance,
    given: {},
    bytes,
  };
  return { document, reading };
}

export const claimIds = (report: Recordable): string[] => report.reading!.claims.map(({ id }) => id);

const idOf = (document: string, claim: Claim): string =>
  createHash('sha256').update(document).update(JSON.stringify(claim.spans)).digest('hex').slice(0, 32);

class Making {
  text: string;
  readonly claims: Claim[] = [];
  readonly parties: Party[] = [];
  readonly places: Place[] = [];
  readonly times: Time[] = [];

  constructor(title: string) {
    this.text = `${title}\n\n`;
  }

  find(words: string, from = 0): Span {
    const start = this.text.indexOf(words, from);
    if (start < 0) throw new Error(`no "${words}" in the text`);
    return [start, start + words.length];
  }

  add(told: ToldSentence): void {
    const from = this.text.length;
    this.text += told.text;
    const span: Span = [from, this.text.length];
    this.text += '\n';
    const at = (words: string) => this.find(words, from);
    const place = told.place ? this.#place(told.place, at(told.place.text)) : null;
    const time = told.time ? this.#time(told.time, at(told.time.words)) : null;
    const effects = (told.effects ?? []).map((effect, i): Effect => {
      const { words, ...rest } = effect;
      return {
        id: `f${i + 1}`,
        what: 'killed',
        span: at(words),
        whom: 'civilians',
        label: null,
        low: null,
        high: null,
        approximate: false,
        unit: 'persons',
        scope: 'happening',
        partOf: null,
        sums: [],
        origin: [],
        ...rest,
      };
    });
    const isEvent = told.type !== undefined || effects.length > 0 || place !== null;
    this.claims.push({
      id: '',
      spans: [span],
      text: this.text.slice(...span),
      chain: told.source ? [this.#hop(told.source, at)] : [],
      certainty: told.certainty ?? 'asserted',
      certaintyWords: [],
      kind: told.kind ?? (isEvent ? 'event' : 'situation'),
      about: told.about ?? null,
      loaded: [],
      events: isEvent
        ? [
            {
              type: told.type ?? null,
              trigger: null,
              happening: 'h1',
              by: told.by ? [this.#role(told.by, at)] : [],
              against: told.against ? [this.#role(told.against, at)] : [],
              ...{ place, time, effects },
              means: [],
            },
          ]
        : [],
      rules: [],
    });
  }

  #party(told: ToldParty, span: Span): string {
    const name = told.name ?? told.words;
    const known = this.parties.find((party) => party.name === name);
    if (known) {
      known.mentions.push(span);
      return known.id;
    }
    const of = told.of ? this.#party({ words: told.of, kind: 'state' }, span) : null;
    const id = `p${this.parties.length + 1}`;
    const kind = told.kind ?? 'organisation';
    this.parties.push({
      ...{ id, name, aliases: [], kind, of },
      public: told.public ?? kind !== 'person',
      external: {},
      mentions: [span],
    });
    return id;
  }

  #hop(told: ToldParty, at: (words: string) => Span): Claim['chain'][number] {
    const span = at(told.words);
    const kind = told.kind === 'person' ? 'person' : told.kind === 'state-force' ? 'state' : 'organisation';
    return {
      attribution: null,
      source: { spans: [span], text: told.words, kind, party: this.#party(told, span), basis: 'stated' },
      cue: null,
      mode: 'indirect',
    };
  }

  #role(told: ToldParty, at: (words: string) => Span): Role {
    const span = at(told.words);
    return { span, party: this.#party(told, span), basis: 'stated', rule: null };
  }

  #place(told: NonNullable<ToldSentence['place']>, span: Span): string {
    const id = `l${this.places.length + 1}`;
    const resolved = told.lat !== undefined && told.lat !== null;
    this.places.push({
      ...{ id, same: null, span, status: resolved ? 'resolved' : 'not-in-gazetteer' },
      ...{ geonames: null, name: null, country: null, admin1: null, lat: null, lon: null, precision: null },
      ...{ relation: null, basis: 'stated', rule: null, confidence: 0.9, candidates: [] },
      ...told,
    });
    return id;
  }

  #time({ words, from, to }: NonNullable<ToldSentence['time']>, span: Span): string {
    const id = `t${this.times.length + 1}`;
    this.times.push({
      ...{ id, span, text: words, value: from, weekday: null, anchor: null, relation: 'at', from, to },
      ...{ precision: from === to ? 'day' : 'month', basis: 'stated', rule: null },
    });
    return id;
  }
}
