import type { Scene } from './scene.ts';

/** A picture that was taken. */
export interface Picture {
  readonly scene: Scene;
  readonly view: string;
  readonly file: string;
}

/** The page that shows all pictures: a row a screen, in its views. */
export const indexPage = (pictures: readonly Picture[]): string => {
  const scenes = [...new Set(pictures.map(({ scene }) => scene))];
  const rows = scenes.map((scene) => {
    const shown = pictures.filter((each) => each.scene === scene);
    const links = shown.map(({ view, file }) => `[${view}](${file})`).join(' · ');
    return `| ${scene.says} | ${links} |`;
  });
  return `# Every screen, in every state

Made by \`npm run screens\`, which starts a server, fills a desk with texts of our own and goes through the built client in a real
browser; [decision 24](../decisions/24-screens-are-committed.md) says why they are kept here. ${pictures.length} pictures.

| what is to be seen | on |
|---|---|
${rows.join('\n')}
`;
};
