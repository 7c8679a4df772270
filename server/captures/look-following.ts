import type { Article } from '../../shared/article.ts';
import { isWebAddress } from '../../shared/source.ts';
import { type Clock, DAY, fromNow } from '../clock.ts';
import type { Heard } from '../news.ts';
import type { StoredWatch } from '../storage/look-store.ts';
import type { LookParts } from './look-parts.ts';
import { comparedIn, nextLook, pauseOf, stored, type Watch, watchIn } from './watch.ts';

/** Whether a finding is of words that are pinned no more, and those that are have not been compared. */
const isOther = ({ look, compared }: Watch, article: Article): boolean =>
  look !== undefined &&
  look.findings.length > 0 &&
  compared !== comparedIn(article, look.source) &&
  look.findings.some(({ evidence, revision, capture }) => {
    const now = article.evidence.get(evidence);
    return now && !now.withdrawn && now.revision !== revision && now.pin !== '' && now.pin.capture !== capture;
  });

const soonWhere = (isSoon: boolean, clock: Clock, { nextAt }: StoredWatch): string | undefined =>
  isSoon && nextAt !== undefined ? clock.now() : nextAt;

/** Takes in what entries of an article mean for what is watched: a new address is, and who upholds or revises evidence has looked. */
export const followed = async (
  { store, clock, random, told }: Pick<LookParts, 'store' | 'clock' | 'random' | 'told'>,
  id: string,
  { before, after }: Heard,
): Promise<void> => {
  const known = new Map((await store.of(id)).map((each) => [each.source, each]));
  for (const { id: source, url } of after.sources.values()) {
    if (url === before.sources.get(source)?.url) continue;
    const fresh: Watch = { address: url, compared: '', marks: [] };
    const nextAt = isWebAddress(url) ? fromNow(clock, nextLook(pauseOf(after) || DAY, 0, random)) : undefined;
    if (nextAt !== undefined || known.has(source)) await store.put(stored(id, after, source, fresh, nextAt));
  }
  for (const [source, row] of known) {
    if (after.sources.get(source)?.url !== watchIn(row).address) continue;
    const next = stored(id, after, source, watchIn(row), soonWhere(isOther(watchIn(row), after), clock, row));
    if (next.body === row.body && next.nextAt === row.nextAt) continue;
    await store.put(next);
    told(id, source);
  }
};
