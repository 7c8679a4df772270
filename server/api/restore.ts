import { buffer } from 'node:stream/consumers';
import { canonicalJson } from '../../shared/canonical.ts';
import { keptAt } from '../../shared/export/bundle.ts';
import { type JsonExport, readJsonExport } from '../../shared/export/json.ts';
import { Invalid } from '../../shared/parsing.ts';
import { hasRole } from '../../shared/roles.ts';
import { addShutPerson } from '../accounts/person.ts';
import type { Speaker } from '../accounts/speaker.ts';
import { verifiedBundleFile } from '../bundle/bundle-file.ts';
import { Broken } from '../bundle/verified.ts';
import type { BundleHolds } from '../bundle/verified-bundle.ts';
import { openZipFile } from '../import/zip.ts';
import type { ServerParts } from '../parts.ts';
import type { Room } from '../room.ts';
import { summaryOf } from '../summary.ts';

/** The largest bundle that is read back, in bytes. */
export const BUNDLE_LIMIT = 200_000_000;

/** Each byte of it is read a few times. */
const LIMITS = { files: 100_000, bytes: 4 * BUNDLE_LIMIT };

/** A log that was not taken, with the sentence that says why. */
interface TurnedAway {
  readonly turned: string;
}

const others = async (
  { accounts }: ServerParts,
  speaker: Speaker,
  { entries }: JsonExport,
): Promise<{ readonly here: readonly string[]; readonly unknown: readonly string[] }> => {
  const ids = [...new Set(entries.map((entry) => entry.reviewer))].filter((id) => id !== speaker.reviewer.id);
  const known = await Promise.all(ids.map((id) => accounts.store.reviewerById(id)));
  return { here: ids.filter((_, index) => known[index]), unknown: ids.filter((_, index) => !known[index]) };
};

/** Those who worked on it elsewhere are known by name from now on, and cannot come in. */
const addStrangers = async (
  { accounts }: ServerParts,
  ids: readonly string[],
  { people }: JsonExport,
): Promise<void> => {
  for (const id of ids) await addShutPerson(accounts, id, (Object.hasOwn(people, id) && people[id]?.name) || id);
};

/**
 * Brings an article back from its lossless export, entry for entry as it was sealed, under a new id. The seals say that nothing was
 * changed since, not who wrote it; so only an admin may bring in what others of this desk are said to have done (T6).
 */
export const restoreExport = async (parts: ServerParts, speaker: Speaker, value: unknown): Promise<Room | TurnedAway> =>
  restored(parts, speaker, readJsonExport(value, parts.digest));

const heldIn = async (path: string): Promise<BundleHolds> => {
  try {
    return await verifiedBundleFile(path, LIMITS);
  } catch (error) {
    if (error instanceof Broken) throw new Invalid('file', `${error.where}: ${error.message}`);
    throw error;
  }
};

/** The same from a bundle, with its frozen copies and its original: all of it is verified before anything of it is kept (T9). */
export const restoreBundle = async (parts: ServerParts, speaker: Speaker, path: string): Promise<Room | TurnedAway> => {
  const { export: exported, captures, kept } = await heldIn(path);
  if (!exported) throw new Invalid('file', 'It is not the whole article: it cannot be brought in again.');
  const zip = await openZipFile(path, LIMITS);
  try {
    for (const sha256 of kept) await parts.captureStore.put(await buffer(zip.file(keptAt(sha256))));
  } finally {
    zip.close();
  }
  const room = await restored(parts, speaker, exported);
  if (!('turned' in room)) await parts.captures.bringIn(room.id, captures);
  return room;
};

const restored = async (parts: ServerParts, speaker: Speaker, exported: JsonExport): Promise<Room | TurnedAway> => {
  const last = exported.entries.at(-1);
  if (!last) throw new Invalid('entries', 'may not be empty');
  const { here, unknown } = await others(parts, speaker, exported);
  if (here.length > 0 && !hasRole(speaker.reviewer.role, 'admin')) {
    return { turned: 'Only an admin may bring in an export that holds the work of other people of this desk.' };
  }
  await addStrangers(parts, unknown, exported);
  const article = parts.newId();
  const stored = exported.entries.map((entry) => ({
    article,
    version: entry.version,
    reviewer: entry.reviewer,
    opId: entry.opId,
    // What was sent is not in the export: no operation is taken for the one that this entry was.
    opHash: entry.hash,
    body: canonicalJson(entry),
  }));
  const listing = { updatedAt: parts.clock.now(), summary: JSON.stringify(summaryOf(exported.article)) };
  const appended = await parts.logStore.append(stored, listing);
  const room = 'head' in appended ? await parts.rooms.open(article) : undefined;
  if (!room) throw new Error(`the new article ${article} was there already`);
  return room;
};
