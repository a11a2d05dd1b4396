/** Where the ids of taken events and requests are kept: the project's own database or cache. */
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { FileStyle } from "../code/file-style.ts";

/** One kind of store, as one client library reaches it. */
export interface Store {
  /** Adapters whose effects say that the project uses it. */
  readonly via: readonly string[];
  /**
   * The client in the text of a call: `pool` of `pool.query`. Undefined where it cannot be told; `""` where the helper needs
   * none.
   */
  client(call: string): string | undefined;
  /** How `processOnce` takes the id of an event. */
  processOnce(context: HelperContext): ProcessOnceParts;
  /** How an idempotent handler takes a key and keeps its answer. */
  idempotent?(context: HelperContext): IdempotentParts;
  /** What the database needs for it. Undefined where that cannot be told or done. */
  schema(model: ServiceModel, app: string, purpose: Purpose): SchemaChange | undefined;
}

export interface HelperContext {
  readonly model: ServiceModel;
  readonly app: string;
  /** Path of the helper file. */
  readonly file: string;
  /** See {@link SchemaChange.table}. */
  readonly table: string;
  readonly style: FileStyle;
}

/** What is kept: ids of events, or answers by key. */
export type Purpose = "events" | "answers";

export interface SchemaChange {
  /** Name of the table, where there is one: another than usual where the project has a table of that name. */
  readonly table: string;
  readonly edits: readonly Edit[];
  /** Steps for a person, in order. */
  readonly steps: readonly string[];
}

/** Lines one level in, for a block of the template around them. */
export function inBlock(lines: string): string {
  return lines.replace(/\n/g, "\n  ");
}

/** Text of TypeScript, or nothing in JavaScript. */
export function typed(style: FileStyle, text: string): string {
  return style.typed ? text : "";
}

/** An import in standard style; helpers are brought into the project's style as a whole. */
export function importLine(style: FileStyle, name: string, module: string, use?: "type"): string {
  if (use === "type" && !style.typed) return "";
  if (style.modules === "commonjs" && !style.typed) return `const ${name} = require("${module}");\n`;
  return `import ${use === "type" ? "type " : ""}${name} from "${module}";\n`;
}

/** `export async function`, or the end of a CommonJS file. */
export function exported(style: FileStyle, name: string): { readonly before: string; readonly after: string } {
  return style.modules === "commonjs" && !style.typed
    ? { before: "", after: `\nmodule.exports = { ${name} };\n` }
    : { before: "export ", after: "" };
}

export interface IdempotentParts {
  readonly imports: string;
  readonly client: string;
  /** Declarations above the function. */
  readonly above?: string;
  /**
   * Statements that take `key` in `scope` for a request with `fingerprint`.
   * @param again statements for a key that is taken, by the code of what is stored under it (`fingerprint`, `status`, `body`, `type`; or nothing).
   */
  claim(again: (stored: string) => string): string;
  /** Statements that store `status`, `body` and `type`. */
  readonly complete: string;
  readonly release: string;
}

export interface ProcessOnceParts {
  readonly imports: string;
  /** First parameter with its type: `pool: Pool`; empty where none is needed. */
  readonly client: string;
  /** Declarations above the function. */
  readonly above?: string;
  /** Statements that take the id; they `return` where it is taken already. */
  readonly claim: string;
  readonly release: string;
  readonly complete: string;
}
