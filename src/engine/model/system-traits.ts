/** What holds of everything that is asked of a system, whichever call asks it. */
export interface SystemTraits {
  /** A condition without a value is dropped: `{ where: { owner: undefined } }` finds the rows of everybody. */
  readonly dropsUndefined?: true;
  /** It is the machine that the service runs on, and not a store that several keep things in. */
  readonly ownMachine?: true;
  /** A call made for a caller touches only rows that a policy of the schema allows them; without a policy none. */
  readonly allowsByPolicy?: true;
  /** No text that it is given is a statement of SQL. */
  readonly readsNoSql?: true;
  /** An object in the place of a condition's value is read as operators. */
  readonly operators?: OperatorObjects;
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
