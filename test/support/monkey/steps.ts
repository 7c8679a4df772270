import { type Chance, chance } from '../random.ts';

/** One thing that somebody does at a page; places are shares of the text's length, so that they are there in any text. */
export type Step =
  | { readonly does: 'click' | 'doubleClick' | 'tripleClick'; readonly at: number }
  | { readonly does: 'select'; readonly at: number; readonly length: number; readonly by: 'mouse' | 'shift' }
  | { readonly does: 'drop'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly does: 'type'; readonly text: string; readonly pause: number }
  | { readonly does: 'press'; readonly keys: string; readonly times: number }
  | { readonly does: 'compose'; readonly stages: readonly string[]; readonly ends: 'commit' | 'cancel' | 'leave' }
  | { readonly does: 'paste'; readonly html?: string; readonly plain: string }
  | { readonly does: 'key'; readonly key: string }
  | { readonly does: 'write'; readonly key: 'm' | 'r'; readonly text: string }
  | { readonly does: 'tool'; readonly name: string }
  | { readonly does: 'offline' | 'online' | 'reload' | 'edit' | 'read' }
  | { readonly does: 'wait'; readonly ms: number };

/** The letters that the other types while somebody does what is to be taken back. */
export const OTHERS = /[①②③④⑤⑥⑦⑧⑨]/g;

/** What the people do at the same time; each their own list. Where it is to be `takenBack`, the first one takes all of it back after. */
export interface Burst {
  readonly takenBack?: true;
  readonly steps: readonly (readonly Step[])[];
}

const WORDS = [
  'not ',
  'seven ',
  ' 12,5',
  ' and the mayor said',
  'ä',
  'é',
  '漢字',
  ' مرحبا ',
  ' שלום',
  '👩‍👩‍👧',
  '. ',
  '…',
  '  ',
  'x',
  '-',
  "'",
  '“quoted” ',
  'a b c d e f g',
  'wood',
];
const HTML = [
  '<p>Pasted <b>bold</b> and <i>slanted</i> words</p>',
  '<ul><li>first</li><li>second<ul><li>deeper</li></ul></li></ul>',
  '<h1>A pasted title</h1><p>with a paragraph</p>',
  '<h2>A heading</h2>',
  '<table><tr><th>A</th><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>',
  'inline <a href="https://a.example/x">a link</a> only',
  '<blockquote><p>quoted</p><ol><li>one</li></ol></blockquote>',
  '<p>line<br>break</p><hr><p>rule</p>',
  '<div>loose<p>mixed</p>text</div><script>alert(1)</script>',
  '<p dir="rtl">نص ملصق</p>',
];
const STAGES = [
  ['に', 'にほ', 'にほん', '日本'],
  ['´', 'é'],
  ['k', 'ka', 'か', '化'],
  ['ㅎ', '하', '한'],
  ['hel', 'hello'],
];
const MOVES = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Control+ArrowLeft',
  'Control+ArrowRight',
];
const REMOVES = ['Backspace', 'Delete', 'Control+Backspace', 'Control+Delete'];
const TOOLS = ['strong', 'em', 'heading', 'quote', 'bullets', 'numbers', 'undo', 'redo'];

const place = (by: Chance): number => by.next();
const select = (by: Chance): Step => ({
  does: 'select',
  at: place(by),
  length: by.likely(0.85) ? 1 + by.below(30) : 40 + by.below(300),
  by: by.pick(['mouse', 'shift']),
});
const press = (by: Chance, keys: readonly string[], most: number): Step => ({
  does: 'press',
  keys: by.pick(keys),
  times: 1 + by.below(most),
});
const type = (by: Chance): Step => ({ does: 'type', text: by.pick(WORDS), pause: by.likely(0.3) ? 20 : 0 });

