import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { announce } from '../../announced.ts';
import { t } from '../../strings/index.ts';
import { type Moment, toldOfOthers } from '../../told-of-others.ts';
import type { Workspace } from '../../workspace.ts';
import { useWorkspace } from './here.ts';
import { StoringBanner } from './storing-banner.tsx';

/** What happens within so many milliseconds is told together. */
const BATCH = 2_000;

/** A line that breaks for less than this is not worth a word. */
const BROKEN = 1_000;

const momentOf = ({ article, standings }: Workspace): Moment | undefined => {
  const now = article.peek();
  return now && { article: now, standings: standings.peek() };
};

/** Tells what others do, in batches; what it returns ends that. */
const tellOfOthers = (store: Workspace): (() => void) => {
  let told: Moment | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const now = momentOf(store);
    if (!now || !told) return;
    const nameOf = (reviewer: string): string => store.nameOf(reviewer);
    const sentences = toldOfOthers(told, now, { reviewer: store.reviewer.peek().id, nameOf });
    told = now;
    if (sentences.length > 0) announce(sentences.join(' '));
  };
  const stop = effect(() => {
    if (!store.article.value) return;
    told ??= momentOf(store);
    timer ??= setTimeout(tell, BATCH);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
};

/** Tells that the line is gone, and that it is back; what it returns ends that. */
const tellOfTheLine = ({ exchange }: Workspace): (() => void) => {
  let isGone = false;
  return effect(() => {
    const goes = exchange.state.value !== 'open' && exchange.state.value !== 'opening';
    if (goes === isGone) return undefined;
    const timer = setTimeout(
      () => {
        isGone = goes;
        announce(t(goes ? 'announce.offline' : 'announce.online'));
      },
      goes ? BROKEN : 0,
    );
    return () => clearTimeout(timer);
  });
};

/** Has a screen reader told, politely, what others do to the article and how the line is; that nothing can be saved is shown to everyone. */
export const Announcer = () => {
  const store = useWorkspace();
  useEffect(() => {
    const [first, second] = [tellOfOthers(store), tellOfTheLine(store)];
    return () => {
      first();
      second();
    };
  }, [store]);
  return <StoringBanner />;
};
