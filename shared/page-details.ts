import type { Source, SourceFields } from './source.ts';

/** What a page says of itself, as far as it does; every value is one that its field takes. */
export type PageDetails = Partial<Pick<SourceFields, 'title' | 'kind' | 'publisher' | 'people' | 'date' | 'language'>>;

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/** What of a page's details is proposed for a source: what it has no word on yet. What somebody typed stays. */
export const proposedFields = (source: Source, details: PageDetails = {}): PageDetails =>
  Object.fromEntries(
    Object.entries(details).filter(([key, value]) => !isEmpty(value) && isEmpty(source[key as keyof PageDetails])),
  );
