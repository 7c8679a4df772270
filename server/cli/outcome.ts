/** What became of something that was to come in. */
export interface Outcome {
  /** The file with its folders, or the address. */
  readonly name: string;
  /** `known`: the desk has it already. */
  readonly state: 'done' | 'known' | 'failed' | 'called-off';
  readonly article?: string;
  /** Where people open the article. */
  readonly address?: string;
  /** Why there is none. */
  readonly why?: string;
}

/** Whether the desk has it now. */
export const isIn = ({ state }: Outcome): boolean => state === 'done' || state === 'known';
