import { Fragment } from 'preact';
import type { DraftSource } from '../../draft-source.ts';
import type { About, Reading } from '../../reading.ts';
import { type PlainKey, t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';

const day = (said: string): string => (Number.isNaN(Date.parse(said)) ? said : dayOf(said));

const link = (address: string) => (
  <a href={address} target="_blank" rel="noopener noreferrer">
    {address.replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 80)}
  </a>
);

const SAID: readonly (readonly [keyof About, PlainKey])[] = [
  ['byline', 'preview.byline'],
  ['outlet', 'preview.outlet'],
  ['published', 'preview.published'],
  ['changed', 'preview.changed'],
];

/** Where an article comes from, and what it says of itself there. */
export const AboutArticle = ({
  source,
  reading,
}: {
  readonly source: DraftSource;
  readonly reading: Reading | undefined;
}) => {
  const about = reading?.about ?? {};
  const address = source.kind === 'address' ? source.url : about.address;
  const said = SAID.flatMap(([key, label]): readonly (readonly [PlainKey, string])[] => {
    const value = about[key];
    if (!value) return [];
    return [[label, key === 'published' || key === 'changed' ? day(value) : value]];
  });
  if (said.length === 0 && !address) return null;
  return (
    <dl class="about-article">
      {address && (
        <>
          <dt>{t('preview.address')}</dt>
          <dd>{link(address)}</dd>
        </>
      )}
      {said.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{t(label)}</dt>
          <dd dir="auto">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
};
