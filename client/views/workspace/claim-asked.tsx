import '../../styles/contacts.css';
import type { Claim } from '../../../shared/claim.ts';
import { askedAbout } from '../../../shared/contact.ts';
import { askSomebody } from '../../begin-asking.ts';
import { t } from '../../strings/index.ts';
import { AskForm } from './ask-form.tsx';
import { AskedLine } from './asked-line.tsx';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';

/** Who was asked about a claim and what they replied, beside its verdict; and the way to ask somebody. */
export const ClaimAsked = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const asked = askedAbout(article.contacts, claim.id);
  const isAsking = workspace.form.value === 'ask' && workspace.claim.value === claim.id;
  const mayAsk = !claim.withdrawn && workspace.can(askSomebody);
  if (asked.length === 0 && !isAsking && !mayAsk) return null;
  return (
    <section class="claim-asked" aria-label={t('contacts.title')}>
      <div class="asked-title">
        <h3 class="heading-small">{t('contacts.title')}</h3>
        <span class="spacer" />
        {mayAsk && !isAsking && (
          <button
            type="button"
            class="button quiet small"
            aria-keyshortcuts="z"
            onClick={() => workspace.run(askSomebody, 'card')}
          >
            {t('contacts.ask')} <CommandKeys of="ask" />
          </button>
        )}
      </div>
      {asked.map((each) => (
        <AskedLine key={each.question.id} asked={each} isBesideClaim />
      ))}
      {isAsking && <AskForm claim={claim} />}
    </section>
  );
};
