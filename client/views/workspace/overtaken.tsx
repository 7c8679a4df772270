import type { Fields } from '../../../shared/fields.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly fields: Fields;
  /** The record as it stands now. */
  readonly record: { readonly id: string };
  /** The fields that were changed meanwhile. */
  readonly names: readonly string[];
  /** Whether it must be said which field it is. */
  readonly isLabelled?: boolean;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** Says in a form that somebody changed the same meanwhile, and asks whose stays; nothing when nobody did. */
export const Overtaken = ({ fields, record, names, isLabelled, onTheirs, onMine }: Parts) => {
  const workspace = useWorkspace();
  const session = workspace.exchange.session.value;
  if (names.length === 0 || !session) return null;
  const nameOf = (field: string): string => {
    const by = workspace.exchange.revisers.of(session, record.id, field);
    if (by === undefined) return t('overtaken.somebody');
    return by === session.reviewer ? t('overtaken.you') : workspace.nameOf(by);
  };
  const wordsOf = (field: string): string => {
    const name = nameOf(field);
    const value = fields[field]?.show(record[field as keyof typeof record]);
    return value ? t('overtaken.changed', { name, value }) : t('overtaken.emptied', { name });
  };
  return (
    <div class="alert overtaken" role="alert">
      {names.map((field) => (
        <p key={field} dir="auto">
          {isLabelled && `${fields[field]?.label}: `}
          {wordsOf(field)}
        </p>
      ))}
      <p class="row">
        <button type="button" class="button small" onClick={onTheirs}>
          {t('overtaken.theirs')}
        </button>
        <button type="button" class="button small" onClick={onMine}>
          {t('overtaken.mine')}
        </button>
      </p>
    </div>
  );
};
