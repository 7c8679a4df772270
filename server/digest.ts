import { hash } from 'node:crypto';
import type { Digest } from '../shared/log.ts';

/** SHA-256 of a text as UTF-8, in hex. */
export const sha256: Digest = (text) => hash('sha256', text, 'hex');
