import { BATCH_LIMITS } from '../../shared/batch.ts';
import {
  choice,
  filledText,
  Invalid,
  integer,
  list as listOf,
  optional,
  own,
  record,
  text,
} from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import type { Added } from '../batches/batches.ts';
import { ARTICLE_LIMIT } from './articles.ts';
import { Form } from './form.ts';
import { limitIn, pageOfMore, placeIn } from './next-page.ts';
import { problem } from './problem.ts';
import { type Answer, ok, type Route } from './route.ts';

/** Room for a thousand addresses, or for the rest of a form beside its file. */
const ADDRESSES = 5_000_000;

const noBatch = (): Answer => problem(404, 'not-found', 'There is no such batch.');

const parseAddresses = listOf(filledText(4_000), BATCH_LIMITS.items);
const parseExpected = optional(integer(0, BATCH_LIMITS.items));
const parseName = optional(text(BATCH_LIMITS.name));

const list: Route = {
  method: 'get',
  path: '/api/batches',
  needs: DEEDS.import,
  scope: 'import',
  answer: async ({ batches }, { path, query }) => {
    const rows = await batches.list(limitIn(query) + 1, placeIn(query, 'before'));
    return pageOfMore(
      { path, query },
      rows,
      (shown) => ({ batches: shown }),
      'before',
      (batch) => batch,
    );
  },
};

const begin: Route = {
  method: 'post',
  path: '/api/batches',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: ADDRESSES,
  answer: async ({ batches }, { body, speaker }) => {
    const fields = record(body, '');
    const addresses = optional(parseAddresses)(own(fields, 'addresses'), 'addresses') ?? [];
    const expected = parseExpected(own(fields, 'expected'), 'expected') ?? addresses.length;
    const name = parseName(own(fields, 'name'), 'name')?.trim() ?? '';
    const { id } = await batches.begin(speaker.reviewer.id, name, expected);
    const added = await batches.addAddresses(id, addresses);
    const begun = await batches.of(id);
    return { status: 201, headers: { Location: `/api/batches/${id}` }, body: { ...begun, twice: added?.twice ?? 0 } };
  },
};

const show: Route = {
  method: 'get',
  path: '/api/batches/:id',
  needs: DEEDS.import,
  scope: 'import',
  answer: async ({ batches }, { params }) => {
    const batch = await batches.of(params.id ?? '');
    return batch ? ok(batch) : noBatch();
  },
};

const turn: Route = {
  method: 'put',
  path: '/api/batches/:id',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: 1_000,
  answer: async ({ batches }, { params, body }) => {
    const fields = record(body, '');
    const state = optional(choice({ going: '', stopped: '' }))(own(fields, 'state'), 'state');
    const expected = parseExpected(own(fields, 'expected'), 'expected');
    const batch = await batches.turn(params.id ?? '', {
      ...(state && { state }),
      ...(expected !== undefined && { expected }),
    });
    return batch ? ok(batch) : noBatch();
  },
};

const addedAnswer = (added: Added | undefined): Answer => (added ? { status: 201, body: added } : noBatch());

const add: Route = {
  method: 'post',
  path: '/api/batches/:id/items',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  answer: async ({ batches }, { params, body }) => {
    const id = params.id ?? '';
    if (!(body instanceof Form)) {
      const addresses = parseAddresses(own(record(body, ''), 'addresses'), 'addresses');
      return addedAnswer(await batches.addAddresses(id, addresses));
    }
    if (!body.file) throw new Invalid('file', 'a file is expected');
    const { name, mediaType, upload } = body.file;
    const path = text(BATCH_LIMITS.file)(body.words('path') ?? name, 'path').trim() || name;
    return addedAnswer(await batches.addFile(id, { name: path.toWellFormed(), mediaType, upload }));
  },
};

/** Has one thing, or all of a batch, tried again or called off. */
const change = (path: string): Route => ({
  method: 'put',
  path,
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: 1_000,
  answer: async ({ batches }, { params, body }) => {
    const { id = '', item } = params;
    const to = choice({ waiting: '', 'called-off': '' })(own(record(body, ''), 'state'), 'state');
    const batch = await (to === 'waiting' ? batches.again(id, item) : batches.callOff(id, item));
    if (!batch) return noBatch();
    const isThere = item === undefined || batch.items.some((each) => each.id === item);
    return isThere ? ok(batch) : problem(404, 'not-found', 'There is no such thing in this batch.');
  },
});

/** Batches: many files or addresses that come in together. */
export const batchRoutes: readonly Route[] = [
  ...[list, begin, show, turn, add],
  ...[change('/api/batches/:id/items'), change('/api/batches/:id/items/:item')],
];
