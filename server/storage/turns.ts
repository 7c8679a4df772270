/** What one of several servers does at a time. */
export interface Turns {
  /** Takes the turn for something; false when another server has it. Whoever has it keeps it until it gives it back or ends, however it ends. */
  take(name: string): Promise<boolean>;
  giveBack(name: string): Promise<void>;
}

/** Where there is one server, every turn is its own. */
export const onlyServer: Turns = { take: async () => true, giveBack: async () => {} };
