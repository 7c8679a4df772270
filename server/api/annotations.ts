import type { Article } from '../../shared/article.ts';
import { type AnyPart, invertPart } from '../../shared/operations/index.ts';
import type { Act } from '../../shared/operations/kind.ts';
import { choice, Invalid, optional } from '../../shared/parsing.ts';
import { isFault } from '../../shared/protocol.ts';
import type { FaultyFile } from '../import/annotations/annotation-file.ts';
import { bringFile } from '../import/annotations/bring-large.ts';
import type { BroughtFile, Item } from '../import/annotations/brought.ts';
import type { ModelFault } from '../import/annotations/checks.ts';
import { DOUBTS, UNPLACED } from '../import/annotations/placing.ts';
import type { ArrivalWay } from '../import/arrivals.ts';
import { bringAlong } from '../import/bring-along.ts';
import { RoomView } from '../room-view.ts';
import type { Upload } from '../uploads.ts';
import { roomOf } from './article-asked.ts';
import { Form } from './form.ts';
import { faultProblem, problem } from './problem.ts';
import { withProgress } from './progress.ts';
import { type Answer, ok, type Route } from './route.ts';

/** The largest file of annotations, in bytes. */
const ANNOTATIONS_LIMIT = 20_000_000;

const sentIn = (body: unknown): string | Upload => {
  if (typeof body === 'string') return body;
  const file = body instanceof Form ? body.file : undefined;
  if (!file) throw new Invalid('file', 'a file is expected');
  return file.upload;
};

const inWords = ({ where, what, section }: ModelFault): string => {
  const of = /^\d/.test(section) ? `Web Annotation Data Model §${section}` : section;
  return `${where === '' ? '' : `${where}: `}${what} (${of})`;
};

/** At most so many faults are told. */
const MOST_FAULTS = 50;

const refused = ({ faults }: FaultyFile): Answer => {
  const [first] = faults;
  const more = faults.length > 1 ? ` There is more, ${faults.length} in all.` : '';
  return problem(422, 'invalid', `Nothing was brought. ${first ? inWords(first) : ''}.${more}`, {
    ...(first && first.where !== '' && { where: first.where }),
    faults: faults.slice(0, MOST_FAULTS).map((each) => ({ ...each, words: inWords(each) })),
  });
};

const itemView = ({ reason, doubts, ...item }: Item): object => ({
  ...item,
  ...(reason && { reason, why: UNPLACED[reason] }),
  doubts: doubts.map((doubt) => ({ doubt, why: DOUBTS[doubt] })),
});

/** The parts that take some back: what was made is withdrawn, and what was changed is as it is in the article before them. */
const takingBack = (before: Article, parts: readonly AnyPart[], act: Act): readonly AnyPart[] =>
  parts.flatMap((part) => invertPart(before, part, act) ?? []).toReversed();

const view = ({ format, items }: BroughtFile): object => ({
  format,
  items: items.map(itemView),
  placed: items.filter(({ reason, becomes }) => !reason && becomes !== 'again').length,
  unplaced: items.filter(({ reason }) => reason).length,
  again: items.filter(({ becomes }) => becomes === 'again').length,
});

const bring: Route = {
  method: 'post',
  path: '/api/articles/:id/annotations',
  needs: 'annotator',
  scope: 'import',
  bodyLimit: ANNOTATIONS_LIMIT,
  form: true,
  asText: true,
  answer: async (parts, asked) => {
    const { params, query, body, speaker } = asked;
    const isPreview = optional(choice({ true: true, false: false }))(query.preview, 'preview') === 'true';
    const room = await roomOf(parts.rooms, params);
    const sent = sentIn(body);
    const run = async (way: ArrivalWay): Promise<Answer> => {
      const { article } = new RoomView(room, speaker.reviewer);
      const address = `${parts.config.publicUrl}/articles/${room.id}`;
      const { newId, digest } = parts;
      const brought = await bringFile(sent, article, { address, newId, digest }, way);
      if ('faults' in brought) return refused(brought);
      const told = view(brought);
      if (isPreview || brought.parts.length === 0) return ok({ ...told, written: false, undo: [], dropped: 0 });
      const act = { reviewer: speaker.reviewer.id, at: parts.clock.now() };
      const undo = takingBack(article, brought.parts.flat(), act);
      const done = await bringAlong(room, speaker.reviewer, brought.parts, newId);
      return isFault(done) ? faultProblem(done) : ok({ ...told, written: true, undo, dropped: done.dropped });
    };
    return withProgress(parts, asked, run, (brought) => ({ step: 'brought', brought }));
  },
};

/** Annotations that are brought to an article. */
export const annotationRoutes: readonly Route[] = [bring];
