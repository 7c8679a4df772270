import { resolve } from 'node:path';
import { counted } from '../../shared/export/losses.ts';
import { systemClock } from '../clock.ts';
import { type Command, EXIT } from './command.ts';
import { dataFolderOf, told } from './data-folder.ts';

/** Puts a backup into the data folder of a server. */
export const restore: Command = {
  usage: 'restore FOLDER',
  says: 'puts a backup into an empty data folder, once all of it was checked; the server is stopped meanwhile',
  words: [1, 1],
  options: [{ name: 'force', says: 'where the data folder is not empty: puts what is there aside, in a folder in it' }],
  more: `DATA_DIR is the server's (default ./data). FOLDER is what "touchstone backup" made; it stays as it is. One of an older
version is brought to this one in its new place.

Exit codes: 0 restored; 1 it cannot be, with why, and nothing was changed; 2 called wrongly; 130 called off.`,
  run: ({ words: [folder = ''], options }, { environment, progress, signal }) =>
    told(async () => {
      const { restoreBackup } = await import('../backup/restore-backup.ts');
      const { dataFolder } = dataFolderOf(environment);
      const { manifest, aside, again } = await restoreBackup({
        ...{ backup: resolve(folder), dataFolder, progress, signal },
        ...(options.force === true && { asideAt: systemClock.now() }),
      });
      const { at, articles, entries } = manifest;
      const words = [
        `${dataFolder} is as it was at ${at}: ${counted(articles, 'article', 'articles')} with ${counted(entries, 'entry', 'entries')}, every seal checked.`,
        ...(aside === undefined ? [] : [`What was there before lies in ${aside}.`]),
        ...again.map((id) => `Article ${id} was deleted since then, and is there again: delete it anew.`),
      ];
      return { code: EXIT.done, words: words.join('\n') };
    }),
};
