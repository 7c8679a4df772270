import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import {
  CONTACT_FIELDS,
  type ContactFields,
  contactName,
  QUESTION_FIELDS,
  type QuestionFields,
} from '../../../shared/contact.ts';
import { parseSome, withEmpty } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { usualQuestion } from '../../call-sheet.ts';
import { askAbout } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { wrongField } from '../../wrong-words.ts';
import { withSecrecy } from './contact-form.tsx';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useDraft, useWorkspace } from './here.ts';
import { RecordFields } from './record-fields.tsx';

interface Draft {
  /** The id of a contact of the article; empty for a new one. */
  readonly chosen: string;
  readonly contact: Partial<ContactFields>;
  readonly question: Partial<QuestionFields>;
}

/** What can be filled in later, and is asked for only where somebody wants to. */
const MORE = ['consent', 'describedAs', 'note', 'visibility'] as const satisfies readonly (keyof ContactFields)[];
const FIRST = (Object.keys(CONTACT_FIELDS) as (keyof ContactFields)[]).filter(
  (name) => !(MORE as readonly string[]).includes(name),
);

/** Asks somebody about a claim: a contact of the article, somebody who said it, or anybody else. */
export const AskForm = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const contacts = [...(article?.contacts.values() ?? [])].filter((contact) => !contact.withdrawn);
  const usual = article ? usualQuestion(article, claim.id) : '';
  const begun: Draft = { chosen: contacts[0]?.id ?? '', contact: {}, question: { question: usual } };
  const [draft, setDraft, clear] = useDraft<Draft>(`${claim.id} ask`, begun);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const select = useId();
  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, []);
  const close = (): void => {
    workspace.form.value = undefined;
    focusCard(claim.id);
  };
  const save = (): void => {
    const problem = problemOf(draft);
    setError(problem);
    if (problem !== undefined) return;
    const asked = [{ claim: claim.id, fields: draft.question }];
    if (!workspace.run(askAbout(draft.chosen || draft.contact, asked), 'card')) return;
    clear();
    close();
  };
  const fill = (values: Partial<ContactFields>): void => {
    const now = withEmpty(CONTACT_FIELDS, draft.contact);
    setDraft({ ...draft, contact: { ...draft.contact, ...withSecrecy(values, now) } });
  };
  const fields = worded('contact', CONTACT_FIELDS);
  const saidIt = claim.attribution.filter(({ kind }) => kind !== 'dataset');
  return (
    <form class="record-form" ref={form} {...formKeys(save, close)}>
      {contacts.length > 0 && (
        <div class="field">
          <label for={select}>{t('contacts.who')}</label>
          <select
            class="input"
            id={select}
            value={draft.chosen}
            onChange={(event) => setDraft({ ...draft, chosen: event.currentTarget.value })}
          >
            {contacts.map((contact) => (
              <option key={contact.id} value={contact.id}>
                {contactName(contact)}
              </option>
            ))}
            <option value="">{t('contacts.new')}</option>
          </select>
        </div>
      )}
      {draft.chosen === '' && (
        <>
          {saidIt.length > 0 && (
            <p class="said-it">
              <span class="meta">{t('contacts.saidIt')}</span>{' '}
              {saidIt.map(({ name, role }) => (
                <button type="button" class="button small" key={name} onClick={() => fill({ person: name, role })}>
                  <span dir="auto">{name}</span>
                </button>
              ))}
            </p>
          )}
          <RecordFields fields={fields} except={MORE} values={draft.contact} onInput={fill} />
          <details class="more-fields">
            <summary>{t('contacts.more')}</summary>
            <RecordFields fields={fields} except={FIRST} values={draft.contact} onInput={fill} />
          </details>
        </>
      )}
      <RecordFields
        fields={worded('question', QUESTION_FIELDS)}
        values={draft.question}
        onInput={(values) => setDraft({ ...draft, question: { ...draft.question, ...values } })}
      />
      <p class="hint">{t('contacts.notYet')}</p>
      <FormFoot save={t('contacts.save')} error={error} onCancel={close} />
    </form>
  );
};

const problemOf = ({ chosen, contact, question }: Draft): string | undefined => {
  if (chosen === '' && !contact.person?.trim() && !contact.role?.trim()) return t('contacts.nobody');
  if (!question.question?.trim()) return t('contacts.noQuestion');
  try {
    parseSome(CONTACT_FIELDS)(contact, '');
    parseSome(QUESTION_FIELDS)(question, '');
    return undefined;
  } catch (error) {
    if (error instanceof Invalid)
      return wrongField({ ...worded('contact', CONTACT_FIELDS), ...worded('question', QUESTION_FIELDS) }, error);
    throw error;
  }
};
