import type { Capture } from '../capture.ts';
import type { Edition } from './format.ts';

/** Where everyone looks at a frozen copy under the report that is being published; empty where copies are not published. */
export const publicCopyAddress = ({ page }: Pick<Edition, 'page'>, capture: string): string => {
  const { address = '', all = [], copies = false } = page?.published ?? {};
  return copies ? `${address}/v/${all.at(-1)?.number}/copies/${encodeURIComponent(capture)}` : '';
};

/** The newest copy of a source that is kept; nothing where none is. */
export const newestCopy = ({ captures }: Pick<Edition, 'captures'>, source: string): Capture | undefined =>
  captures.findLast((each) => each.source === source && each.kept);
