import { type Asked, QUESTION_FIELDS, type QuestionFields } from '../../../shared/contact.ts';
import { reviseQuestion } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { RecordForm } from './record-form.tsx';
import { useRevision } from './use-revision.ts';

/** Where the form of a question keeps what is begun in it. */
export const questionPlace = (question: string): string => `${question} question`;

/** Changes what is asked, when it was, or until when an answer is waited for. */
export const QuestionForm = ({ asked: { contact, question } }: { readonly asked: Asked }) => {
  const workspace = useWorkspace();
  const form = useRevision<QuestionFields>(questionPlace(question.id), question);
  return (
    <RecordForm
      table="question"
      fields={QUESTION_FIELDS}
      record={question}
      form={form}
      save={t('form.save')}
      onSave={(fields) => {
        if ({ ...question, ...fields }.question.trim() === '') return t('contacts.noQuestion');
        if (form.changed.length === 0) return undefined;
        return workspace.run(reviseQuestion(contact.id, question.id, fields), 'card') ? undefined : t('need.now');
      }}
    />
  );
};
