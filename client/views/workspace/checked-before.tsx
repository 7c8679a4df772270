import '../../styles/checked-before.css';
import { useEffect, useState } from 'preact/hooks';
import type { EarlierClaim } from '../../../shared/api/records/search.ts';
import type { Article } from '../../../shared/article.ts';
import type { Claim, ClaimFields } from '../../../shared/claim.ts';
import { kinOf } from '../../../shared/relations.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import type { Problem } from '../../api.ts';
import { reviseClaim } from '../../commands.ts';
import {
  copyEvidence,
  type EarlierClaims,
  evidenceElsewhere,
  findEarlier,
  judgedWords,
  ratingOf,
} from '../../earlier.ts';
import { t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { useOnline } from './copy/use-online.ts';
import { useWorkspace } from './here.ts';
import { useRevision } from './use-revision.ts';

/** How long it is waited for more to be typed, in milliseconds. */
const PAUSE = 400;

/** Fewer characters than these say nothing that could have been checked. */
const FEWEST = 8;

interface Asked {
  readonly text: string;
  readonly answer?: EarlierClaims;
  readonly problem?: Problem;
}

const useEarlier = (claim: Claim, text: string) => {
  const workspace = useWorkspace();
  const [asked, setAsked] = useState<Asked>();
  const [turn, setTurn] = useState(0);
  const language = workspace.article.value?.origin.language ?? '';
  useEffect(() => {
    if (text.length < FEWEST) {
      setAsked(undefined);
      return undefined;
    }
    let isOver = false;
    const look = async (): Promise<void> => {
      const answer = await findEarlier(text, language, workspace.id, claim.id);
      if (isOver) return; // something else is asked by now
      setAsked('value' in answer ? { text, answer: answer.value } : { text, problem: answer.problem });
    };
    const timer = setTimeout(() => void look(), PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, language, claim.id, turn]);
  const again = (): void => setTurn((turn) => turn + 1);
  useOnline(asked?.problem !== undefined, again);
  return { asked, again };
};

interface Parts {
  readonly claim: Claim;
  readonly words: string;
}

/**
 * What the desk checked before that is like a claim, also while its statement is typed. While verdicts are blind nothing is asked: what
 * others found elsewhere would be known by it.
 */
export const CheckedBefore = ({ claim, words }: Parts) => {
  const { article } = useWorkspace();
  if (!article.value || isBlindTo(article.value) || claim.withdrawn) return null;
  return <Earlier claim={claim} words={words} />;
};

const Earlier = ({ claim, words }: Parts) => {
  const workspace = useWorkspace();
  const form = useRevision<ClaimFields>(`${claim.id} statement`, claim);
  const typed = form.isOpen ? form.values.statement?.trim() : undefined;
  const { asked, again } = useEarlier(claim, typed || claim.statement || words);
  const own = workspace.standings.value.get(claim.id)?.outcome;
  if (asked?.problem)
    return (
      <p class="hint checked-before-not">
        {t('earlier.problem', { why: asked.problem.words })}{' '}
        <button type="button" class="link-button" onClick={again}>
          {t('app.tryAgain')}
        </button>
      </p>
    );
  const { claims: found = [], differ = false } = asked?.answer ?? {};
  const article = workspace.article.value;
  const kin = kinOf(article?.claims ?? new Map(), claim.id);
  // What it was split into says much the same, and stands on the card already; a claim around or within it was not said before.
  const isHere = (id: string): boolean =>
    kin.has(id) || (article !== undefined && isAroundOrWithin(article, claim.id, id));
  const claims = found.filter((each) => each.article !== workspace.id || !isHere(each.claim));
  if (claims.length === 0) return null;
  const checked = claims.filter(({ outcome }) => outcome !== undefined).length;
  const counts = { count: claims.length, checked };
  const against = own && claims.find((each) => each.relation === 'same' && isElse(each, own.rating.tone));
  return (
    <section class="checked-before" aria-label={t('earlier.title')}>
      {against && (
        <p class="alert" role="status">
          <span>{judgedWords(against)}</span>
        </p>
      )}
      {!against && differ && <p class="alert">{t('earlier.differ')}</p>}
      <details>
        <summary>
          {checked === 0
            ? t('earlier.unchecked', counts)
            : t(checked < claims.length ? 'earlier.someChecked' : 'earlier.count', counts)}
        </summary>
        <ul>
          {claims.map((each) => (
            <li key={`${each.article} ${each.claim}`}>
              <One claim={claim} earlier={each} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};

/** Whether two claims have words of the text in common. On exactly the same words one of them says it again, which is worth knowing. */
const isAroundOrWithin = ({ anchors }: Article, one: string, other: string): boolean => {
  const [here, there] = [anchors.get(one), anchors.get(other)];
  if (!here || !there || (here.from === there.from && here.to === there.to)) return false;
  return here.from < there.to && there.from < here.to;
};

/** Whether an earlier claim came to something else, and that still holds for what stands there now. */
const isElse = ({ outcome }: EarlierClaim, tone: string): boolean =>
  outcome !== undefined && !outcome.stale && outcome.tone !== tone;

/** What tells an earlier claim apart, in words: `1,200 here, 2,100 there`. */
const differencesOf = ({ differences }: EarlierClaim): readonly string[] =>
  differences.map(({ by, here, there }) => {
    const name = t(`earlier.by.${by}`);
    const nothing = t('earlier.nothing');
    return t('earlier.apart', { name, here: here || nothing, there: there || nothing });
  });

const One = ({ claim, earlier }: { readonly claim: Claim; readonly earlier: EarlierClaim }) => {
  const workspace = useWorkspace();
  const isHere = earlier.article === workspace.id;
  const look = earlier.outcome ? `look-${earlier.outcome.tone}` : 'look-open';
  const same = reviseClaim(claim.id, { sameAs: earlier.claim });
  const copy = async (): Promise<void> => {
    const answer = await evidenceElsewhere(earlier.article, earlier.claim);
    if ('problem' in answer) return void toast(answer.problem.words, { tone: 'error' });
    const isDone = answer.value.length > 0 && workspace.run(copyEvidence(claim.id, answer.value), 'card');
    toast(isDone ? t('earlier.copied', { count: answer.value.length }) : t('earlier.nothingToCopy'));
  };
  return (
    <article class="earlier">
      <p class="earlier-head">
        <strong>{t(`earlier.${earlier.relation}`)}</strong>
        <span class={`outcome ${look}`}>{ratingOf(earlier)}</span>
        {earlier.outcome?.stale && <span class="tag warn">{t('standing.stale')}</span>}
        <span class="meta">{dayOf(earlier.outcome?.at ?? earlier.markedAt)}</span>
      </p>
      <p class="earlier-words" dir="auto">
        {earlier.text}
      </p>
      {differencesOf(earlier).map((words) => (
        <p class="meta" key={words} dir="auto">
          {words}
        </p>
      ))}
      <p class="row">
        {isHere ? (
          <button type="button" class="button small quiet" onClick={() => workspace.select(earlier.claim, 'key')}>
            {t('earlier.open')}
          </button>
        ) : (
          <a
            class="button small quiet"
            href={`/articles/${encodeURIComponent(earlier.article)}#claim-${encodeURIComponent(earlier.claim)}`}
            target="_blank"
            rel="noopener"
            dir="auto"
          >
            {t('earlier.beside', { title: earlier.title || t('articles.untitled') })}
          </a>
        )}
        {isHere && earlier.relation === 'same' && workspace.can(same) && (
          <button type="button" class="button small" onClick={() => workspace.run(same, 'card')}>
            {t('earlier.useSame')}
          </button>
        )}
        {!isHere && workspace.can(reviseClaim(claim.id, {})) && (
          <button type="button" class="button small" onClick={() => void copy()}>
            {t('earlier.copy')}
          </button>
        )}
      </p>
    </article>
  );
};
