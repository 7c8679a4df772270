import { randomBytes } from 'node:crypto';

/** An id that nobody else was given: 96 random bits as base64url. */
export const newId = (): string => randomBytes(12).toString('base64url');
