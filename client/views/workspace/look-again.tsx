import { hasRole } from '../../../shared/roles.ts';
import { isWebAddress, type Source } from '../../../shared/source.ts';
import { lookSaid } from '../../look-said.ts';
import { lookAgain, looksIn } from '../../looks.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { DeedButton } from '../shell/deed-button.tsx';
import { useWorkspace } from './here.ts';

/** When the address of a source was looked at last and what came of it, and the way to have it looked at now. */
export const LookAgain = ({ source }: { readonly source: Source }) => {
  const workspace = useWorkspace();
  const { looks, underWay } = looksIn(workspace.id);
  if (!isWebAddress(source.url)) return null;
  const look = looks.get(source.id);
  const article = workspace.article.value;
  const said = article && look && lookSaid(article, look);
  const isUnderWay = underWay.has(source.id);
  const again = async (): Promise<void> => {
    const answer = await lookAgain(workspace.id, source.id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
  };
  return (
    <>
      {isUnderWay && <span role="status">{t('look.underWay')}</span>}
      {!isUnderWay && look?.problem && said === 'failed' && (
        <span>
          {t('look.failed', { count: look.failed, time: moment(look.at) })} {t(`capture.problem.${look.problem}`)}
        </span>
      )}
      {!isUnderWay && look && said !== undefined && said !== 'failed' && (
        <span>{t(`look.${said}`, { time: moment(look.at) })}</span>
      )}
      {!isUnderWay && hasRole(workspace.reviewer.value.role, 'annotator') && (
        <DeedButton class="link-button" onDo={again}>
          {t('look.again')}
        </DeedButton>
      )}
    </>
  );
};
