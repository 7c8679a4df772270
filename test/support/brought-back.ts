import { articleOfReading } from '../../server/import/article-of-reading.ts';
import { partsOfReading } from '../../server/import/parts-of-reading.ts';
import type { Reading } from '../../server/import/reading.ts';
import type { Article } from '../../shared/article.ts';
import { Writing } from './edition.ts';

/** The article that a reading is brought in as, by somebody, with all that came along. */
export const broughtBack = (reading: Reading, reviewer = 'dora'): Article => {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `n${ids}`;
  };
  const { doc, removals } = articleOfReading(reading, newId);
  const origin = { format: 'docx', url: '', language: reading.language ?? '' };
  const log = new Writing().act(reviewer, { kind: 'article.create', doc: doc.toJSON(), origin, removals });
  for (const parts of partsOfReading(reading, doc, newId)) log.act(reviewer, ...parts);
  return log.article;
};
