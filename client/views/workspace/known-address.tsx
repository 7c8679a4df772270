import { useEffect, useState } from 'preact/hooks';
import { canonicalAddress } from '../../../shared/canonical-address.ts';
import { isSafeAddress } from '../../../shared/parsing.ts';
import { isWebAddress, type Source, type SourceFields, sourceName } from '../../../shared/source.ts';
import { addressTyped } from '../../address-typed.ts';
import { capturesOf } from '../../captures.ts';
import { knownAt, type LibraryItem } from '../../library.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  /** As it is typed so far. */
  readonly url: string;
  /** The fields that are filled in already: they stay. */
  readonly typed: Partial<SourceFields>;
  readonly onUse: (source: Source) => void;
  readonly onTakeOver: (fields: Partial<SourceFields>) => void;
}

/** How long it is waited for more to be typed, in milliseconds. */
const PAUSE = 300;

const useKnown = (address: string | undefined): LibraryItem | undefined => {
  const [found, setFound] = useState<{ readonly address: string; readonly item: LibraryItem | undefined }>();
  useEffect(() => {
    if (address === undefined) return undefined;
    let isOver = false;
    const timer = setTimeout(async () => {
      const item = await knownAt(address);
      if (!isOver) setFound({ address, item });
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address]);
  return found?.address === address ? found?.item : undefined;
};

const isEmpty = (value: unknown): boolean => !value || (Array.isArray(value) && value.length === 0);

/** Says of an address that is typed whether the article or others of the desk have it already, and offers what is known of it. */
export const KnownAddress = ({ url, typed, onUse, onTakeOver }: Parts) => {
  const workspace = useWorkspace();
  const address = addressTyped(url);
  const isWhole = isWebAddress(address) && isSafeAddress(address);
  const canonical = canonicalAddress(address);
  const sources = [...(workspace.article.value?.sources.values() ?? [])];
  const addressesOf = ({ id, url }: Source): readonly string[] => [
    url,
    ...capturesOf(workspace.id, id).flatMap(({ kept }) => [kept?.address ?? '', kept?.canonical ?? '']),
  ];
  const here = isWhole
    ? sources.find((each) => addressesOf(each).some((one) => canonicalAddress(one) === canonical))
    : undefined;
  const known = useKnown(isWhole && !here ? address : undefined);
  if (here)
    return (
      <p class="known" role="status">
        <span>{t('known.here', { name: sourceName(here) })}</span>
        <button type="button" class="button small" onClick={() => onUse(here)}>
          {t('known.use')}
        </button>
      </p>
    );
  const uses = known?.uses.filter(({ article }) => article !== workspace.id) ?? [];
  if (!known || uses.length === 0) return null;
  const { uses: _, url: __, ...fields } = known;
  const offered = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !isEmpty(value) && isEmpty(typed[name as keyof SourceFields])),
  );
  return (
    <p class="known" role="status">
      <span>
        {t('known.elsewhere', { count: uses.length })}{' '}
        <span class="meta">
          {uses
            .slice(0, 3)
            .map(({ title }) => title || t('articles.untitled'))
            .join(' · ')}
        </span>
      </span>
      {Object.keys(offered).length > 0 && (
        <button type="button" class="button small" onClick={() => onTakeOver(offered)}>
          {t('known.take')}
        </button>
      )}
    </p>
  );
};
