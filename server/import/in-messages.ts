import { MESSAGE_LIMIT } from '../../shared/thread.ts';

/** A message for each so many characters; one without words says that there are none. */
export const inMessages = (text: string): readonly string[] => {
  const whole = text.toWellFormed().trim() || '–';
  const pieces: string[] = [];
  for (let at = 0; at < whole.length; at += MESSAGE_LIMIT)
    pieces.push(whole.slice(at, at + MESSAGE_LIMIT).toWellFormed());
  return pieces.filter((piece) => piece.trim() !== '');
};
