import { resolve } from 'node:path';
import { counted } from '../../shared/export/losses.ts';
import { systemClock } from '../clock.ts';
import { type Command, EXIT } from './command.ts';
import { dataFolderOf, told } from './data-folder.ts';

/** Saves all that a server keeps. */
export const backup: Command = {
  usage: 'backup FOLDER',
  says: 'saves all that the server keeps, while it runs, and checks what was saved',
  words: [1, 1],
  options: [],
  more: `DATA_DIR is the server's (default ./data). FOLDER is not there yet, or empty: such as backups/$(date +%F).
It holds the database as it was at one moment, the frozen copies, and manifest.json, which comes last, with the SHA-256
of each: a folder without it is half a backup. Every seal of every log is checked. Copies that are kept in a bucket or in
PostgreSQL are not in it.

Exit codes: 0 saved and checked; 1 something is not as it was stored, and is named; 2 called wrongly; 130 called off.`,
  run: ({ words: [folder = ''] }, { environment, progress, signal }) =>
    told(async () => {
      const { makeBackup } = await import('../backup/make-backup.ts');
      const target = resolve(folder);
      const { articles, entries, files, hasCaptures } = await makeBackup({
        ...dataFolderOf(environment),
        ...{ target, now: systemClock.now(), progress, signal },
      });
      const words = [
        `${target} holds ${counted(articles, 'article', 'articles')} with ${counted(entries, 'entry', 'entries')}, every seal checked.`,
        hasCaptures
          ? `${counted(files.length - 1, 'frozen copy', 'frozen copies')}, each what its SHA-256 says.`
          : 'The frozen copies are kept elsewhere, and are not in it.',
      ];
      return { code: EXIT.done, words: words.join('\n') };
    }),
};
