import { isSafeAddress } from '../shared/parsing.ts';
import type { Mention } from '../shared/thread.ts';

/** A run of a message: words, a name, or the address of a page. */
export interface MessageRun {
  readonly kind: 'words' | 'mention' | 'link';
  readonly text: string;
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/g;

/** The address without the punctuation that ends the sentence around it; a bracket stays when it was opened in the address. */
const withoutEnd = (address: string): string => {
  const cut = address.replace(/[.,;:!?…'’]+$/, '');
  const closed = /[)\]]$/.test(cut) && !/[([]/.test(cut.slice(8));
  return closed ? withoutEnd(cut.slice(0, -1)) : cut;
};

const linked = (text: string): readonly MessageRun[] => {
  const runs: MessageRun[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found[0]);
    if (!isSafeAddress(address) || !URL.canParse(address)) continue;
    runs.push({ kind: 'words', text: text.slice(at, found.index) }, { kind: 'link', text: address });
    at = found.index + address.length;
  }
  return [...runs, { kind: 'words', text: text.slice(at) }];
};

/** A message as runs in order; together they are its text, and nothing in it is taken for markup (T11). */
export const messageRuns = (text: string, mentions: readonly Mention[]): readonly MessageRun[] => {
  const runs: MessageRun[] = [];
  let at = 0;
  for (const { from, to } of mentions) {
    runs.push(...linked(text.slice(at, from)), { kind: 'mention', text: text.slice(from, to) });
    at = to;
  }
  return [...runs, ...linked(text.slice(at))].filter((run) => run.text !== '');
};
