import { known } from './strings/index.ts';

/** What somebody is called: their name, or, where they were deleted, that they were a member, in the language of the screen. */
export const personInWords = (name: string): string => known('person', name) ?? name;
