import type { Page } from 'playwright-core';
import { english } from '../../client/strings/english.ts';
import { german } from '../../client/strings/german/index.ts';
import { later as laterInGerman } from '../../client/strings/german/later/index.ts';
import { later } from '../../client/strings/later/index.ts';
import type { Message } from '../../client/strings/message.ts';

/** Words that are English and not German. */
const FOREIGN =
  /\b(?:the|of|and|or|is|are|has|have|not|no|with|without|for|from|by|to|on|at|it|its|this|that|these|your|you|claims?|words?|article|verdicts?|sources?|evidence|desk)\b/i;

/** A message in all its forms by number. */
export const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

/** What a message says besides its values. */
export const wordsIn = (message: Message): string =>
  formsOf(message)
    .join(' ')
    .replaceAll(/\{\w+\}/g, '');

/** Whether something that should be German holds an English word. */
export const isForeign = (text: string): boolean => FOREIGN.test(text);

const pattern = (form: string): RegExp =>
  new RegExp(`^${form.replaceAll(/[.*+?^$()|[\]\\/]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`, 's');

const inGerman = new Set(Object.values<Message>({ ...german, ...laterInGerman }).flatMap(formsOf));
const inEnglish = Object.values<Message>({ ...english, ...later })
  .filter((message) => /\p{L}/u.test(wordsIn(message)))
  .flatMap(formsOf)
  .filter((form) => !inGerman.has(form))
  .map(pattern);

/** All that a page says to who looks at it or has it read out: its title, visible text, names, placeholders and tooltips. */
const saidBy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said = [document.title];
    for (const element of document.querySelectorAll('body, body *')) {
      if (!element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description'])
        said.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? '');
    }
    return [...new Set(said.map((each) => each.trim()).filter((each) => /\p{L}/u.test(each)))];
  });

/** What a page that should be German says in English: a message of the English catalogue, or anything with an English word in it. */
export const englishOn = async (page: Page): Promise<readonly string[]> =>
  (await saidBy(page)).filter((text) => {
    const said = text.replaceAll(/\S+@\S+|^English$/g, '');
    return isForeign(said) || inEnglish.some((each) => each.test(said));
  });