/** What an editor may do, each as often as it stands here. */
const EDITS: readonly (readonly [number, (by: Chance) => readonly Step[]])[] = [
  [6, (by) => [{ does: 'click', at: place(by) }, type(by)]],
  [5, (by) => [type(by)]],
  [5, (by) => [press(by, MOVES, 4)]],
  [
    3,
    (by) => [
      press(
        by,
        MOVES.map((key) => `Shift+${key}`),
        5,
      ),
    ],
  ],
  [6, (by) => [press(by, REMOVES, 3)]],
  [4, (by) => [press(by, ['Enter', 'Enter', 'Shift+Enter'], 2)]],
  [4, (by) => [press(by, ['Home', 'End'], 1), press(by, ['Backspace', 'Delete', 'Enter'], 1)]],
  [3, (by) => [select(by), type(by)]],
  [2, (by) => [select(by), press(by, REMOVES, 1)]],
  [3, (by) => [select(by), press(by, ['Control+b', 'Control+i'], 1)]],
  [3, (by) => [{ does: 'tool', name: by.pick(TOOLS) }]],
  [2, (by) => [press(by, ['Tab', 'Shift+Tab'], 1)]],
  [5, (by) => [press(by, ['Control+z', 'Control+z', 'Control+y', 'Control+Shift+Z'], 4)]],
  [
    2,
    (by) => [
      select(by),
      press(by, ['Control+c', 'Control+x'], 1),
      { does: 'click', at: place(by) },
      press(by, ['Control+v'], 1),
    ],
  ],
  [
    2,
    (by) => [
      { does: 'click', at: place(by) },
      { does: 'paste', ...(by.likely(0.7) && { html: by.pick(HTML) }), plain: 'plain\n\nwords' },
    ],
  ],
  [1, (by) => [select(by), { does: 'paste', plain: by.pick(['one', 'two\nlines', 'two\n\nparagraphs']) }]],
  [2, (by) => [{ does: 'drop', at: place(by), length: 1 + by.below(25), to: place(by) }]],
  [
    4,
    (by) => [
      { does: 'click', at: place(by) },
      { does: 'compose', stages: by.pick(STAGES), ends: by.pick(['commit', 'commit', 'cancel', 'leave']) },
    ],
  ],
  [1, (by) => [select(by), { does: 'compose', stages: by.pick(STAGES), ends: 'commit' }]],
  [2, (by) => [select(by), { does: 'press', keys: 'Control+Alt+c', times: 1 }]],
  [1, (by) => [{ does: by.pick(['doubleClick', 'tripleClick']), at: place(by) }, type(by)]],
  [
    0.3,
    () => [
      { does: 'press', keys: 'Control+a', times: 1 },
      { does: 'type', text: 'all gone', pause: 0 },
      { does: 'press', keys: 'Control+z', times: 1 },
    ],
  ],
  [1, (by) => [{ does: 'wait', ms: by.below(900) }]],
];

/** What anybody may do who reads. */
const READS: readonly (readonly [number, (by: Chance) => readonly Step[]])[] = [
  [6, (by) => [select(by), { does: 'key', key: 'c' }]],
  [3, (by) => [select(by), { does: 'key', key: 'x' }]],
  [
    2,
    (by) => [
      { does: by.pick(['doubleClick', 'tripleClick']), at: place(by) },
      { does: 'key', key: by.pick(['c', 'x', 'n']) },
    ],
  ],
  [
    4,
    (by) => [
      { does: 'key', key: by.pick(['j', 'k']) },
      { does: 'key', key: by.pick(['[', ']', '{', '}']) },
    ],
  ],
  [2, (by) => [select(by), { does: 'write', key: 'm', text: by.pick(WORDS) }]],
  [3, (by) => [select(by), { does: 'write', key: 'r', text: by.pick(WORDS) }]],
  [
    2,
    (by) => [
      { does: 'key', key: 'v' },
      { does: 'key', key: by.pick(['a', 'a', 'd']) },
    ],
  ],
  [2, (by) => [{ does: 'key', key: by.pick(['j', 'q', 'p', 'g', 'h', 'u', 'o']) }]],
  [
    1,
    (by) => [
      { does: 'key', key: 'j' },
      { does: 'key', key: by.pick(['1', '5']) },
    ],
  ],
  [2, (by) => [press(by, ['Control+z', 'Control+Shift+Z'], 2)]],
  [1, (by) => [press(by, ['ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Home', 'Backspace', 'Enter'], 3)]],
];

const LINES: readonly (readonly [number, (by: Chance) => readonly Step[]])[] = [
  [3, () => [{ does: 'offline' }]],
  [3, () => [{ does: 'online' }]],
  [1, () => [{ does: 'reload' }]],
];

const oneOf = (by: Chance, list: typeof EDITS): readonly Step[] => {
  let at = by.next() * list.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of list) {
    at -= weight;
    if (at < 0) return make(by);
  }
  return [];
};

const stepsOf = (by: Chance, isEditor: boolean, count: number, lines = true): readonly Step[] => {
  const steps: Step[] = [];
  let edits: boolean | undefined;
  for (let made = 0; made < count; made += 1) {
    if (edits === undefined || by.likely(0.15)) {
      edits = isEditor && by.likely(0.75);
      steps.push({ does: edits ? 'edit' : 'read' });
    }
    steps.push(...(lines && by.likely(0.07) ? oneOf(by, LINES) : oneOf(by, edits ? EDITS : READS)));
  }
  return steps;
};

/** What two editors and an annotator do, for a seed. */
export const stepsFor = (seed: number, size: number): readonly Burst[] => {
  const by = chance(seed);
  const all = (): Burst => ({ steps: [0, 1, 2].map((who) => stepsOf(by, who < 2, size)) });
  const back = (beside: readonly Step[]): Burst => ({
    takenBack: true,
    steps: [stepsOf(by, true, size, false), beside],
  });
  const typedBeside = [...'①②③④⑤⑥⑦⑧⑨'].flatMap((text): readonly Step[] => [
    { does: 'edit' },
    { does: 'click', at: place(by) },
    { does: 'type', text: text.repeat(1 + by.below(3)), pause: 0 },
    { does: 'wait', ms: by.below(400) },
  ]);
  return [all(), back([]), all(), back(typedBeside)];
};
