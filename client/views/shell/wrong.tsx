interface Parts {
  readonly words: string | undefined;
  /** For the field that it is about to be described by. */
  readonly id?: string;
}

/** What is wrong, said at once; nothing where nothing is. */
export const Wrong = ({ words, id }: Parts) =>
  words ? (
    <p class="notice error" role="alert" id={id}>
      {words}
    </p>
  ) : null;
