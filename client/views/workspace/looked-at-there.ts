/** Two versions that are to be compared, by the versions of the article that have them: by their numbers from 1, or what taking one back changed. */
export type Pair = { readonly versions: readonly [number, number] } & (
  | { readonly numbers: readonly [number, number] }
  | { readonly back: true }
);

/** What the versions open with. */
export type Wanted = { readonly address: string } | { readonly pair: Pair };

let wanted: Wanted | undefined;

/** The versions open next with the difference to what stands at an address. */
export const lookAt = (address: string): void => {
  wanted = { address };
};

/** The versions open next with the difference between two of them. */
export const lookAtPair = (pair: Pair): void => {
  wanted = { pair };
};

/** What is to be looked at, once. */
export const takeWanted = (): Wanted | undefined => {
  const next = wanted;
  wanted = undefined;
  return next;
};
