// Chinese and Japanese put no spaces between words: there every character counts as one, as word processors count them.
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]\p{P}*|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+/gu;

/** How many words a plain text has: runs of anything but white space, and each character of Chinese and Japanese. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;
