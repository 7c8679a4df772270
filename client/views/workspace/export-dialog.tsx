import '../../styles/export.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AUDIENCES, type Audience } from '../../../shared/export/format.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import { ask } from '../../api.ts';
import { byPurpose, lossWords, namesOf, type Offer, type Offered, queryOf, type Wanted } from '../../export-formats.ts';
import { t } from '../../strings/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ExportDownload } from './export-download.tsx';
import { ExportFormats } from './export-formats.tsx';
import { ExportSelection, useListed } from './export-selection.tsx';
import { useWorkspace } from './here.ts';

const ALL: Wanted = { which: 'all', work: '', outcome: '' };

/** What the server offers for a query; the offer before it stays while the next is on its way. */
const useOffer = (address: string | undefined) => {
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<string>();
  const [turn, setTurn] = useState(0);
  const newest = useRef('');
  useEffect(() => {
    if (address === undefined) return;
    newest.current = address;
    setProblem(undefined);
    void ask<Offer>('GET', address).then((answer) => {
      if (newest.current !== address) return;
      if ('problem' in answer) setProblem(answer.problem.words);
      else setOffer(answer.value);
    });
  }, [address, turn]);
  return { offer, problem, again: () => setTurn(turn + 1) };
};

/** In which format the article is had, for whom, with which claims; what is lost is said before it is downloaded. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { article, id } = useWorkspace();
  const listed = useListed();
  const [chosen, setChosen] = useState<string>();
  const [audience, setAudience] = useState<Audience | ''>('');
  const [wanted, setWanted] = useState(ALL);
  const waits = article.value !== undefined && isBlindTo(article.value);
  const address = `/api/articles/${encodeURIComponent(id)}/export`;
  const query = queryOf(audience, wanted, listed);
  const { offer, problem, again } = useOffer(waits ? undefined : address + query);
  const format =
    offer?.formats.find((each) => each.format === chosen) ?? (offer && byPurpose(offer.formats)[0]?.[1][0]);
  const isSplit = useRef(false);
  // Only where something is not public is there a choice, and once there is, it stays.
  isSplit.current ||= offer?.formats.some(({ losses }) => losses.some(({ kind }) => kind === 'not-public')) ?? false;
  return (
    <Dialog title={t('export.title')} isWide onClose={onClose}>
      {waits && <p>{t('refusal.blind')}</p>}
      {!waits && !offer && !problem && <p role="status">{t('app.loading')}</p>}
      {problem && (
        <p role="alert" class="row">
          {problem}{' '}
          <button type="button" class="button small" onClick={again}>
            {t('app.tryAgain')}
          </button>
        </p>
      )}
      {offer && format && !waits && (
        <div class="export">
          <ExportFormats formats={offer.formats} chosen={format.format} onChoose={setChosen} />
          <div class="export-chosen">
            <h3 aria-live="polite">{namesOf(format)[0]}</h3>
            {namesOf(format)[1] !== '' && <p class="meta">{namesOf(format)[1]}</p>}
            {isSplit.current && <ForWhom audience={audience || format.audience} onChoose={setAudience} />}
            {format.isWhole ? (
              <p class="meta">{t('export.whole')}</p>
            ) : (
              <ExportSelection wanted={wanted} onWant={setWanted} claims={offer.claims} listed={listed.length} />
            )}
            <Losses format={format} />
            <ExportDownload
              address={`${address}/${encodeURIComponent(format.format)}${format.isWhole ? queryOf(audience, ALL, []) : query}`}
              isEmpty={!format.isWhole && offer.claims.shown === 0 && offer.claims.of > 0}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
};

interface Choosing {
  readonly audience: Audience;
  readonly onChoose: (audience: Audience) => void;
}

const ForWhom = ({ audience, onChoose }: Choosing) => (
  <fieldset class="export-audience">
    <legend>{t('export.audience')}</legend>
    {(Object.keys(AUDIENCES) as Audience[]).map((each) => (
      <label key={each}>
        <input type="radio" name="export-audience" checked={each === audience} onChange={() => onChoose(each)} />
        {t(`export.audience.${each}`)}
      </label>
    ))}
  </fieldset>
);

/** What of the article finds no place in the file. */
const Losses = ({ format: { losses } }: { readonly format: Offered }) => (
  <section class="export-losses" aria-label={t('export.losses')}>
    <h4>{t('export.losses')}</h4>
    {losses.length === 0 && <p class="meta">{t('export.lossless')}</p>}
    {losses.map((loss) => (
      <p key={loss.words}>{lossWords(loss)}</p>
    ))}
  </section>
);
