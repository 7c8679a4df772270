import { counted } from '../../shared/export/losses.ts';
import type { Against } from '../bundle/against-tombstone.ts';
import type { Holds } from '../bundle/verified.ts';
import type { BundleHolds } from '../bundle/verified-bundle.ts';
import type { DeskHolds } from '../bundle/verified-desk.ts';

/** What was found in a file that holds. */
export const inWords = (path: string, holds: Holds | BundleHolds): string =>
  [
    `${path} holds.`,
    holds.export
      ? `${counted(holds.entries, 'entry', 'entries')}, each sealed to the one before, and the state they replay to.`
      : 'It is not the whole article: it is as it was written, and its seals prove nothing.',
    ...(holds.export && holds.export.outgrown > 0
      ? [
          `It was written by an earlier version, for which 80 stayed the same number in 180 or −80: ${counted(holds.export.outgrown, 'record is', 'records are')} otherwise today.`,
        ]
      : []),
    ...('kept' in holds
      ? [
          `${counted(holds.captures.length, 'frozen copy', 'frozen copies')}; ${counted(holds.kept.length, 'file')}, each what its SHA-256 says.`,
        ]
      : []),
    ...(holds.isSealed
      ? []
      : ['It was written before a file said what its head and its names are: those were not checked.']),
  ].join('\n');

/** How an export stands to the log of its article, which was deleted. */
export const againstInWords = ({ entries, of }: Against): string =>
  entries === of
    ? `It is the whole log that was deleted: ${counted(of, 'entry', 'entries')}, the first and the last as its tombstone says.`
    : `It begins as the log that was deleted, and ends before it: ${entries} of ${counted(of, 'entry', 'entries')}.`;

/** What was found in the export of a desk that holds. */
export const deskInWords = (path: string, { articles, entries, parts, blind, partial }: DeskHolds): string =>
  [
    `${path} holds.`,
    `${counted(articles, 'article', 'articles')} with ${counted(entries, 'entry', 'entries')}, each a bundle that holds; ${counted(parts, 'part', 'parts')}, each what its SHA-256 says.`,
    ...(blind > 0 ? [`${counted(blind, 'article is', 'articles are')} not in it: work was blind.`] : []),
    ...(partial > 0
      ? [
          `Of ${counted(partial, 'article', 'articles')} not all is in it: something is shown to others only than who exported it.`,
        ]
      : []),
    ...(blind + partial > 0 ? ['It is not the whole desk: it is as it was written.'] : []),
  ].join('\n');
