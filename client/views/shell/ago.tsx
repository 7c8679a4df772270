import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { absoluteTime, relativeTime } from '../../relative-time.ts';
import { language } from '../../strings/index.ts';

const MINUTE = 60_000;
const now = signal(Date.now());

/** How long ago something was, kept true while it is on screen; the time in full is its title. */
export const Ago = ({ time }: { readonly time: string }) => {
  useEffect(() => {
    now.value = Date.now();
    const timer = setInterval(() => {
      now.value = Date.now();
    }, MINUTE);
    return () => clearInterval(timer);
  }, [time]);
  return (
    <time dateTime={time} title={absoluteTime(time, language())}>
      {relativeTime(time, now.value, language())}
    </time>
  );
};
