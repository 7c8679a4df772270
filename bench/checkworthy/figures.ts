/** How well scores find what is labelled, at a threshold. */
export interface Found {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Scores beside the labels they should have foretold. */
export interface Scored {
  readonly scores: readonly number[];
  readonly labels: readonly boolean[];
}

/** Precision, recall and F1 at a threshold. */
export const foundAt = ({ scores, labels }: Scored, threshold: number): Found => {
  const suggested = labels.filter((_, index) => (scores[index] ?? 0) >= threshold);
  const hits = suggested.filter(Boolean).length;
  const precision = hits / (suggested.length || 1);
  const recall = hits / (labels.filter(Boolean).length || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
};

/** Average precision: how well the order of the scores is, whatever the threshold. */
export const averagePrecision = ({ scores, labels }: Scored): number => {
  const order = labels
    .map((label, index) => ({ label, score: scores[index] ?? 0 }))
    .sort((one, other) => other.score - one.score);
  let [hits, total] = [0, 0];
  for (const [index, { label }] of order.entries()) {
    if (!label) continue;
    hits += 1;
    total += hits / (index + 1);
  }
  return total / (hits || 1);
};

/** The threshold, in hundredths, with the best F1. */
export const bestThreshold = (scored: Scored): number => {
  let best = { threshold: 0.5, f1: 0 };
  for (let hundredths = 5; hundredths < 95; hundredths += 1) {
    const { f1 } = foundAt(scored, hundredths / 100);
    if (f1 > best.f1) best = { threshold: hundredths / 100, f1 };
  }
  return best.threshold;
};
