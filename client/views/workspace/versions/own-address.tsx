import { useState } from 'preact/hooks';
import { ownAddress } from '../../../../shared/own-look.ts';
import { addressTyped } from '../../../address-typed.ts';
import { type Command, doing } from '../../../commands.ts';
import { lookAtOwn, looksIn } from '../../../looks.ts';
import { t } from '../../../strings/index.ts';
import { moment } from '../../../times.ts';
import { toast } from '../../../toasts.ts';
import { DeedButton } from '../../shell/deed-button.tsx';
import { useWorkspace } from '../here.ts';

/** Says where the article was published; empty takes that back. */
export const placeArticle = (address: string): Command => doing(() => [{ kind: 'article.place', address }]);

/** Where the article was published: given by hand, changed, taken back, and looked at now. */
export const OwnAddress = () => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const stands = article ? ownAddress(article) : '';
  const [typed, setTyped] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const given = article?.publishedAt?.address ?? '';
  if (!article || !workspace.can(placeArticle(given === '' ? 'https://a.example/' : ''))) return null;
  const { own } = looksIn(workspace.id);
  const value = typed ?? stands;
  const save = (): void => {
    const address = addressTyped(value);
    const isAddress = /^https?:/i.test(address) && URL.canParse(address);
    setWrong(!isAddress);
    if (!isAddress) return;
    if (address === stands || workspace.run(placeArticle(address))) setTyped(undefined);
  };
  const takeBack = (): void => {
    if (!workspace.run(placeArticle(''))) return;
    setTyped(undefined);
    setWrong(false);
  };
  const look = async (): Promise<void> => {
    const answer = await lookAtOwn(workspace.id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('own.looking'));
  };
  return (
    <form
      class="own-address"
      aria-label={t('own.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 class="heading-small">{t('own.title')}</h3>
      <p class="meta" id="own-hint">
        {t('own.hint')}
      </p>
      <input
        class="input"
        type="text"
        inputMode="url"
        dir="ltr"
        aria-label={t('own.field')}
        aria-describedby={`own-hint ${isWrong ? 'own-wrong' : ''}`}
        aria-invalid={isWrong}
        value={value}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {isWrong && (
        <p class="notice error" role="alert" id="own-wrong">
          {t('own.wrong')}
        </p>
      )}
      {own && own.address === stands && <p class="meta">{t('own.looked', { time: moment(own.at) })}</p>}
      <p class="issue-deeds">
        <button type="submit" class="button small">
          {t('own.save')}
        </button>
        {stands !== '' && (
          <DeedButton class="button small quiet" onDo={look}>
            {t('own.look')}
          </DeedButton>
        )}
        {given !== '' && (
          <button type="button" class="button small quiet" onClick={takeBack}>
            {t('own.remove')}
          </button>
        )}
      </p>
    </form>
  );
};
