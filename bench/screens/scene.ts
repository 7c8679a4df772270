import type { Browser, Page } from 'playwright-core';
import type { Articles } from './desk.ts';

/** The kinds of screens that pictures are taken on. */
export const VIEWS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 } },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
  zoomed: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
} as const satisfies Readonly<Record<string, Parameters<Browser['newContext']>[0]>>;

/** A key of `VIEWS`. */
export type View = keyof typeof VIEWS;

/** Where a scene is played. */
export interface Stage {
  readonly page: Page;
  /** The server that the page is on: the desk full of articles, or an empty one for a newcomer. */
  readonly address: string;
  readonly articles: Articles;
}

/** A screen in one of its states. */
export interface Scene {
  /** The name of its picture, without the view. */
  readonly name: string;
  /** What is to be seen, in a few words. */
  readonly says: string;
  readonly views: readonly View[];
  /** Whose page it is, if not the lead's: nobody's, or that of the lead of an empty desk. */
  readonly by?: 'nobody' | 'newcomer';
  /** Its page stays otherwise than it found it, its clock or its line for one: nothing else can be played on it. */
  readonly spoils?: true;
  readonly play: (stage: Stage) => Promise<void>;
}
