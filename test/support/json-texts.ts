import type { Written } from './export-contract.ts';
/** Every text in a JSON file, at any depth. */
export const jsonTexts = (written: Written): readonly string[] => {
  const texts: string[] = [];
  JSON.parse(String(written), (_, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
};
