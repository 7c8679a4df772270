import { counted } from '../../shared/export/losses.ts';
import { type Command, EXIT } from './command.ts';
import { dataFolderOf, told } from './data-folder.ts';

/** Looks at all that a server keeps, in its place. */
export const check: Command = {
  usage: 'check',
  says: 'checks all that the server keeps, while it runs: the database, every seal, every frozen copy',
  words: [0, 0],
  options: [],
  more: `DATA_DIR is the server's (default ./data). Nothing is changed.

Exit codes: 0 all is as it was stored; 1 something is not, and the first of it is named; 2 called wrongly.`,
  run: (_, { environment, progress }) =>
    told(async () => {
      const { checkData } = await import('../backup/check-data.ts');
      const { dataFolder, hasCaptures } = dataFolderOf(environment);
      const { articles, entries, deleted, unfinished, captures } = await checkData(dataFolder, {
        hasCaptures,
        progress,
      });
      const words = [
        `${dataFolder} holds.`,
        `${counted(articles, 'article', 'articles')} with ${counted(entries, 'entry', 'entries')}, each sealed to the one before.`,
        ...(deleted === 0
          ? []
          : [`${counted(deleted, 'article', 'articles')} deleted for good, each with its tombstone.`]),
        ...unfinished.map((id) => `The deletion of ${id} broke off: the server finishes it when it starts.`),
        captures === undefined
          ? 'The frozen copies are kept elsewhere, and were not looked at.'
          : `${counted(captures, 'frozen copy', 'frozen copies')}, each what its SHA-256 says.`,
      ];
      return { code: EXIT.done, words: words.join('\n') };
    }),
};
