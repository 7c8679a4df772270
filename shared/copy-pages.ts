/** Between the pages of a text that has some: a form feed, as printers have it. */
export const PAGE_BREAK = '\f';

/** A page of a text: its number, from 1, and where it stands. */
export interface TextPage {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** The pages of a text; one where nothing says otherwise. */
export const pagesIn = (text: string): readonly TextPage[] => {
  const pages: TextPage[] = [];
  for (let start = 0; ; ) {
    const next = text.indexOf(PAGE_BREAK, start);
    const end = next < 0 ? text.length : next;
    pages.push({ page: pages.length + 1, start, end });
    if (next < 0) return pages;
    start = next + 1;
  }
};

/** The page on which a place of a text is. */
export const pageAt = (pages: readonly TextPage[], offset: number): TextPage => {
  const page = pages.findLast(({ start }) => start <= offset) ?? pages[0];
  if (!page) throw new Error('a text has a page');
  return page;
};
