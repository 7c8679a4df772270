/** A letter to one person, as plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends letters; rejects when one is not taken. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
  close(): void;
}
