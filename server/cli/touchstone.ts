#!/usr/bin/env node
import type { Around, Came, Command } from './command.ts';
import { verify } from './verify.ts';

/** The commands by their names. */
const COMMANDS: Readonly<Record<string, Command>> = { verify };

const USAGE = `Usage: touchstone COMMAND

${Object.values(COMMANDS)
  .map(({ usage, says }) => `  ${usage.padEnd(14)}${says}`)
  .join('\n')}

Exit codes: 0 done; 1 the file is broken, and what is broken is named; 2 called wrongly, or a file cannot be opened;
3 the file is as it was written, but not the whole article.`;

const misused = (why: string): Came => ({ code: 2, words: `${why}\n\n${USAGE}` });

/** A line that is written over itself, where somebody watches. */
const progress: Around['progress'] = (done, of) => {
  if (process.stderr.isTTY) process.stderr.write(done < of ? `\r${Math.floor((100 * done) / of)} %` : '\r\u001b[K');
};

const came = async ([name = '', ...words]: readonly string[]): Promise<Came> => {
  if (name === '' || name === '--help') return { code: name === '' ? 2 : 0, words: USAGE };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return misused(`There is no command "${name}".`);
  const expected = command.usage.split(' ').length - 1;
  if (words.length !== expected) return misused(`"${command.usage}" is expected.`);
  return command.run(words, { progress });
};

try {
  const { code, words } = await came(process.argv.slice(2));
  (code === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
