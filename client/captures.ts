import { signal } from '@preact/signals';
import type { Capture } from '../shared/capture.ts';
import type { SourcesNotice } from '../shared/protocol.ts';
import { type Answer, ask } from './api.ts';
import { ToldSince } from './told-since.ts';

/** By article: an answer that comes late, when another is open, changes nothing there. */
const known = signal<ReadonlyMap<string, readonly Capture[]>>(new Map());

const knownOf = (article: string): readonly Capture[] => known.value.get(article) ?? [];

const know = (article: string, captures: readonly Capture[]): void => {
  known.value = new Map(known.value).set(article, captures);
};

const since = new ToldSince();

/** The copies of a source that are known of here, oldest first. */
export const capturesOf = (article: string, source: string): readonly Capture[] =>
  knownOf(article).filter((each) => each.source === source);

/** The newest copy of a source that is kept, else what became of the last try. */
export const newestOf = (captures: readonly Capture[]): Capture | undefined =>
  captures.findLast(({ state }) => state === 'fetching') ??
  captures.findLast(({ state }) => state === 'kept') ??
  captures.at(-1);

const pathOf = (article: string, ...rest: readonly string[]): string =>
  ['/api/articles', article, 'captures', ...rest]
    .map((each, index) => (index ? encodeURIComponent(each) : each))
    .join('/');

/** Asks for all that is known of the copies of an article. */
export const loadCaptures = async (article: string): Promise<void> => {
  const { askAll } = await import('./ask-all.ts');
  const asking = askAll<{ readonly captures: readonly Capture[] }>(pathOf(article), 'captures');
  const [answer, told] = await since.during(asking);
  if (!('value' in answer)) return;
  const newer = knownOf(article).filter(({ source }) => told.has(source));
  know(article, [...answer.value.captures.filter(({ source }) => !told.has(source)), ...newer]);
};

/** Takes in all that is known by now of the copies of some sources. */
export const capturesCame = ({ article, sources, captures }: SourcesNotice): void => {
  since.tell(sources);
  know(article, [...knownOf(article).filter(({ source }) => !sources.includes(source)), ...captures]);
};

/** Has the address of a source fetched, or keeps words of it. */
export const copySource = (article: string, source: string, text?: string): Promise<Answer<Capture>> =>
  ask('POST', pathOf(article), { source, ...(text !== undefined && { text }) });

/** Keeps a file as the copy of a source. */
export const copyFile = (article: string, source: string, file: File): Promise<Answer<Capture>> => {
  const body = new FormData();
  body.set('source', source);
  body.set('file', file);
  return ask('POST', pathOf(article), body);
};

/** Calls off a copy that is on its way. */
export const cancelCopy = (article: string, capture: string): Promise<Answer<undefined>> =>
  ask('DELETE', pathOf(article, capture));

/** Where a copy can be saved from, as it came. */
export const addressOfBytes = (article: string, capture: string): string => pathOf(article, capture, 'bytes');

/** Where the page of a copy can be looked at, harmless. */
export const addressOfPage = (article: string, capture: string): string => pathOf(article, capture, 'page');

/** A copy as it came; nothing when it cannot be had. */
export const loadBytes = async (article: string, capture: string): Promise<ArrayBuffer | undefined> => {
  try {
    const response = await fetch(addressOfBytes(article, capture));
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
};

/** The words of a copy; nothing when they cannot be had. */
export const loadText = async (article: string, capture: string): Promise<string | undefined> => {
  try {
    const response = await fetch(pathOf(article, capture, 'text'));
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
};
