/** Reads terms that are written by their weight in hundredths: `-12:maybe,perhaps;7:voted`. */
export const unpackTerms = (packed: string): ReadonlyMap<string, number> =>
  new Map(
    packed.split(';').flatMap((group) => {
      const [weight, terms = ''] = group.split(':');
      return terms.split(',').map((term) => [term, Number(weight) / 100] as const);
    }),
  );
