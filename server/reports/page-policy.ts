import { PAGE_POLICY, STYLE_HASH } from '../../shared/export/html/page.ts';

/** Where a page that we drew says its policy: before anything that somebody wrote. */
const BEGINNING = 500;

/** What a page that was drawn may do: it keeps the style that it was drawn with, though pages are drawn otherwise by now. */
export const policyOf = (page: Uint8Array): string => {
  const beginning = new TextDecoder().decode(page.subarray(0, BEGINNING));
  const [said] = /sha256-[\w+/]{43}=/.exec(beginning) ?? [STYLE_HASH];
  return PAGE_POLICY.replace(STYLE_HASH, said);
};
