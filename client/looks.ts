import { signal } from '@preact/signals';
import type { Look } from '../shared/look.ts';
import type { OwnLook } from '../shared/own-look.ts';
import type { SourcesNotice } from '../shared/protocol.ts';
import { type Answer, ask } from './api.ts';
import { t } from './strings/index.ts';
import { toast } from './toasts.ts';
import { ToldSince } from './told-since.ts';

interface Known {
  readonly looks: ReadonlyMap<string, Look>;
  readonly underWay: ReadonlySet<string>;
  /** Of the article's own address. */
  readonly own?: OwnLook;
}

const NOTHING: Known = { looks: new Map(), underWay: new Set() };

/** By article: an answer that comes late, when another is open, changes nothing there. */
const known = signal<ReadonlyMap<string, Known>>(new Map());

const know = (article: string, all: Known): void => {
  known.value = new Map(known.value).set(article, all);
};

const since = new ToldSince();

/** What is known here of looking again at the sources of an article. */
export const looksIn = (article: string): Known => known.value.get(article) ?? NOTHING;

const pathOf = (article: string): string => `/api/articles/${encodeURIComponent(article)}/looks`;

const bySource = (looks: readonly Look[]) => looks.map((look) => [look.source, look] as const);

/** Asks for the latest looks at all sources of an article. */
export const loadLooks = async (article: string): Promise<void> => {
  const asking = ask<Pick<SourcesNotice, 'looks' | 'underWay' | 'own'>>('GET', pathOf(article));
  const [answer, told] = await since.during(asking);
  if (!('value' in answer)) return;
  const { looks, underWay, own } = answer.value;
  const now = looksIn(article);
  const untold = (source: string): boolean => !told.has(source);
  const newer = (source: string): boolean => told.has(source);
  know(article, {
    looks: new Map([
      ...bySource(looks).filter(([source]) => untold(source)),
      ...[...now.looks].filter(([source]) => newer(source)),
    ]),
    underWay: new Set([...underWay.filter(untold), ...[...now.underWay].filter(newer)]),
    ...(own && { own }),
  });
};

/** Takes in all that is known by now of looking at some sources. */
export const looksCame = ({ article, sources, looks, underWay, own }: SourcesNotice): void => {
  since.tell(sources);
  const before = looksIn(article);
  const others = <T>(all: Iterable<T>, source: (each: T) => string) =>
    [...all].filter((each) => !sources.includes(source(each)));
  know(article, {
    looks: new Map([...others(before.looks, ([source]) => source), ...bySource(looks)]),
    underWay: new Set([...others(before.underWay, (source) => source), ...underWay]),
    ...((own ?? before.own) && { own: own ?? before.own }),
  });
};

/** Has the address of a source looked at again, or of all. */
export const lookAgain = (article: string, source?: string): Promise<Answer<{ readonly begun: readonly string[] }>> =>
  ask('POST', pathOf(article), source === undefined ? {} : { source });

/** Has the article's own address looked at. */
export const lookAtOwn = (article: string): Promise<Answer<{ readonly own?: true }>> =>
  ask('POST', pathOf(article), { own: true });

/** Has the addresses of all sources looked at again, and says of how many. */
export const lookAtAll = async (article: string): Promise<void> => {
  const answer = await lookAgain(article);
  if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
  else toast(t('look.begun', { count: answer.value.begun.length }));
};
