import type { Command } from './command.ts';

const rows = (all: readonly (readonly [name: string, says: string])[]): string => {
  const widest = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, says]) => `  ${name.padEnd(widest + 2)}${says}`).join('\n');
};

/** What there is, in a line each. */
export const overview = (commands: readonly Command[]): string =>
  [
    'Usage: touchstone COMMAND',
    rows([...commands.map(({ usage, says }) => [usage, says] as const), ['help COMMAND', 'says more about a command']]),
    `Exit codes: 0 done; 1 it failed, with why; 2 called wrongly, or a file cannot be opened; 3 a file is
as it was written, but not the whole article; 4 the server does not answer; 130 called off.`,
  ].join('\n\n');

/** All there is to know about a command. */
export const helpOf = ({ usage, says, options, more }: Command): string => {
  const named = options.map(
    ({ name, value, says: what }) => [`--${name}${value === undefined ? '' : ` ${value}`}`, what] as const,
  );
  return [
    `Usage: touchstone ${usage}${named.length > 0 ? ' [OPTIONS]' : ''}`,
    `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
    ...(named.length > 0 ? [rows(named)] : []),
    more,
  ].join('\n\n');
};
