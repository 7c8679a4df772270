/** One thing that is said of a claim: what it is, and the words; an address in them that leads somewhere. */
export interface Line {
  readonly label: string;
  readonly text: string;
  readonly address?: string;
}
