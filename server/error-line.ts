import type { LogLine } from './parts.ts';

/** The longest message that is logged, in UTF-16 units: a sentence of the program's own is shorter. */
const MOST = 300;

/** So many lines of where it happened. */
const FRAMES = 12;

/** What may be words of somebody's: errors of JSON, of ProseMirror and of parsers quote what they stumbled over. */
const QUOTED = /["'“”„‘’«»`<{[(]|\n/;

/**
 * What is logged of something that went wrong: its kind, its message up to where it begins to quote, and where in the program it was. Never
 * a word of an article (T11).
 */
export const errorLine = (error: unknown): LogLine => {
  if (!(error instanceof Error)) return { level: 'error', error: typeof error };
  const { name, message, stack = '' } = error;
  const at = message.search(QUOTED);
  const said = (at < 0 ? message : `${message.slice(0, at)}…`).slice(0, MOST);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    level: 'error',
    error: `${name}: ${said}`,
    ...(code !== undefined && { code }),
    ...(frames.length > 0 && {
      where: frames
        .slice(0, FRAMES)
        .map((line) => line.trim())
        .join('\n'),
    }),
  };
};
