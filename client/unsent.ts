import type { Returned } from './given-back.ts';
import { t } from './strings/index.ts';

/** Something of one's own that is nowhere but in this browser. */
export interface Unsent {
  readonly id: string;
  readonly what: string;
  readonly text: string;
}

const SAID = ['text', 'to', 'why'] as const;

const wordsIn = (draft: unknown): string =>
  SAID.flatMap((key) => {
    const words: unknown = Object(draft)[key];
    return typeof words === 'string' && words.trim() !== '' ? words : [];
  }).join('\n');

/** What was given back, and what was begun and not sent, as far as there are words in it. */
export const unsentOf = (tray: readonly Returned[], drafts: ReadonlyMap<string, unknown>): readonly Unsent[] => [
  ...tray.map(({ id, kind, text }) => ({ id, what: t(`part.${kind}`), text })),
  ...[...drafts]
    .map(([place, draft]) => ({ id: place, what: t('gone.begun'), text: wordsIn(draft) }))
    .filter(({ text }) => text !== ''),
];

/** What was not sent, as a text to be saved. */
export const unsentText = (unsent: readonly Unsent[]): string =>
  unsent.map(({ what, text }) => `${what}\n${text}`.trim()).join('\n\n');
