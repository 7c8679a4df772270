import { initials } from '../../account.ts';

/** A reviewer as a disc with initials in their colour; its words are for the mouse, name it where it stands alone. */
export const Avatar = ({ name, colour }: { readonly name: string; readonly colour: string }) => (
  <span class="avatar" style={{ background: colour }} title={name} aria-hidden="true">
    {initials(name)}
  </span>
);
