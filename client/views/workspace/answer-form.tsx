import { useState } from 'preact/hooks';
import {
  ANSWER_FIELDS,
  type AnswerFields,
  type Asked,
  CONTACT_FIELDS,
  type ContactFields,
} from '../../../shared/contact.ts';
import { withEmpty } from '../../../shared/fields.ts';
import { answerQuestion } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { withSecrecy } from './contact-form.tsx';
import { useWorkspace } from './here.ts';
import { RecordFields } from './record-fields.tsx';
import { RecordForm } from './record-form.tsx';
import { useRevision } from './use-revision.ts';

const NONE = { ...withEmpty(ANSWER_FIELDS, {}), id: '' };

/** What is agreed to when somebody answers. */
const AGREED = { consent: CONTACT_FIELDS.consent, describedAs: CONTACT_FIELDS.describedAs };

/** Where the form of an answer keeps what is begun in it. */
export const answerPlace = (question: string): string => `${question} answer`;

interface Parts {
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** Puts down what came of a question, and what they agreed to by answering. */
export const AnswerForm = ({ asked: { contact, question }, onClose }: Parts) => {
  const workspace = useWorkspace();
  const form = useRevision<AnswerFields>(answerPlace(question.id), NONE);
  const [agreed, setAgreed] = useState<Partial<ContactFields>>({});
  const now = { ...contact, ...agreed };
  return (
    <RecordForm
      table="answer"
      fields={ANSWER_FIELDS}
      record={NONE}
      form={form}
      save={t('contacts.save')}
      onClose={onClose}
      onSave={(fields) => {
        if (!fields.answer) return t('contacts.noAnswer');
        const changed = Object.entries(agreed).filter(
          ([key, value]) => JSON.stringify(value) !== JSON.stringify(contact[key as keyof ContactFields]),
        );
        const command = answerQuestion(contact.id, question.id, fields, Object.fromEntries(changed));
        return workspace.run(command, 'card') ? undefined : t('need.now');
      }}
    >
      <p class="question-words" dir="auto">
        {question.question}
      </p>
      <RecordFields
        fields={worded('contact', AGREED)}
        except={now.consent === 'background' ? [] : ['describedAs']}
        values={now}
        onInput={(values) => setAgreed({ ...agreed, ...withSecrecy(values, now) })}
      />
    </RecordForm>
  );
};
