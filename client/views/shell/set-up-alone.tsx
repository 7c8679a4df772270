import { useEffect, useState } from 'preact/hooks';
import { startAlone } from '../../alone.ts';
import type { Problem } from '../../api.ts';
import { loadEntrance } from '../../passwords.ts';
import { t } from '../../strings/index.ts';
import { Wrong } from './wrong.tsx';

interface Parts {
  readonly secret: string;
  readonly onDone: () => void;
}

/** The one click by which somebody starts who works alone; there only for a browser on the machine of the server. */
export const SetUpAlone = ({ secret, onDone }: Parts) => {
  const [isOffered, setOffered] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => void loadEntrance().then((answer) => setOffered('value' in answer && answer.value.alone)), []);
  if (!isOffered) return null;
  const start = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const refused = await startAlone(secret);
    setBusy(false);
    setProblem(refused);
    if (!refused) onDone();
  };
  return (
    <section class="entrance-help" aria-labelledby="alone">
      <h2 id="alone">{t('setUp.alone')}</h2>
      <p>{t('setUp.aloneWords')}</p>
      <Wrong words={problem?.words} />
      <p>
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void start()}>
          {t('setUp.aloneDo')}
        </button>
      </p>
    </section>
  );
};
