const LONGEST = 60;

/** The last part of the standing address of an article's report: its title as far as that is Latin, and enough of its id to be its own. */
export const slugFor = (title: string, id: string): string => {
  const dashed = (text: string): string =>
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
  const words = dashed(title).slice(0, LONGEST).replace(/-$/, '');
  const own = dashed(id).replaceAll('-', '').slice(0, 10);
  return [words, own].filter(Boolean).join('-') || 'report';
};
