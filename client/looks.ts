import { signal } from '@preact/signals';
import type { Look } from '../shared/look.ts';
import type { OwnLook } from '../shared/own-look.ts';
import type { SourcesNotice } from '../shared/protocol.ts';
import { type Answer, ask } from './api.ts';
import { t } from './strings/index.ts';
import { toast } from './toasts.ts';

interface Known {
  readonly article: string;
  readonly looks: ReadonlyMap<string, Look>;
  readonly underWay: ReadonlySet<string>;
  /** Of the article's own address. */
  readonly own?: OwnLook;
}

const NOTHING: Omit<Known, 'article'> = { looks: new Map(), underWay: new Set() };

const known = signal<Known>({ article: '', ...NOTHING });

/** What is known here of looking again at the sources of an article. */
export const looksIn = (article: string): Omit<Known, 'article'> =>
  known.value.article === article ? known.value : NOTHING;

const pathOf = (article: string): string => `/api/articles/${encodeURIComponent(article)}/looks`;

const bySource = (looks: readonly Look[]) => looks.map((look) => [look.source, look] as const);

/** Asks for the latest looks at all sources of an article. */
export const loadLooks = async (article: string): Promise<void> => {
  const answer = await ask<Pick<SourcesNotice, 'looks' | 'underWay' | 'own'>>('GET', pathOf(article));
  if (!('value' in answer)) return;
  const { looks, underWay, own } = answer.value;
  known.value = { article, looks: new Map(bySource(looks)), underWay: new Set(underWay), ...(own && { own }) };
};

/** Takes in all that is known by now of looking at some sources. */
export const looksCame = ({ article, sources, looks, underWay, own }: SourcesNotice): void => {
  const before = looksIn(article);
  const others = <T>(all: Iterable<T>, source: (each: T) => string) =>
    [...all].filter((each) => !sources.includes(source(each)));
  known.value = {
    article,
    looks: new Map([...others(before.looks, ([source]) => source), ...bySource(looks)]),
    underWay: new Set([...others(before.underWay, (source) => source), ...underWay]),
    ...((own ?? before.own) && { own: own ?? before.own }),
  };
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
