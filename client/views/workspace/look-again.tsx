import { TRIES } from '../../../shared/look.ts';
import { hasRole } from '../../../shared/roles.ts';
import { isWebAddress, type Source } from '../../../shared/source.ts';
import { lookAgain, looksIn } from '../../looks.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { useWorkspace } from './here.ts';

/** When the address of a source was looked at last and what came of it, and the way to have it looked at now. */
export const LookAgain = ({ source }: { readonly source: Source }) => {
  const workspace = useWorkspace();
  const { looks, underWay } = looksIn(workspace.id);
  if (!isWebAddress(source.url)) return null;
  const look = looks.get(source.id);
  const said = look?.address === source.url ? look : undefined;
  const isUnderWay = underWay.has(source.id);
  const again = async (): Promise<void> => {
    const answer = await lookAgain(workspace.id, source.id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
  };
  return (
    <>
      {isUnderWay && <span role="status">{t('look.underWay')}</span>}
      {!isUnderWay && said?.came === 'failed' && said.failed >= TRIES && said.problem && (
        <span>
          {t('look.failed', { count: said.failed, time: moment(said.at) })} {t(`capture.problem.${said.problem}`)}
        </span>
      )}
      {!isUnderWay && (said?.came === 'same' || said?.came === 'other') && said.findings.length === 0 && (
        <span>{t('look.same', { time: moment(said.at) })}</span>
      )}
      {!isUnderWay && hasRole(workspace.reviewer.value.role, 'annotator') && (
        <button type="button" class="link-button" onClick={() => void again()}>
          {t('look.again')}
        </button>
      )}
    </>
  );
};
