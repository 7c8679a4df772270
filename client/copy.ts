/** Copies what a field holds; false when the browser forbids it, and then its words are selected for copying by hand. */
export const copyFrom = async (field: HTMLInputElement): Promise<boolean> => {
  try {
    // Not there on plain http, as in a newsroom's own network.
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
};
