import { type EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { editorStateOn } from '../../client/editor/editor-state.ts';
import { drawHighlights, highlights } from '../../client/editor/highlights.ts';
import { history } from '../../client/history.ts';
import { act, openSession, receive, type Session, takeNext } from '../../client/session.ts';
import { sha256 } from '../../server/digest.ts';
import { draftEntry } from '../../server/draft.ts';
import { blankArticle } from '../../shared/article.ts';
import { perform } from '../../shared/rebase.ts';
import { creationOf, withClaims } from '../articles.ts';

// One keystroke in the client's state, timed: node keystroke-child.ts CHARACTERS CLAIMS KEYS ours|plain

/** So many keys are acknowledged together, as when a round trip takes half a second. */
const TOGETHER = 5;

/** So many keys are typed at one place before the next. */
const STRETCH = 25;

const una = { id: 'una', role: 'lead' } as const;
const at = '2026-03-01T09:00:00.000Z';
const [characters = 0, claims = 0, keys = 0] = process.argv.slice(2, 5).map(Number);
const isOurs = process.argv[5] === 'ours';

const first = perform(blankArticle(), [creationOf(characters)], { reviewer: una.id, at }).article;
const article = withClaims({ ...first, version: 1 }, claims);

/** Where the key at an index is typed: on from the one before, then somewhere else. */
const placeOf = (index: number, size: number): number => {
  const stretch = Math.floor(index / STRETCH);
  return 200 + (((stretch * 7_919 * 211) % (size - 1_000)) | 0) + (index % STRETCH);
};

const insideText = (state: EditorState, position: number): number => {
  const resolved = state.doc.resolve(position);
  return resolved.parent.isTextblock ? position : resolved.pos + 2;
};

interface Times {
  readonly key: number[];
  readonly act: number[];
  readonly entry: number[];
}

const times: Times = { key: [], act: [], entry: [] };

const timed = <T>(into: number[], run: () => T): T => {
  const start = performance.now();
  const result = run();
  into.push(performance.now() - start);
  return result;
};

/** What the server answers to what is pending, and the session after it. */
const acknowledged = (session: Session): Session => {
  const { session: sent, operation } = takeNext(session);
  if (!operation) return session;
  const drafting = { reviewer: una, at, over: [], digest: sha256 };
  const { entry } = draftEntry(sent.confirmed, operation, drafting);
  return timed(times.entry, () => receive(sent, entry)).session;
};

const drawn = (state: EditorState): EditorState => {
  const classes = 'claim look-open level-0';
  const wanted = [...article.anchors].map(([id, { from, to }]) => ({
    id,
    from,
    to,
    classes,
    says: '',
    hasCard: false,
  }));
  const drawing = drawHighlights(state, { of: 'all', highlights: wanted });
  return drawing ? state.apply(drawing) : state;
};

const typeOurs = (): void => {
  let session = openSession(una.id, article);
  let state = drawn(editorStateOn(article.doc, [history(), highlights()]));
  for (let index = 0; index < keys; index += 1) {
    const place = insideText(state, placeOf(index, state.doc.content.size));
    timed(times.key, () => {
      const transaction = state.tr.insertText('x', place);
      const part = { kind: 'text', target: 'body', steps: transaction.steps } as const;
      session = timed(times.act, () => act(session, [part], `op-${index}`, at)).session;
      state = state.apply(transaction);
    });
    if (index % TOGETHER === TOGETHER - 1) session = acknowledged(session);
  }
  if (!session.visible.doc.eq(state.doc)) throw new Error('the text on screen is not the session’s');
};

const mapped = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) =>
        DecorationSet.create(
          doc,
          [...article.anchors].map(([, { from, to }]) => Decoration.inline(from, to, { class: 'claim' })),
        ),
      apply: (transaction, set) => set.map(transaction.mapping, transaction.doc),
    },
  });

const typePlain = (): void => {
  let state = editorStateOn(article.doc, [mapped()]);
  for (let index = 0; index < keys; index += 1) {
    const place = insideText(state, placeOf(index, state.doc.content.size));
    timed(times.key, () => {
      state = state.apply(state.tr.insertText('x', place));
    });
  }
};

if (isOurs) typeOurs();
else typePlain();
// The first keys of all are slow whoever types: the program is not compiled yet.
const warm = ({ key, act: acts, entry }: Times): Times => ({
  key: key.slice(100),
  act: acts.slice(100),
  entry: entry.slice(20),
});
console.log(JSON.stringify(warm(times)));
