import { Ajv, type ValidateFunction } from 'ajv';

/** The types of CSL 1.0.2 (Appendix III). */
const TYPES = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter'],
  ...['classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event'],
  ...['figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture'],
  ...['musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication'],
  ...['post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard'],
  ...['thesis', 'treaty', 'webpage'],
];

/** Standard and number variables (Appendix IV), as far as a source of ours can have them. */
const TEXTS = [
  ...['title', 'container-title', 'publisher', 'URL', 'genre', 'language', 'archive', 'archive_location', 'note'],
  ...['references', 'version'],
];

const name = {
  type: 'object',
  properties: Object.fromEntries(['family', 'given', 'literal'].map((key) => [key, { type: 'string', minLength: 1 }])),
  additionalProperties: false,
  minProperties: 1,
};

const number = (least: number, most: number) => ({ type: 'integer', minimum: least, maximum: most });

const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: {
        type: 'array',
        minItems: 1,
        items: [number(1, 9_999), number(1, 12), number(1, 31)],
        additionalItems: false,
      },
    },
  },
  required: ['date-parts'],
  additionalProperties: false,
};

/** Checks CSL-JSON by the rules of its schema, stricter where that takes anything: what is not a variable of CSL is refused. */
export const cslSchema = (): ValidateFunction =>
  new Ajv({ strict: false }).compile({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: { type: ['string', 'number'] },
        type: { enum: TYPES },
        author: { type: 'array', minItems: 1, items: name },
        issued: date,
        accessed: date,
        custom: { type: 'object' },
        ...Object.fromEntries(TEXTS.map((key) => [key, { type: 'string', minLength: 1 }])),
      },
      required: ['id', 'type'],
      additionalProperties: false,
    },
  });
