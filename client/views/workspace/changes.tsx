import type { Run } from '../../../shared/runs.ts';
import { t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';

/** So many characters of shared words are kept around each change when there is little room. */
const AROUND = 24;

const shortened = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run, index) => {
    if (run.kind !== 'same' || run.text.length <= 2 * AROUND) return run;
    // No word is cut in two, unless it is one of those that have no end.
    const before = index > 0 ? run.text.slice(0, AROUND).replace(/(?<=\s)\S*$/, '') : '';
    const after = index < runs.length - 1 ? run.text.slice(-AROUND).replace(/^\S*(?=\s)/, '') : '';
    return { ...run, text: `${before}…${after}` };
  });

interface Parts {
  readonly before: string;
  readonly after: string;
  readonly isShort: boolean;
}

/** What changed in a claim's words, word by word (T4). */
export const Changes = ({ before, after, isShort }: Parts) => {
  const runs = wordDiff(before, after);
  return (
    <div class="changes">
      {!isShort && <h3 class="heading-small">{t('claim.changed')}</h3>}
      <p dir="auto">
        <Runs runs={isShort ? shortened(runs) : runs} />
      </p>
    </div>
  );
};

/** Runs of words, the old ones struck out and the new ones underlined. */
export const Runs = ({ runs }: { readonly runs: readonly Run[] }) => (
  <>
    {runs.map(({ kind, text }, index) => {
      const key = `${index} ${kind}`;
      if (kind === 'out') return <del key={key}>{text}</del>;
      return kind === 'in' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
    })}
  </>
);
