import type { SourceFields } from '../shared/source.ts';
import { type Command, doing } from './commands.ts';

/** Changes fields of a source. */
export const reviseSource = (source: string, fields: Partial<SourceFields>): Command =>
  doing(() => [{ kind: 'source.revise', source, fields }]);

/** Changes fields of several sources in one operation. */
export const reviseSources = (all: readonly (readonly [source: string, fields: Partial<SourceFields>])[]): Command =>
  doing(() => all.map(([source, fields]) => ({ kind: 'source.revise', source, fields })));
