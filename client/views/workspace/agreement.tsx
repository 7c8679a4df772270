import { useMemo } from 'preact/hooks';
import { agreementIn } from '../../../shared/agreement.ts';
import type { Article } from '../../../shared/article.ts';
import { language, t } from '../../strings/index.ts';

/** How far those who judged the claims agree: the share of pairs that do, and by how much more than chance would have it. */
export const Agreement = ({ article }: { readonly article: Article }) => {
  const { claims, verdicts, settings } = article;
  const {
    claims: count,
    all,
    same,
    nominal,
    ordinal,
  } = useMemo(() => agreementIn(article), [claims, verdicts, settings]);
  if (count === 0) return <p class="meta">{t('agreement.none')}</p>;
  const percent = new Intl.NumberFormat(language(), { style: 'percent' }).format(same / all);
  const two = new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <p class="meta agreement">
      {[
        t('agreement.all', { count, percent }),
        ...(nominal === undefined ? [] : [t('agreement.nominal', { alpha: two.format(nominal) })]),
        ...(ordinal === undefined ? [] : [t('agreement.ordinal', { alpha: two.format(ordinal) })]),
      ].join(' · ')}
    </p>
  );
};
