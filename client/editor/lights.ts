/** What of the claims is lit up. */
export interface Lit {
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
}

const rule = (claim: string | undefined, look: string): string =>
  claim === undefined ? '' : `.ProseMirror [data-claim="${CSS.escape(claim)}"] { ${look} }\n`;

// Seen through, and as high as the line: what stands under it, over it and beside it stays to be seen. The outline shows where the
// reader's system gives the colours.
const SELECTED = 'background: var(--claim-selected); padding-block-end: 4px; outline: 2px solid transparent;';
const HOVERED = 'background: color-mix(in srgb, var(--look) 11%, transparent);';

/**
 * Lights claims up by a style sheet of its own and leaves the text's elements alone: redrawing the words under the mouse would
 * end the selection that is being made of them.
 */
export const openLights = () => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return {
    show: ({ selected, hovered }: Lit): void => {
      sheet.replaceSync(rule(selected, SELECTED) + (hovered === selected ? '' : rule(hovered, HOVERED)));
    },
    close: (): void => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
};
