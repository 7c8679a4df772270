import { type ArticleJson, articleFromJson } from '../../../shared/article.ts';
import { sha256 } from '../../digest.ts';
import { newId } from '../../ids.ts';
import { answerApart } from '../../run-apart.ts';
import { bytesOf, type SentBytes } from '../../uploads.ts';
import type { FaultyFile } from './annotation-file.ts';
import type { BroughtFile } from './brought.ts';
import { broughtFrom } from './brought-from.ts';

/** A file of annotations, and the article as who brings it sees it. */
export interface ToBring {
  readonly sent: string | SentBytes;
  readonly article: ArticleJson;
  /** The article's standing address. */
  readonly address: string;
}

answerApart(async ({ sent, article, address }: ToBring, told): Promise<BroughtFile | FaultyFile> => {
  const text = typeof sent === 'string' ? sent : new TextDecoder().decode(await bytesOf(sent));
  return broughtFrom(text, articleFromJson(article), { address, newId, digest: sha256, told });
});
