/** Trains the network and writes it as bytes; prints one line an epoch. */
import { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { type NetworkHeader, writeModel } from '../../src/3-read/language/network/model-file.ts';
import {
  encodeForms,
  encodeSource,
  MENTION_TYPES,
  NAME_TYPES,
  type Numbering,
  type Source,
} from './examples.ts';
import { type Example, Network, type NetworkShape } from './network.ts';
import { Random } from './random.ts';
import { readWarWords, withWarWords } from './war-words.ts';

export interface TrainingPlan {
  seed: number;
  epochs: number;
  /** Words in a batch. */
  batch: number;
  rate: number;
  dropout: number;
  hidden: number;
  layers: number;
  wordDim: number;
  gramDim: number;
}

export const PLAN: TrainingPlan = {
  seed: 1,
  epochs: 13,
  batch: 800,
  rate: 0.002,
  dropout: 0.33,
  hidden: 96,
  layers: 3,
  wordDim: 96,
  gramDim: 96,
};

/** Sentences longer than this are left out of training. */
const LONGEST = 180;
/** Shares of sentences shown in capitals and in small letters, so that old wires and posts are read too. */
const SHARE_UPPER = 0.05;
const SHARE_LOWER = 0.02;
/** Share of sentences shown without what the dictionaries say, so that unknown names are found too. */
const SHARE_BLIND = 0.12;
/** Share of treebank sentences shown once more an epoch with words of war in them. */
const SHARE_WAR = 0.25;

/** A network with what it was numbered by and the source of its randomness: can be trained on, and on. */
export interface Trainee {
  network: Network;
  numbering: Numbering;
  plan: TrainingPlan;
  random: Random;
}

export function newTrainee(wasm: WebAssembly.Module, numbering: Numbering, plan: TrainingPlan): Trainee {
  const random = new Random(plan.seed);
  const network = new Network(new Workspace(wasm), shapeOf(numbering, plan), random);
  return { network, numbering, plan, random };
}

/** Trains for `plan.epochs` over the sources; `after` is called at the end of each epoch. Returns the network as bytes. */
export function trainNetwork(
  { network, numbering, plan, random }: Trainee,
  sources: readonly Source[],
  log: (line: string) => void,
  after?: (epoch: number, model: () => Uint8Array) => void,
): Uint8Array {
  const examples = sources
    .filter((s) => s.forms.length > 0 && s.forms.length <= LONGEST)
    .map((source) => ({ source, example: encodeSource(source, numbering) }));
  const war = readWarWords();
  const words = examples.reduce((sum, e) => sum + e.source.forms.length, 0);
  const steps = Math.ceil((words * (1 + SHARE_WAR)) / plan.batch) * plan.epochs;
  const save = () => saveNetwork(network, numbering, plan);
  let step = 0;
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    const started = performance.now();
    random.shuffle(examples);
    const sum = { tag: 0, arc: 0, rel: 0, name: 0, mention: 0, norm: 0 };
    let batch: Example[] = [];
    let size = 0;
    const flush = () => {
      if (batch.length === 0) return;
      const losses = network.step(
        batch,
        plan.dropout,
        numbering.vocabulary.hide,
        rateAt(step++, steps, plan.rate),
      );
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += losses[key];
      batch = [];
      size = 0;
    };
    for (const { source, example } of examples) {
      batch.push(recased(source, example, numbering, random));
      size += source.forms.length;
      if (size >= plan.batch) flush();
      if (!source.heads || random.next() >= SHARE_WAR) continue;
      const changed = withWarWords(source, source.singles ?? [], war, random);
      batch.push({ ...example, ...encodeForms(changed.forms, numbering) });
      size += source.forms.length;
      if (size >= plan.batch) flush();
    }
    flush();
    const per = (x: number) => (x / words).toFixed(4);
    log(
      `epoch ${epoch} ${((performance.now() - started) / 1000).toFixed(0)} s, loss a word: tag ${per(sum.tag)} ` +
        `arc ${per(sum.arc)} rel ${per(sum.rel)} name ${per(sum.name)} mention ${per(sum.mention)}`,
    );
    after?.(epoch, save);
  }
  return save();
}

function shapeOf(numbering: Numbering, plan: TrainingPlan): NetworkShape {
  return {
    words: (numbering.vocabulary.words.size + 4) & ~3,
    wordDim: plan.wordDim,
    grams: numbering.grams,
    gramDim: plan.gramDim,
    shapes: numbering.shapes,
    shapeDim: 32,
    flags: numbering.flags,
    hidden: plan.hidden,
    layers: plan.layers,
    tags: numbering.tags.size,
    tagHidden: 128,
    arc: 128,
    rel: 128,
    rels: numbering.rels.size,
    nameHidden: 128,
    nameTypes: NAME_TYPES.length,
    mentionTypes: MENTION_TYPES.length,
  };
}

/** Rises over 200 steps, then falls along a cosine to a twentieth. */
function rateAt(step: number, steps: number, rate: number): number {
  const warm = Math.min(1, (step + 1) / 200);
  return rate * warm * (0.05 + 0.95 * 0.5 * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps)));
}

function recased(source: Source, example: Example, numbering: Numbering, random: Random): Example {
  const draw = random.next();
  if (draw >= 1 - SHARE_BLIND) return { ...example, flags: new Float32Array(example.flags.length) };
  if (draw >= SHARE_UPPER + SHARE_LOWER) return example;
  const forms = source.forms.map((form) => (draw < SHARE_UPPER ? form.toUpperCase() : form.toLowerCase()));
  return { ...example, ...encodeForms(forms, numbering) };
}

function saveNetwork(network: Network, numbering: Numbering, plan: TrainingPlan): Uint8Array {
  network.parameters.swapMean();
  const tensors = network.parameters.all.map(({ name, rows, cols, at, size }) => ({
    name,
    rows,
    cols,
    data: network.ws.view(at, size).slice(),
  }));
  network.parameters.swapMean();
  const { wordDim, gramDim, hidden, layers } = plan;
  const { shape } = network;
  const header: Omit<NetworkHeader, 'tensors'> = {
    shape: {
      words: shape.words,
      wordDim,
      grams: shape.grams,
      gramDim,
      shapes: shape.shapes,
      shapeDim: shape.shapeDim,
      flags: shape.flags,
      hidden,
      layers,
      tagHidden: shape.tagHidden,
      arc: shape.arc,
      rel: shape.rel,
      nameHidden: shape.nameHidden,
    },
    tags: [...numbering.tags.keys()],
    rels: [...numbering.rels.keys()],
    nameTypes: NAME_TYPES,
    mentionTypes: MENTION_TYPES,
    words: [...numbering.vocabulary.words.keys()],
  };
  return writeModel(header, tensors, (name) => name === 'word' || name === 'gram' || name === 'shape');
}
