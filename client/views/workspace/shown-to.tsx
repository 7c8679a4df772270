import '../../styles/visibility.css';
import { type Shown, wayOf } from '../../../shared/visibility.ts';
import { language, t } from '../../strings/index.ts';
import { Icon } from '../shell/icon.tsx';
import { useWorkspace } from './here.ts';

/** So many people are named; of more it is said how many. */
const NAMED = 4;

interface Parts {
  readonly record: Pick<Shown, 'visibility' | 'reviewer'>;
  /** What needs no saying. */
  readonly usual: 'public' | 'desk';
}

/** Says who sees something, where that is not as it is as a rule. */
export const ShownTo = ({ record: { visibility, reviewer }, usual }: Parts) => {
  const workspace = useWorkspace();
  if (visibility === usual) return null;
  const way = wayOf(visibility);
  const people = typeof visibility === 'string' ? [] : [...new Set([reviewer, ...visibility])];
  const names = new Intl.ListFormat(language()).format(people.map((each) => workspace.nameOf(each)));
  const words =
    people.length > NAMED
      ? t('visibility.sign.many', { count: people.length })
      : t(`visibility.sign.${way}`, { names });
  return (
    <span class="shown-to" title={t(`visibility.hint.${way}`)}>
      {way !== 'public' && <Icon name="lock" />}
      <span dir="auto">{words}</span>
    </span>
  );
};
