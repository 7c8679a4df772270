import { isObject, type Json, listOf, type ModelFault } from './checks.ts';
import type { Aim, Given, Said } from './given.ts';

/** What the files of other tools than the W3C's model come to, or what is wrong with them. */
export interface OfTool {
  readonly given: readonly Given[];
  readonly faults: readonly ModelFault[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The first of some that is a time. */
const timeIn = (...values: readonly unknown[]): string =>
  values.map(textOf).find((each) => each.length <= 40 && !Number.isNaN(Date.parse(each))) ?? '';

const said = (purpose: string, text: string): readonly Said[] =>
  text.trim() === '' ? [] : [{ purpose, text, link: '', passage: '', body: {} }];

const fault = (where: string, what: string, tool: string): ModelFault => ({ where, what, section: tool });

const isPosition = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const readEach = (
  rows: readonly unknown[],
  where: string,
  tool: string,
  read: (row: Json, where: string) => Given | string,
): OfTool => {
  const given: Given[] = [];
  const faults: ModelFault[] = [];
  for (const [index, row] of rows.entries()) {
    const at = `${where}[${index}]`;
    const one = isObject(row) && textOf(row.id) !== '' ? read(row, at) : 'an annotation with an id is expected';
    if (typeof one === 'string') faults.push(fault(at, one, tool));
    else given.push(one);
  }
  return { given, faults };
};

const HYPOTHESIS = 'Hypothesis API';

const isSelector = (value: unknown): value is Json => {
  if (!isObject(value) || typeof value.type !== 'string') return false;
  if (value.type === 'TextQuoteSelector') return typeof value.exact === 'string';
  return value.type !== 'TextPositionSelector' || (isPosition(value.start) && isPosition(value.end));
};

const hypothesisRow = (row: Json, where: string): Given | string => {
  const targets = listOf(row.target);
  if (!targets.every(isObject)) return 'its targets are no objects';
  const aims = targets.map((target): Aim => {
    const selectors = listOf(target.selector) as readonly Json[];
    return { source: textOf(target.source) || textOf(row.uri), selectors, counts: 'units' };
  });
  if (!aims.every(({ selectors }) => selectors.every(isSelector))) return 'one of its selectors is none';
  const tags = listOf(row.tags).flatMap((tag) => said('tagging', textOf(tag)));
  const says = [...said('commenting', textOf(row.text)), ...tags];
  const user = textOf(row.user)
    .replace(/^acct:/, '')
    .replace(/@.*$/, '');
  const repliesTo = textOf(listOf(row.references).at(-1));
  const motivation = textOf(row.text).trim() !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting';
  const at = timeIn(row.created, row.updated);
  return {
    id: textOf(row.id),
    where,
    motivation: repliesTo === '' ? motivation : 'replying',
    says,
    aims: aims.length > 0 ? aims : [{ source: textOf(row.uri), selectors: [], counts: 'units' }],
    ...(repliesTo !== '' && { repliesTo }),
    author: textOf(isObject(row.user_info) ? row.user_info.display_name : '') || user,
    ...(at !== '' && { at }),
    resource: row,
  };
};

/** What the API of Hypothesis answers to a search (`rows`), or annotations of it in a list. */
export const fromHypothesis = (rows: readonly unknown[], where: string): OfTool =>
  readEach(rows, where, HYPOTHESIS, hypothesisRow);

const RECOGITO = 'Recogito Text Annotator';

const agentName = (value: unknown): string =>
  isObject(value) ? textOf(value.name) || (value.isGuest === true ? '' : textOf(value.id)) : '';

const recogitoRow = (row: Json, where: string): Given | string => {
  const { target } = row;
  if (!isObject(target)) return 'has no target';
  const selected = listOf(target.selector);
  const isWhole = (each: unknown): each is Json =>
    isObject(each) && typeof each.quote === 'string' && isPosition(each.start) && isPosition(each.end);
  if (selected.length === 0 || !selected.every(isWhole)) return 'its selectors have no quote, start and end';
  const aims = selected.map(({ quote, start, end }): Aim => {
    const selectors = [
      { type: 'TextQuoteSelector', exact: quote },
      { type: 'TextPositionSelector', start, end },
    ];
    return { source: '', selectors, counts: 'units' };
  });
  const bodies = listOf(row.bodies).filter(isObject);
  const says = bodies.flatMap((body) => said(textOf(body.purpose) || 'commenting', textOf(body.value)));
  const at = timeIn(target.created, target.updated);
  const motivation = says.length === 0 ? 'highlighting' : (says[0]?.purpose ?? '');
  return {
    id: textOf(row.id),
    ...{ where, motivation, says, aims },
    author: agentName(target.creator) || bodies.map(({ creator }) => agentName(creator)).find(Boolean) || '',
    ...(at !== '' && { at }),
    resource: row,
  };
};

/** What Recogito's Text Annotator hands out (`getAnnotations`). */
export const fromRecogito = (rows: readonly unknown[]): OfTool => readEach(rows, '', RECOGITO, recogitoRow);

/** Whether something is an annotation as the API of Hypothesis has it: with its address and its user, and without a context. */
export const isOfHypothesis = (value: unknown): boolean =>
  isObject(value) && value['@context'] === undefined && typeof value.uri === 'string' && typeof value.user === 'string';

/** Whether something is an annotation as Recogito's Text Annotator has it. */
export const isOfRecogito = (value: unknown): boolean =>
  isObject(value) && value['@context'] === undefined && Array.isArray(value.bodies) && isObject(value.target);
