import { CLAIMANT_FIELDS, type Claimant } from '../../attribution.ts';
import { EVIDENCE_FIELDS, type Evidence } from '../../evidence.ts';
import { outcomeOf, ratingOfVerdict, scaleOf, staleness } from '../../outcome.ts';
import { placeInWords } from '../../pin.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../../source.ts';
import { STALE, type Verdict } from '../../verdict.ts';
import type { Edition } from '../format.ts';
import { type Column, type Table, tableOf } from '../table.ts';
import { claimColumns, fieldColumns, type Of, signature, standing } from './record-columns.ts';

/** A row a piece of evidence. */
export const evidenceTable = (edition: Edition): Table => {
  const sourceOf = ({ source }: Evidence): Source | undefined => edition.article.sources.get(source);
  const columns: readonly Column<Of<Evidence>>[] = [
    { label: 'Evidence', value: ({ id }) => id },
    { label: 'Version', value: ({ revision }) => revision },
    ...claimColumns<Of<Evidence>>(({ claim }) => claim),
    { label: 'Source', value: ({ source }) => source },
    { label: 'Source title', value: (row) => sourceOf(row)?.title ?? '' },
    { label: 'Source address', as: 'address', value: (row) => sourceOf(row)?.url ?? '' },
    ...fieldColumns<typeof EVIDENCE_FIELDS, Of<Evidence>>(EVIDENCE_FIELDS, (row) => row),
    { label: 'Place', value: ({ pin }) => (pin === '' ? '' : placeInWords(pin)) },
    { label: 'SHA-256 of the frozen copy', value: ({ pin }) => (pin === '' ? '' : pin.sha256) },
    ...signature<Of<Evidence>>(['Attached by', ({ reviewer }) => reviewer], ['Attached at', (row) => row.attachedAt]),
  ];
  const rows = standing(edition.article.evidence.values()).map((each) => ({ ...each, edition }));
  return tableOf('Evidence', columns, rows);
};

/** A row a verdict that stands, those of the lead among them. */
export const verdictTable = (edition: Edition): Table => {
  const { article } = edition;
  type Row = Of<Verdict> & { readonly isDecision: boolean };
  const decides = (row: Row): boolean => outcomeOf(article, row.claim)?.verdict.id === row.id;
  const staleIn = (row: Row): string => {
    const stale = staleness(article, row);
    return stale ? STALE[stale] : '';
  };
  const columns: readonly Column<Row>[] = [
    { label: 'Verdict', value: ({ id }) => id },
    ...claimColumns<Row>(({ claim }) => claim),
    { label: 'By the lead', value: ({ isDecision }) => (isDecision ? 'Yes' : '') },
    { label: 'Rating', value: (row) => ratingOfVerdict(article, row)?.label ?? row.rating },
    { label: 'Number', value: (row) => ratingOfVerdict(article, row)?.number ?? '' },
    { label: 'Scale', value: (row) => scaleOf(article, row)?.name ?? row.scale },
    { label: 'Scale version', value: (row) => scaleOf(article, row)?.version ?? '' },
    { label: 'Newest of the outcome', value: (row) => (decides(row) ? 'Yes' : '') },
    { label: 'Stale', value: staleIn },
    { label: 'Rationale', value: ({ rationale }) => rationale },
    { label: 'Words judged', value: ({ judged }) => judged.words },
    { label: 'Evidence judged', value: ({ judged }) => judged.evidence.join(' ') },
    ...signature<Row>(['Given by', ({ reviewer }) => reviewer], ['Given at', ({ givenAt }) => givenAt]),
  ];
  const rows = [
    ...standing(article.verdicts.values()).map((each) => ({ ...each, edition, isDecision: false })),
    ...standing(article.decisions.values()).map((each) => ({ ...each, edition, isDecision: true })),
  ];
  return tableOf('Verdicts', columns, rows);
};

/** A row a source. */
export const sourceTable = (edition: Edition): Table => {
  const { article } = edition;
  const titled = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => article.sources.get(id) ?? [])
      .map(sourceName)
      .join('\n');
  const used = Map.groupBy(standing(article.evidence.values()), ({ source }) => source);
  const columns: readonly Column<Of<Source>>[] = [
    { label: 'Source', value: ({ id }) => id },
    ...fieldColumns<typeof SOURCE_FIELDS, Of<Source>>(SOURCE_FIELDS, (row) => row),
    { label: 'Titles of what it comes from', value: (row) => titled(row.derivesFrom.map(({ source }) => source)) },
    { label: 'Claims', value: ({ id }) => [...new Set(used.get(id)?.map(({ claim }) => claim))].join(' ') },
    ...signature<Of<Source>>(['Added by', ({ reviewer }) => reviewer], ['Added at', ({ addedAt }) => addedAt]),
  ];
  return tableOf(
    'Sources',
    columns,
    [...article.sources.values()].map((each) => ({ ...each, edition })),
  );
};

/** A row a link of the attribution of a claim. */
export const attributionTable = (edition: Edition): Table => {
  type Row = Of<{ readonly link: Claimant; readonly claim: string; readonly number: number }>;
  const columns: readonly Column<Row>[] = [
    ...claimColumns<Row>(({ claim }) => claim),
    { label: 'Link', value: ({ number }) => number },
    ...fieldColumns<typeof CLAIMANT_FIELDS, Row>(CLAIMANT_FIELDS, ({ link }) => link),
  ];
  const rows = standing(edition.article.claims.values()).flatMap(({ id, attribution }) =>
    attribution.map((link, index) => ({ link, edition, claim: id, number: index + 1 })),
  );
  return tableOf('Who said it', columns, rows);
};
