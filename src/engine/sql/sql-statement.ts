/** What SQL statements do, as plain data. Names are lower case, without quotes and without the schema. */

/** What a statement does to one table. */
export type SqlOperation = "read" | "insert" | "upsert" | "set" | "increment" | "toggle" | "append" | "delete";

export interface SqlEffect {
  readonly access: "read" | "write";
  readonly operation: SqlOperation;
  /** Absent where the name is a hole. */
  readonly table: string | undefined;
  /** Columns written, with their values, of the first row. */
  readonly values: readonly SqlAssignment[];
  /** Conditions joined by AND, those of joins and sub-selects included. */
  readonly where: readonly SqlCondition[];
  /** The condition holds an OR, or a hole that may be any text: `where` does not tell all. */
  readonly partial: boolean;
  /** Columns of `ON CONFLICT (…)`; empty where any unique key counts (`DO NOTHING`, `INSERT IGNORE`). */
  readonly conflict: readonly string[] | undefined;
  /** `FOR UPDATE`, `FOR SHARE`. */
  readonly lock: boolean;
  readonly returning: boolean;
  /** Read for its columns alone: joined to the rows that the statement is about, which it looks up by those of others. */
  readonly joined?: true;
  /** `DO UPDATE` without a condition: a row comes back whether it was there before or not. */
  readonly givesAnyway?: boolean;
  /** It works on what an earlier part of the statement took away or was the first to add: on nothing, the second time. */
  readonly follows?: boolean;
}

export interface SqlAssignment {
  /** Absent where a hole stands for columns and values together. */
  readonly column: string | undefined;
  readonly value: SqlValue;
}

export interface SqlCondition {
  readonly column: string | undefined;
  /** `=`, `<>`, `>`, `in`, `is`, `like` …; `exists` for a sub-select and `?` for what could not be read. */
  readonly operator: string;
  readonly value: SqlValue;
}

export type SqlValue =
  | { readonly kind: "parameter"; readonly parameter: number | string }
  | { readonly kind: "hole"; readonly hole: number }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** The clock or a random value of the database: `now()`, `gen_random_uuid()`. */
  | { readonly kind: "generated"; readonly how: "time" | "random" }
  /** Anything else, with what it is made of. */
  | {
      readonly kind: "expression";
      readonly columns: readonly string[];
      readonly parameters: readonly (number | string)[];
      readonly holes: readonly number[];
    };

export interface SqlStatement {
  readonly kind:
    | "select"
    | "insert"
    | "update"
    | "delete"
    | "merge"
    | "truncate"
    | "begin"
    | "end"
    | "definition"
    /** `CALL`, `EXEC`, `DO`: what it does is not in the text. */
    | "procedure"
    /** A fragment, or something without effect on tables: `SET`, `SHOW`, `WHERE …`. */
    | "other";
  /** One for each table, writes first. */
  readonly effects: readonly SqlEffect[];
}
