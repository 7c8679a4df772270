import '../../styles/brought-along.css';
import { type Brought, broughtAlong, type Reading, type Remark } from '../../reading.ts';
import { t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from '../workspace/changes.tsx';

/** So many are listed at once; the others stand in the article. */
const SHOWN = 100;

/** Says how many comments, changes and notes come along with the file; nothing where none do. */
export const BroughtAlong = ({ reading: { remarks = [], suggestions = [] } }: { readonly reading: Reading }) => {
  const comments = remarks.filter(({ kind }) => kind === 'comment').length;
  const notes = remarks.length - comments;
  const things = [
    comments > 0 && t('preview.comments', { count: comments }),
    suggestions.length > 0 && t('preview.changes', { count: suggestions.length }),
    notes > 0 && t('preview.notes', { count: notes }),
  ].filter((each) => each !== false);
  if (things.length === 0) return null;
  return (
    <p class="comes-along" role="status">
      {t('preview.comesAlong', { things: things.join(', ') })}
    </p>
  );
};

/** What comes along, each with the words that it stands on. */
export const BroughtList = ({ reading }: { readonly reading: Reading }) => (
  <ol class="brought-list">
    {broughtAlong(reading)
      .slice(0, SHOWN)
      .map((brought, index) => (
        <BroughtView key={`${index}`} brought={brought} />
      ))}
  </ol>
);

const authorOf = ({ kind, messages }: Remark): string =>
  messages[0]?.author || t(kind === 'comment' ? 'preview.nobody' : 'preview.writer');

const BroughtView = ({ brought: { words, remark, suggestion } }: { readonly brought: Brought }) => {
  if (suggestion)
    return (
      <li>
        <p class="meta">
          <bdi>{suggestion.author || t('preview.nobody')}</bdi>
        </p>
        <p dir="auto">
          <Runs runs={wordDiff(words, suggestion.instead)} />
        </p>
      </li>
    );
  if (!remark) return null;
  const answers = remark.messages.length - 1;
  return (
    <li>
      <p class="brought-words" dir="auto">
        {words}
      </p>
      <p class="meta">
        <bdi>{authorOf(remark)}</bdi>
        {answers > 0 && ` · ${t('preview.answers', { count: answers })}`}
        {remark.resolved && ` · ${t('preview.resolved')}`}
      </p>
      <p class="brought-text" dir="auto">
        {remark.messages[0]?.text}
      </p>
    </li>
  );
};
