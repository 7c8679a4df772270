import { contention } from './contention.ts';
import { crash } from './crash.ts';
import { fanOut } from './fan-out.ts';
import { keystroke } from './keystroke.ts';
import { latency } from './latency.ts';
import { manyArticles } from './many-articles.ts';
import type { Measure } from './measure.ts';
import { opening } from './opening.ts';
import { replay } from './replay.ts';
import { slowClient } from './slow-client.ts';

/** All that is measured: a new one is one file and one row here. */
export const MEASURES: readonly Measure[] = [
  latency,
  contention,
  fanOut,
  manyArticles,
  replay,
  keystroke,
  opening,
  slowClient,
  crash,
];
