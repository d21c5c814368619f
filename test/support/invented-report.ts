/** A small report of our own with everything a page shows: furniture, a chain, each certainty, a private person, hostile words. */
import { createHash } from 'node:crypto';
import type { Recordable } from '../../src/5-ledger/contract.ts';
import type { Claim, Hop, Party, Reading, Span } from '../../src/records/index.ts';
import { synthetic } from '../ledger/synthetic.ts';

interface Said {
  certainty: Claim['certainty'];
  before: string;
  words: string;
  after: string;
  source?: { name: string; private?: boolean };
}

const SAID: Said[] = [
  {
    certainty: 'asserted',
    before: '',
    words: 'Shells hit the mill at Karsa and killed 12 soldiers',
    after: '.\n',
  },
  { certainty: 'denied', before: 'Mirza Tal denied that ', words: 'anybody had died', after: '.\n' },
  { certainty: 'hedged', before: '', words: 'the road may be cut', after: '.\n' },
  {
    certainty: 'unconfirmed',
    before: 'There was no word on whether ',
    words: 'the bridge stands',
    after: '.\n',
  },
  { certainty: 'expected', before: '', words: 'Relief is to reach the town on Sunday', after: '.\n' },
];

/** `hostile` goes into the title, the text, the publisher, the address, a source and a place. */
export function inventedReport(hostile = ''): Recordable {
  const base = synthetic(7, { claims: 0 });
  let text = '';
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  const title = write(`Shells on the mill${hostile}`);
  write('\n');
  const furniture = write('Share this page with a friend');
  write('\n');
  if (hostile) write(`${hostile}\n`);
  const claims: Claim[] = [];
  const parties: Party[] = [];
  const places: Reading['places'] = [];
  SAID.forEach((said, i) => {
    const before = write(said.before);
    const span = write(said.words);
    write(said.after);
    claims.push(claimOf(i, said, span, before, text, parties, places, hostile));
  });
  const bytes = new TextEncoder().encode(text);
  const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const reading: Reading = {
    ...base.reading!,
    id: sha256,
    document: sha256,
    parties,
    places,
    names: [],
    times: [],
    claims,
    notes: [{ step: 'furniture', reason: 'share links are no report', span: furniture }],
    article: {
      ...base.reading!.article,
      title: text.slice(...title),
      publisher: `Karsa Post${hostile}`,
      url: hostile ? `javascript:alert(1)//${hostile.slice(0, 40)}` : 'https://karsa-post.example/mill',
      text,
      furniture: [furniture],
    },
  };
  return { document: { ...base.document, sha256, size: bytes.length, bytes }, reading };
}

function claimOf(
  i: number,
  said: Said,
  span: Span,
  [at]: Span,
  text: string,
  parties: Party[],
  places: Reading['places'],
  hostile: string,
): Claim {
  const find = (words: string): Span => {
    const start = text.lastIndexOf(words);
    return [start, start + words.length];
  };
  const chain: Hop[] = [];
  if (said.certainty === 'denied') {
    const mention: Span = [at, at + 'Mirza Tal'.length];
    parties.push({
      id: 'p1',
      name: 'Mirza Tal',
      aliases: [],
      kind: 'person',
      of: null,
      public: false,
      external: {},
      mentions: [mention],
    });
    chain.push({
      attribution: null,
      source: { spans: [mention], text: 'Mirza Tal', kind: 'person', party: 'p1', basis: 'stated' },
      cue: { spans: [find('denied')], text: 'denied', lemma: 'deny' },
      mode: 'indirect',
    });
  }
  const events: Claim['events'] = [];
  if (i === 0) {
    places.push({
      id: 'l1',
      same: null,
      span: find('Karsa'),
      text: 'Karsa',
      status: 'resolved',
      geonames: 1350,
      name: `Karsa${hostile}`,
      country: 'XN',
      admin1: 'East',
      lat: 35.02,
      lon: 40.45,
      precision: 'exact',
      relation: null,
      basis: 'stated',
      rule: null,
      confidence: 0.9,
      candidates: [],
    });
    events.push({
      type: 'shelling-artillery-missile',
      trigger: find('Shells'),
      happening: 'h1',
      by: [],
      against: [],
      place: 'l1',
      time: null,
      means: [],
      effects: [
        {
          id: 'f1',
          what: 'killed',
          span: find('12 soldiers'),
          whom: 'soldiers',
          label: null,
          low: 12,
          high: 12,
          approximate: false,
          unit: 'persons',
          scope: 'happening',
          partOf: null,
          sums: [],
          origin: [],
        },
      ],
    });
  }
  return {
    id: createHash('sha256').update(`${i}${text.length}${hostile}`).digest('hex').slice(0, 32),
    spans: [span],
    text: said.words,
    chain,
    certainty: said.certainty,
    certaintyWords: said.certainty === 'hedged' ? [find('may')] : [],
    kind: i === 0 ? 'event' : 'situation',
    about: null,
    loaded: [],
    events,
    rules: ['invented'],
  };
}

/** HTML, a script, controls that reorder text, and a word without an end. */
export const HOSTILE =
  ' <script>window.hurt=1</script><img src=x onerror="window.hurt=2"><b>bold</b> \u202egnp.exe\u202c \u2067' +
  'x'.repeat(10_000);
