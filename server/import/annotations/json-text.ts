/** Where a text stops being JSON (RFC 8259), and what a parser says of it. */
export interface NotJson {
  readonly where: string;
  readonly what: string;
}

/** Whether a beginning of a text could go on to be JSON. */
const couldGoOn = (beginning: string): boolean => {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    return /end of JSON|Unterminated|No number/.test(error instanceof Error ? error.message : '');
  }
};

/** The offset from which a text is no JSON any more: not every message has it. */
const offsetOf = (text: string, message: string): number => {
  const told = /position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

const placeOf = (text: string, message: string): string => {
  const before = text.slice(0, offsetOf(text, message)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
};

/** A text without the commas that stand before a closing bracket: the slip that hands make most. */
const withoutSpareCommas = (text: string): string =>
  text.replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_all, string?: string) => string ?? '');

/** What a text holds as JSON; of one that is none also what it would hold without spare commas, so that all is told at once. */
export const readJson = (text: string): { readonly value?: unknown; readonly fault?: NotJson } => {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return { value: JSON.parse(plain) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const fault = { where: placeOf(plain, message), what: `is not JSON: ${message}` };
    try {
      return { value: JSON.parse(withoutSpareCommas(plain)), fault };
    } catch {
      return { fault };
    }
  }
};
