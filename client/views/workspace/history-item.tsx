import '../../styles/history.css';
import type { ComponentChildren } from 'preact';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { useWorkspace } from './here.ts';

/** The colour of a reviewer who is not known by a profile. */
const UNKNOWN = '#586474';

interface Parts {
  readonly version: number;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What was done, in words. */
  readonly what: string;
  /** The hash of its entry, where that is to be seen. */
  readonly hash?: string;
  readonly children?: ComponentChildren;
}

/** One thing that happened: who, what, and when, which leads to the article as it was then. */
export const HistoryItem = ({ version, reviewer, at, what, hash, children }: Parts) => {
  const workspace = useWorkspace();
  const { name, colour } = workspace.company.folk.value[reviewer] ?? { name: reviewer, colour: UNKNOWN };
  const see = t('past.see', { version });
  return (
    <li class="history-line">
      <i class="history-dot" style={{ background: colour }} aria-hidden="true" />
      <div>
        <p>
          <strong dir="auto">{name}</strong> {what}
        </p>
        {children}
      </div>
      <button
        type="button"
        class="meta time-button"
        title={hash === undefined ? see : `${see} · ${hash.slice(0, 12)}`}
        onClick={() => workspace.travel(version)}
      >
        <time dateTime={at}>{moment(at)}</time>
      </button>
    </li>
  );
};
