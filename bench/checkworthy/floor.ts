import { bestThreshold } from './figures.ts';
import type { Labelled } from './labelled.ts';
import { learn, probability } from './logistic.ts';

const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .replaceAll(/\d[\d.,]*/g, '0')
      .match(/[a-z']+|0|[%$?!]/g) ?? [],
  ),
];

/** The floor: a logistic regression over single words and nothing else. Its threshold is chosen on the last of what it is given. */
export const floorFrom = (training: readonly Labelled[]): { threshold: number; score: (text: string) => number } => {
  const at = Math.floor(0.9 * training.length);
  const counts = new Map<string, number>();
  for (const { text } of training.slice(0, at)) {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const vocabulary = new Map([...counts].filter(([, count]) => count >= 3).map(([word], index) => [word, index]));
  const encode = (text: string) => Uint32Array.from(wordsOf(text).flatMap((word) => vocabulary.get(word) ?? []));
  const model = learn(
    {
      features: training.slice(0, at).map(({ text }) => encode(text)),
      labels: training.slice(0, at).map(({ label }) => label),
    },
    vocabulary.size,
    { epochs: 10, rate: 0.1, sparseness: 0 },
  );
  const score = (text: string) => probability(model, encode(text));
  const last = training.slice(at);
  const threshold = bestThreshold({
    scores: last.map(({ text }) => score(text)),
    labels: last.map(({ label }) => label),
  });
  return { threshold, score };
};
