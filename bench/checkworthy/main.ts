import { scoreSentence, type Weights } from '../../shared/checkworthy.ts';
import { averagePrecision, foundAt, type Scored } from './figures.ts';
import { floorFrom } from './floor.ts';
import { agreed, isThere, type Labelled, parts, speeches, tweets } from './labelled.ts';
import { train } from './train.ts';

// npm run bench:checkworthy [-- --train]

if (!isThere()) {
  console.log('The reference material (05-checkworthy) is not beside the repository: nothing to measure on.');
  process.exit(0);
}
if (process.argv.includes('--train')) train();
const { WEIGHTS }: { WEIGHTS: Weights } = await import('../../shared/checkworthy-weights.ts');

const { training, later } = parts();
const floor = floorFrom(training);
const subjects = [
  { name: 'Touchstone', threshold: WEIGHTS.threshold, score: (text: string) => scoreSentence(WEIGHTS, text).score },
  { name: 'floor: words only', ...floor },
];

const sets: readonly { readonly name: string; readonly least?: number; readonly sentences: readonly Labelled[] }[] = [
  { name: 'dev-test: ct24_english_dev, labels agreed on', least: 0.65, sentences: agreed() },
  { name: 'later debates: last tenth of the training file', least: 0.56, sentences: later },
  { name: 'for information: speeches, CheckThat! 2019', sentences: speeches() },
  { name: 'for information: tweets, CheckThat! 2020', sentences: tweets() },
];

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

console.log(
  `${training.length} sentences learnt from, ${WEIGHTS.terms.size} terms; neither threshold was chosen on what is measured here`,
);
let fallsShort = false;
for (const { name, least, sentences } of sets) {
  const labels = sentences.map(({ label }) => label);
  console.log(`\n${name} (${labels.filter(Boolean).length} of ${labels.length} worth checking)`);
  console.log('                      precision recall     F1     AP  threshold');
  for (const { name: subject, threshold, score } of subjects) {
    const scored: Scored = { labels, scores: sentences.map(({ text }) => score(text)) };
    const { precision, recall, f1 } = foundAt(scored, threshold);
    const figures = [precision, recall, f1, averagePrecision(scored)].map(percent).join(' ');
    console.log(`  ${subject.padEnd(20)} ${figures}   ${threshold.toFixed(2)}`);
    if (subject === 'Touchstone' && least !== undefined && f1 < least) fallsShort = true;
  }
  if (least !== undefined) console.log(`  F1 of at least ${percent(least).trim()} is asked for`);
}
const start = performance.now();
for (const { text } of later) scoreSentence(WEIGHTS, text);
console.log(`\n${((1_000 * (performance.now() - start)) / later.length).toFixed(0)} µs a sentence`);
process.exitCode = fallsShort ? 1 : 0;
