import type { SourceFields } from '../shared/source.ts';
import { type Command, doing } from './commands.ts';

/** Changes fields of a source. */
export const reviseSource = (source: string, fields: Partial<SourceFields>): Command =>
  doing(() => [{ kind: 'source.revise', source, fields }]);

/** Says that a source no longer stands, and why. */
export const retractSource = (source: string, reason: string): Command =>
  doing(() => [{ kind: 'source.retract', source, reason }]);

/** Lets a source stand again. */
export const restoreSource = (source: string): Command => doing(() => [{ kind: 'source.restore', source }]);

/** Changes fields of several sources in one operation. */
export const reviseSources = (all: readonly (readonly [source: string, fields: Partial<SourceFields>])[]): Command =>
  doing(() => all.map(([source, fields]) => ({ kind: 'source.revise', source, fields })));
