import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { partsOf } from '../../../shared/relations.ts';
import { collapsed, wordsBetween } from '../../../shared/text.ts';
import { addPart, wordsOfPartIn } from '../../splitting.ts';
import { t } from '../../strings/index.ts';
import { ClaimLine } from './claim-line.tsx';
import { focusCard } from './focusing.ts';
import { useDraft, useWorkspace } from './here.ts';

/** The parts that a claim was split into, and the form that splits off one more. */
export const ClaimParts = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const parts = partsOf(article.claims, claim.id);
  const isOpen = workspace.form.value === 'part';
  if (parts.length === 0 && !isOpen) return null;
  return (
    <section class="claim-parts" aria-label={t('parts.title')}>
      <h3 class="heading-small">{t('parts.title')}</h3>
      {parts.map((part) => (
        <ClaimLine key={part.id} claim={part} />
      ))}
      {isOpen && <PartForm claim={claim} />}
    </section>
  );
};

/** So many characters of the words that a part stands on are shown. */
const SHOWN = 90;

const beginOf = (words: string): string =>
  words.length > SHOWN ? `${words.slice(0, SHOWN).replace(/\s+\S*$/, '')} …` : words;

const PartForm = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const area = useRef<HTMLTextAreaElement>(null);
  const [statement, set, clear] = useDraft(`${claim.id} part`, '');
  useLayoutEffect(() => {
    area.current?.form?.scrollIntoView({ block: 'nearest' });
    area.current?.focus({ preventScroll: true });
  }, []);
  const sight = workspace.sight();
  const words = sight && wordsOfPartIn(sight, claim.id);
  const close = (): void => {
    workspace.form.value = undefined;
    focusCard(claim.id);
  };
  const save = (): void => {
    if (collapsed(statement) === '' || !workspace.run(addPart(claim.id, statement.trim()), 'card')) return;
    clear();
    area.current?.focus({ preventScroll: true }); // for the next part
  };
  return (
    <form
      class="part-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        class="input"
        ref={area}
        dir="auto"
        rows={2}
        aria-label={t('parts.statement')}
        placeholder={t('parts.hint')}
        value={statement}
        onInput={(event) => set(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            save();
          }
        }}
      />
      {sight && words && (
        <p class="hint" dir="auto">
          {t('parts.on', { words: beginOf(wordsBetween(sight.article.doc, words.from, words.to)) })}
        </p>
      )}
      <p class="row">
        <button type="submit" class="button small primary">
          {t('parts.add')}
        </button>
        <button type="button" class="button small quiet" onClick={close}>
          {t('parts.done')}
        </button>
      </p>
    </form>
  );
};
