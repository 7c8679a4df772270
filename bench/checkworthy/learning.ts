import { lengthsOf, signsOf, termsOf, type Weights } from '../../shared/checkworthy.ts';
import { bestThreshold } from './figures.ts';
import type { Labelled } from './labelled.ts';
import { learn, type Model, probability, type Settings } from './logistic.ts';

const SETTINGS: Settings = { epochs: 5, rate: 0.1, sparseness: 0.003 };
/** A term must be in this many sentences, pairs and first words in more, and in this many of twelve stretches of time. */
const OFTEN = { single: 5, pair: 40, stretches: 6 };
const FOLDS = 5;

/** The features of a sentence, by name: signs and lengths with a `#` before them. */
const featuresOf = (sentence: string): readonly string[] => [
  ...signsOf(sentence).map(({ sign }) => `#${sign}`),
  ...lengthsOf(sentence).map((length) => `#${length}`),
  ...termsOf(sentence).map(({ key }) => key),
];

const vocabularyOf = (sentences: readonly (readonly string[])[]): ReadonlyMap<string, number> => {
  const seen = new Map<string, { count: number; readonly stretches: Set<number> }>();
  for (const [index, features] of sentences.entries()) {
    for (const feature of features) {
      const of = seen.get(feature) ?? { count: 0, stretches: new Set() };
      seen.set(feature, of);
      of.count += 1;
      of.stretches.add(Math.floor((12 * index) / sentences.length));
    }
  }
  const often = [...seen].filter(
    ([feature, { count, stretches }]) =>
      feature.startsWith('#') ||
      (count >= (feature.includes(' ') ? OFTEN.pair : OFTEN.single) && stretches.size >= OFTEN.stretches),
  );
  return new Map(often.map(([feature], index) => [feature, index]));
};

interface Learnt {
  readonly model: Model;
  readonly vocabulary: ReadonlyMap<string, number>;
}

const encode = (vocabulary: ReadonlyMap<string, number>, features: readonly string[]): Uint32Array =>
  Uint32Array.from(features.flatMap((feature) => vocabulary.get(feature) ?? []));

const learnFrom = (sentences: readonly (readonly string[])[], labels: readonly boolean[]): Learnt => {
  const vocabulary = vocabularyOf(sentences);
  const features = sentences.map((each) => encode(vocabulary, each));
  return { vocabulary, model: learn({ features, labels }, vocabulary.size, SETTINGS) };
};

/** The threshold is chosen on sentences that were not learnt from: each fold of time is scored by what the others taught. */
const thresholdOf = (sentences: readonly (readonly string[])[], labels: readonly boolean[]): number => {
  const scores: number[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const [from, to] = [fold, fold + 1].map((at) => Math.floor((at * labels.length) / FOLDS)) as [number, number];
    const without = <T>(all: readonly T[]): readonly T[] => [...all.slice(0, from), ...all.slice(to)];
    const { vocabulary, model } = learnFrom(without(sentences), without(labels));
    for (const each of sentences.slice(from, to)) scores.push(probability(model, encode(vocabulary, each)));
  }
  return bestThreshold({ scores, labels });
};

const hundredths = (weight: number): number => Math.round(weight * 100) / 100;

/** The weights that labelled sentences teach, to two decimals; those that come to nothing are left out. */
export const weightsFrom = (training: readonly Labelled[]): Weights => {
  const sentences = training.map(({ text }) => featuresOf(text));
  const labels = training.map(({ label }) => label);
  const threshold = thresholdOf(sentences, labels);
  const { vocabulary, model } = learnFrom(sentences, labels);
  const learnt = [...vocabulary]
    .map(([feature, index]) => [feature, hundredths(model.weights[index] ?? 0)] as const)
    .filter(([, weight]) => weight !== 0);
  return {
    bias: hundredths(model.bias),
    threshold,
    signs: Object.fromEntries(
      learnt.filter(([name]) => name.startsWith('#')).map(([name, weight]) => [name.slice(1), weight]),
    ),
    terms: new Map(learnt.filter(([name]) => !name.startsWith('#'))),
  };
};
