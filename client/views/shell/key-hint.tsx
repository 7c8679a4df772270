/** The key that does the same, for the eye; a screen reader has it from `aria-keyshortcuts`. */
export const KeyHint = ({ keys }: { readonly keys: string }) => (
  <span class="key-hint" aria-hidden="true">
    <kbd>{keys}</kbd>
  </span>
);
