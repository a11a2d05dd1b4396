/** The linked service, as rules and the map query it. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Config } from "./config.ts";
import type { EntryPoint } from "./entry-point.ts";
import type { MapConfig, MapSystem } from "./service-map.ts";
import type { SignIn } from "./sign-in.ts";
import type { Place } from "./term.ts";

export interface ServiceModel {
  readonly entryPoints: readonly EntryPoint[];
  readonly signIns: readonly SignIn[];
  readonly systems: readonly MapSystem[];
  readonly variables: readonly MapConfig[];
  readonly schema: Schema;
  readonly config: Config;
  /** What systems that keep accounts call the part of one that its user writes: whoever reads a token may not know whose it is. */
  readonly writtenByUser: ReadonlySet<string>;
  /** Facts of a file, undefined where it has none. */
  facts(path: string): FileFacts | undefined;
  /** Source text, for messages and fixes; undefined where the file is gone. */
  text(path: string): string | undefined;
  /** Every path of the workspace that is known, code or not. */
  readonly paths: Iterable<string>;
}

/** What the database promises, from Prisma schemas, ORM models and SQL migrations. Names are lower case. */
export interface Schema {
  readonly tables: ReadonlyMap<string, Table>;
}

export interface Table {
  readonly name: string;
  /** Each unique key, primary keys that the caller sets included, as its columns. */
  readonly unique: readonly (readonly string[])[];
  readonly columns: readonly Column[];
  /** Fields of the code that lead to rows of other tables. */
  readonly relations?: readonly Relation[];
  /** Policies say who touches which of its rows. */
  readonly rowSecurity?: true;
  /** The model of the code that it is, where the database may say more of it under another name. */
  readonly model?: ModelNames;
  readonly place: Place;
}

/** How code and database call the same. All in small letters. */
export interface ModelNames {
  /** Every name of the table. */
  readonly tables: readonly string[];
  /** Names in code, by those in the database. */
  readonly columns: ReadonlyMap<string, string>;
}

/** `customer Customer @relation(fields: [customerId], references: [id])`, or the other end of one: `orders Order[]`. */
export interface Relation {
  /** The field. */
  readonly name: string;
  /** The table that it leads to, as the code names it. */
  readonly table: string;
  /** Its own columns that hold `references` of the other table; none where the other table has them. */
  readonly columns: readonly string[];
  readonly references: readonly string[];
  /** The table between the two, where many rows of the one belong to many of the other. */
  readonly through?: string;
  /** What tells several relations between the same tables apart: both ends have it. */
  readonly label?: string;
}

export interface Column {
  readonly name: string;
  readonly type: string;
  /** Filled by the database or the library: serial, uuid(), now(). */
  readonly generated: boolean;
  readonly optional: boolean;
  /** Table it points to. */
  readonly references: string | undefined;
  /** The texts that it may hold, where the model lists them and refuses others. */
  readonly values?: readonly string[];
}
