import type { SourceFields } from '../../../shared/source.ts';

const RECORDED: readonly string[] = ['broadcast', 'interview', 'image'] satisfies readonly SourceFields['kind'][];

/** Whether evidence from a source of a kind is asked when in it something is said; where that is known, in any case. */
export const isRecording = (kind: SourceFields['kind'] | undefined, time: string | undefined): boolean =>
  RECORDED.includes(kind ?? '') || Boolean(time);
