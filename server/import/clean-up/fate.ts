import type { RemovalReason } from '../reading.ts';

/** What becomes of a line: the title, a block of its own kind, a caption, or a removal with its reason. */
export type Fate = 'title' | 'keep' | 'caption' | RemovalReason;

/** Whether the line stays in the article's blocks. */
export const isKept = (fate: Fate | undefined): fate is 'keep' | 'caption' => fate === 'keep' || fate === 'caption';
