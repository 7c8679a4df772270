#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { type Around, type Called, type Came, type Command, EXIT, Misused, parsedAs } from './command.ts';
import { exportCommand } from './export.ts';
import { helpOf, overview } from './help.ts';
import { importCommand } from './import.ts';
import { move } from './move.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

/** The commands by their names. */
const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  verify,
  backup,
  restore,
  check,
  move,
};

const commandOf = (name: string): Command => {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Misused(`There is no command "${name}".\n\n${overview(Object.values(COMMANDS))}`);
  return command;
};

/** A line that is written over itself, where somebody watches. */
const progress: Around['progress'] = (done, of) => {
  if (!process.stderr.isTTY) return;
  if (of === undefined) process.stderr.write(`\r${(done / 1_000_000).toFixed(1)} MB`);
  else process.stderr.write(done < of ? `\r${Math.floor((100 * done) / of)} %` : '\r\u001b[K');
};

const calledWith = (command: Command, words: readonly string[]): Called => {
  try {
    const options = parsedAs(command.options);
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
    return {
      words: positionals,
      options: Object.fromEntries(
        Object.entries(values).filter(([, each]) => !Array.isArray(each)),
      ) as Called['options'],
    };
  } catch (error) {
    throw new Misused(`${error instanceof Error ? error.message : error}\n\n${helpOf(command)}`);
  }
};

const came = async ([name = '', ...words]: readonly string[], signal: AbortSignal): Promise<Came> => {
  const all = overview(Object.values(COMMANDS));
  if (name === '') return { code: EXIT.misused, words: all };
  if (name === '--help' || (name === 'help' && words.length === 0)) return { code: EXIT.done, words: all };
  if (name === 'help') return { code: EXIT.done, words: helpOf(commandOf(words[0] ?? '')) };
  const command = commandOf(name);
  if (words.includes('--help')) return { code: EXIT.done, words: helpOf(command) };
  const called = calledWith(command, words);
  const [least, most] = command.words;
  if (called.words.length < least || called.words.length > most) {
    throw new Misused(`"${command.usage}" is expected.\n\n${helpOf(command)}`);
  }
  return command.run(called, {
    progress,
    print: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    environment: process.env,
    signal,
  });
};

const words = process.argv.slice(2);
// A token that was given as a word is seen by nobody who lists what runs on this machine.
process.title = 'touchstone';
const calledOff = new AbortController();
process.once('SIGINT', () => calledOff.abort());

try {
  const { code, words: last } = await came(words, calledOff.signal);
  if (last !== undefined) (code === 0 ? process.stdout : process.stderr).write(`${last}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = EXIT.misused;
}
