import type { Article } from '../shared/article.ts';
import type { SourcesNotice } from '../shared/protocol.ts';
import type { Captures } from './captures/captures.ts';
import type { Looks } from './captures/looks.ts';
import { OWN } from './received/own-watch.ts';
import type { RoomView } from './room-view.ts';
import type { Rooms } from './rooms.ts';
import type { After } from './timer.ts';

/** What pages are told of copies and looks with. */
export interface SourceNewsParts {
  readonly rooms: Rooms;
  readonly captures: Captures;
  readonly looks: Looks;
  readonly after: After;
  readonly report: (error: unknown) => void;
  /** Whether anybody has an article open. */
  readonly isOpen: (article: string) => boolean;
  /** Sends each page of an article what it may see. */
  readonly send: (article: string, to: (view: RoomView) => SourcesNotice | undefined) => void;
}

/** At least so many milliseconds between two messages about the sources of an article. */
const PACE = 300;

/** What is known of some sources, as far as an article shows them; nothing when it shows none of them (T11). */
const seenIn = (all: SourcesNotice, article: Article): SourcesNotice | undefined => {
  const sources = all.sources.filter((source) => article.sources.has(source));
  if (sources.length === 0 && !all.own) return undefined;
  const shown = new Set(sources);
  const looks = all.looks
    .filter(({ source }) => shown.has(source))
    .map((look) => ({ ...look, findings: look.findings.filter(({ evidence }) => article.evidence.has(evidence)) }));
  const captures = all.captures.filter(({ source }) => shown.has(source));
  return { ...all, sources, captures, looks, underWay: all.underWay.filter((source) => shown.has(source)) };
};

/** Tells the pages of an article what becomes of the copies of its sources, and of looking at them and at its own address again, a few times a second. */
export const sourceNews = ({ rooms, captures, looks, after, report, isOpen, send }: SourceNewsParts) => {
  const waiting = new Map<string, Set<string>>();

  const tell = async (id: string, sources: ReadonlySet<string>): Promise<void> => {
    const room = isOpen(id) ? await rooms.open(id) : undefined;
    if (!room) return;
    const { article } = room;
    const [copies, looked] = await Promise.all([captures.of(id, article), looks.of(id, article)]);
    const isMeant = ({ source }: { readonly source: string }): boolean => sources.has(source);
    const all: SourcesNotice = {
      ...{ article: id, sources: [...sources] },
      captures: copies.filter(isMeant),
      looks: looked.looks.filter(isMeant),
      underWay: looked.underWay.filter((source) => sources.has(source)),
    };
    const own = sources.has(OWN) ? await looks.own.of(id, article) : undefined;
    send(id, (view) => seenIn({ ...all, ...(own && { own }) }, view.article));
  };

  /** Something is known of a source that was not known before. */
  return (article: string, source: string): void => {
    const known = waiting.get(article);
    if (known) return void known.add(source);
    if (!isOpen(article)) return;
    waiting.set(article, new Set([source]));
    after(PACE, () => {
      const sources = waiting.get(article) ?? new Set();
      waiting.delete(article);
      tell(article, sources).catch(report);
    });
  };
};
