import type { MoveName } from '../shared/work.ts';

/** Who works on the sample, in which role. They are nobody: nothing is said or judged in the name of who opens it (T6). */
export const SAMPLERS = {
  checker: { id: 'sample-desk', name: 'Sample desk', role: 'editor' },
  second: { id: 'sample-second', name: 'Ada Sample', role: 'annotator' },
  lead: { id: 'sample-lead', name: 'Leo Sample', role: 'lead' },
} as const;

/** A key of `SAMPLERS`. */
export type Sampler = keyof typeof SAMPLERS;

const CAUSE = 'Russia’s intervention has made Islamic State stronger';
const CONFERENCE = 'a conference on the Black Sea coast';
const VISIT = 'On October 20, Assad turned up in Moscow on a visit that nobody had announced';
const SHARE = 'almost 80 percent of them in areas that Islamic State did not control';
const SPEECH =
  'Reuters, Power told the council, had gone through the targets declared by the Defence Ministry in Moscow and placed almost 80 percent of them in areas that Islamic State did not control.';

/** Something said in a thread of the sample. */
interface SampleMessage {
  readonly by: Sampler;
  readonly text: string;
}

/** What is said about the sample: on words, or on the claim that stands on them. */
export interface SampleThread {
  readonly words?: string;
  readonly claim?: string;
  readonly messages: readonly SampleMessage[];
  readonly resolvedBy?: Sampler;
}

export const THREADS: readonly SampleThread[] = [
  {
    words: CONFERENCE,
    messages: [
      { by: 'checker', text: 'Which conference? Name it, or a reader will have to look it up.' },
      { by: 'second', text: 'The yearly one of the Valdai Club, it seems. I am looking for its programme.' },
    ],
  },
  {
    claim: CAUSE,
    messages: [
      {
        by: 'checker',
        text: 'Is this her finding or her opinion? If the record has “in our view”, it cannot be checked as it stands.',
      },
      { by: 'lead', text: 'Her view, but with a consequence that one can look for: did they gain ground or not?' },
    ],
  },
  {
    words: 'It is three weeks since the first Russian jets attacked',
    messages: [
      { by: 'second', text: 'Three weeks and a day, counted from September 30. Leave it?' },
      { by: 'lead', text: 'Leave it.' },
    ],
    resolvedBy: 'lead',
  },
];

/** A correction suggested for the sample. */
export const CORRECTION = {
  words: 'made four million people homeless',
  to: 'driven four million people abroad',
  why: 'Four million is the number of those who fled the country. Those displaced within it are counted apart.',
} as const;

/** Sentences of the sample in which the second reader found nothing to check. */
export const ASIDES: readonly string[] = [
  'How bombs bring one nearer is disputed.',
  'The front lines, meanwhile, have begun to move.',
  'On that question, Moscow and Washington do not even read the same map.',
  'Sample article, written for Touchstone after agency reports of October 2015.',
];

/** A second opinion, by the second reader. */
export const OPINION = {
  claim: CAUSE,
  rating: 'mostly-false',
  rationale: 'In those three weeks it lost more ground than it won. The advance near Aleppo is one place of many.',
} as const;

/** What the lead decides where two differ, or where the parts of a claim come to different things. */
export const DECISIONS = [
  {
    claim: CAUSE,
    rating: 'unproven',
    rationale: 'Neither of you can show it, for or against. We say so, and say what would show it.',
  },
  {
    claim: 'that war has cost about 250,000 lives and made four million people homeless',
    rating: 'mixed',
    rationale: 'The one half holds as an estimate, the other takes a part for the whole.',
  },
] as const;

/** A move of the work on a claim of the sample. */
interface SampleMove {
  readonly claim: string;
  readonly by: Sampler;
  readonly move: MoveName;
  readonly reason?: string;
}

/** How far the work on the claims of the sample has come, in the order in which it was done. */
export const MOVES_MADE: readonly SampleMove[] = [
  { claim: 'Bashar al-Assad would sit down with armed opponents of his government', by: 'second', move: 'start' },
  { claim: CAUSE, by: 'checker', move: 'ready' },
  { claim: 'cost about 250,000 lives', by: 'checker', move: 'ready' },
  { claim: SHARE, by: 'checker', move: 'ready' },
  { claim: SHARE, by: 'second', move: 'first' },
  { claim: SPEECH, by: 'checker', move: 'ready' },
  { claim: SPEECH, by: 'second', move: 'first' },
  { claim: SPEECH, by: 'lead', move: 'sign' },
  { claim: VISIT, by: 'checker', move: 'ready' },
  { claim: VISIT, by: 'second', move: 'first' },
  {
    ...{ claim: VISIT, by: 'lead', move: 'reopen' },
    reason: 'That nobody had announced it still rests on one source, and that is the host.',
  },
];
