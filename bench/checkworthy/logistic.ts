/** What was learnt: a weight for each feature, and one for all. */
export interface Model {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Which features each example has, by number, and its label. */
export interface Examples {
  readonly features: readonly Uint32Array[];
  readonly labels: readonly boolean[];
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly small weights are drawn to nothing (L1). */
  readonly sparseness: number;
}

/** The probability that a model gives an example. */
export const probability = ({ bias, weights }: Model, features: Uint32Array): number => {
  let odds = bias;
  for (const feature of features) odds += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-odds));
};

const towardsNothing = (weight: number, by: number): number => Math.sign(weight) * Math.max(0, Math.abs(weight) - by);

/** Logistic regression by AdaGrad, one example at a time; the order is shuffled with a fixed seed, so it always learns the same. */
export const learn = ({ features, labels }: Examples, count: number, settings: Settings): Model => {
  const weights = new Float64Array(count);
  const steepness = new Float64Array(count).fill(1e-8);
  let [bias, biasSteepness, seed] = [0, 1e-8, 12_345];
  const below = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
  const order = labels.map((_, index) => index);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const these = features[index] ?? new Uint32Array();
      const error = probability({ bias, weights }, these) - Number(labels[index]);
      for (const feature of these) {
        const steep = (steepness[feature] ?? 0) + error * error;
        steepness[feature] = steep;
        const step = settings.rate / Math.sqrt(steep);
        weights[feature] = towardsNothing((weights[feature] ?? 0) - step * error, step * settings.sparseness);
      }
      biasSteepness += error * error;
      bias -= (settings.rate / Math.sqrt(biasSteepness)) * error;
    }
  }
  return { bias, weights };
};
