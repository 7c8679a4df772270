import { answerApart } from '../run-apart.ts';
import { bytesOf } from '../uploads.ts';
import { readPage } from './read-page.ts';
import type { Given } from './words-in.ts';

answerApart(async (page: Given) => readPage({ ...page, bytes: await bytesOf(page.bytes) }));
