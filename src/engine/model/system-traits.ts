/** What holds of everything that is asked of a system, whichever call asks it. */
export interface SystemTraits {
  /** A condition without a value is dropped: `{ where: { owner: undefined } }` finds the rows of everybody. */
  readonly dropsUndefined?: true;
  /** It is the machine that the service runs on, and not a store that several keep things in. */
  readonly ownMachine?: true;
  /** A call made for a caller touches only rows that a policy of the schema allows them; without a policy none. */
  readonly allowsByPolicy?: true;
  /** Who is asked is another service of the team's own, and what it answers is its verdict. */
  readonly asksService?: true;
  /** No text that it is given is a statement of SQL. */
  readonly readsNoSql?: true;
  /** An object in the place of a condition's value is read as operators. */
  readonly operators?: OperatorObjects;
  /** Names of the calls that change one row, and throw where there is none. */
  readonly throwsOnNone?: RegExp;
  /** The first argument of a query names the relations whose rows are loaded with those that are found. */
  readonly loads?: LoadedRelations;
}

export interface LoadedRelations {
  /** Its fields that name them: `{ include: { owner: true } }`. */
  readonly under: readonly string[];
  /** Below a relation, what picks its columns: without, they are all loaded. */
  readonly picks: readonly string[];
  /** An option of the client that leaves columns out of every row, and a call that may give a client that does. */
  readonly leftOutBy: { readonly option: string; readonly call: string };
}

export interface OperatorObjects {
  /** Such an object that matches every row: `{ "$ne": "" }`. */
  readonly everyRow: string;
  /** Names of the calls that read it, where those that look up one row by its unique key take values alone. */
  readonly lists?: RegExp;
  /** A setting that makes values of such objects, and packages that take them out of requests. */
  readonly offBy?: string;
  readonly takenOutBy?: RegExp;
}
