import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { project } from '../server-process.ts';

const FOLDER = join(project, '../shared/material/05-checkworthy/open');

/** Whether the labelled sentences lie beside the repository; they are not in it. */
export const isThere = (): boolean => existsSync(FOLDER);

/** A sentence and whether people said it should be checked. */
export interface Labelled {
  readonly id: number;
  readonly text: string;
  readonly label: boolean;
}

const unquoted = (cell: string): string => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);

const rowsOf = (path: string): readonly (readonly string[])[] =>
  gunzipSync(readFileSync(join(FOLDER, path)))
    .toString('utf8')
    .split(/\r?\n/)
    .filter((row) => row !== '')
    .map((row) => row.split('\t').map(unquoted));

const claimBuster = (path: string): readonly Labelled[] =>
  rowsOf(path)
    .slice(1)
    .map(([id = '', text = '', label]) => ({ id: Number(id), text, label: label === 'Yes' }));

/** How the training file of CheckThat! 2024 (English) is parted, by the number of the sentence, which goes by the date of the debate. */
export interface Parts {
  /** The earlier nine tenths: what is learnt from and what the threshold is chosen on. */
  readonly training: readonly Labelled[];
  /** The last tenth, other debates of later years: only measured on. */
  readonly later: readonly Labelled[];
}

/** The training file in its parts. */
export const parts = (): Parts => {
  const all = [...claimBuster('ct24_english_train.tsv.gz')].sort((one, other) => one.id - other.id);
  const at = Math.floor(0.9 * all.length);
  return { training: all.slice(0, at), later: all.slice(at) };
};

/** The 1,032 sentences of `ct24_english_dev` (the dev-test of the year before): labels that several people agreed on. */
export const agreed = (): readonly Labelled[] => claimBuster('ct24_english_dev.tsv.gz');

/** Tweets on the pandemic (CheckThat! 2020), another kind of text altogether. */
export const tweets = (): readonly Labelled[] =>
  rowsOf('clef2020-task1-tweets/dev_v2.tsv.gz')
    .slice(1)
    .map((cells, id) => ({ id, text: cells[3] ?? '', label: cells.at(-1) === '1' }));

const SPEECHES = ['20190108_oval_office', '20180926_un_press', '20170228_trump_address', '20181112_trump_pelosi'];

/** Speeches of 2017 to 2019 (CheckThat! 2019); a sentence counts only when a professional fact-check of it was published. */
export const speeches = (): readonly Labelled[] =>
  SPEECHES.flatMap((name) => rowsOf(`clef2019-task1/${name}.tsv.gz`)).map((cells, id) => ({
    id,
    text: cells[2] ?? '',
    label: cells[3] === '1',
  }));
