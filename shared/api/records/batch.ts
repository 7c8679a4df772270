/** Why there is no article of something. */
export interface Trouble {
  /** For programs: a word that stays the same. */
  readonly reason: string;
  /** For people: what is wrong. */
  readonly detail: string;
  readonly wrong?: {
    readonly name: string;
    readonly values: Readonly<Record<string, string | number>>;
  };
  /** Why nothing came from an address: a word that stays the same. */
  readonly because?: string;
}

/** A file or an address that is to become an article. */
export interface BatchItem {
  /** The article's too, once it is there. */
  readonly id: string;
  readonly nth: number;
  readonly kind: 'file' | 'address';
  /** The file's name with its folders, or the address. */
  readonly name: string;
  /** Of a file, in bytes. */
  readonly size?: number;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed' | 'called-off';
  readonly trouble?: Trouble;
  /** An article that the desk has of it already. */
  readonly known?: string;
  /** Of its article, once it is there. */
  readonly title?: string;
}

/** Files and addresses that were given together. */
export interface Batch {
  readonly id: string;
  readonly name: string;
  /** Who gave it, and in whose name its articles are made. */
  readonly reviewer: string;
  readonly at: string;
  readonly state: 'going' | 'stopped' | 'ended';
  /** How many things it is to have: more than it has when sending them was broken off. */
  readonly expected: number;
  readonly counts: {
    readonly waiting: number;
    readonly reading: number;
    readonly done: number;
    readonly failed: number;
    readonly 'called-off': number;
  };
}

/** A batch with its things. */
export interface WholeBatch extends Batch {
  readonly items: readonly BatchItem[];
  /** When it is begun: how many addresses stood in it twice. */
  readonly twice?: number;
}
