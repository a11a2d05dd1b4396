/** Which columns a row that is written has: spreads opened, also of what a schema lets through. */
import type { Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { parsedShape, partOf, type Shape, shapeOf } from "../packages/shapes.ts";

export interface RowColumns {
  /** By column in lower case: what it certainly is filled with. */
  readonly filled: ReadonlyMap<string, Term>;
  /** Columns that the caller may fill. */
  readonly maybe: ReadonlySet<string>;
  /** It has no other columns. */
  readonly whole: boolean;
  /** The caller fills some or all of the columns that are not known. */
  readonly sent: boolean;
}

export function columnsOf(row: Term, path: Path): RowColumns {
  const filled = new Map<string, Term>();
  const maybe = new Set<string>();
  let whole = true;
  let sent = false;
  const add = (value: Term): void => {
    if (value.kind === "undefined" || value.kind === "literal") return;
    if (value.kind === "object") {
      for (const field of value.fields) {
        if (field.key === undefined) add(field.value);
        else put(field.key, field.value);
      }
      return;
    }
    // Rows of one list have the same columns.
    const [first] = value.kind === "array" ? value.items : [];
    if (first) return add(first);
    const shape = parsedShape(value) ?? (isSent(value) ? shapeOfPath(path) : undefined);
    if (!shape) {
      whole = false;
      sent ||= isSent(value);
      return;
    }
    for (const [name, there] of shape) {
      if (there === "always") put(name, value);
      else maybe.add(name.toLowerCase());
    }
  };
  const put = (name: string, value: Term): void => {
    const column = name.toLowerCase();
    filled.delete(column);
    maybe.delete(column);
    if (isLeftOut(value, path)) maybe.add(column);
    else filled.set(column, value);
  };
  add(row);
  return { filled, maybe, whole, sent };
}

/** One field of what was sent, which the schema allows to be missing. */
function isLeftOut(value: Term, path: Path): boolean {
  if (value.kind === "input" && value.path.length > 0)
    return (
      isSent({ ...value, path: value.path.slice(0, -1) }) && shapeOfPath(path)?.get(value.path.at(-1) ?? "") === "maybe"
    );
  if (value.kind === "member") return parsedShape(value.of)?.get(value.name) === "maybe";
  if (value.kind !== "external" || value.arguments || !value.base) return false;
  return parsedShape(value.base)?.get(value.path.at(-1) ?? "") === "maybe";
}

/** The body, the arguments or the message, or one part of them. */
function isSent(term: Term): boolean {
  return (
    term.kind === "input" &&
    (term.source === "body" || term.source === "arguments" || term.source === "message") &&
    term.path.length <= 1
  );
}

/** `schema.parse({ body: req.body, params: req.params })` */
function isWrapped(given: Term): boolean {
  return given.kind === "object" && given.fields.some(({ key, value }) => key === "body" && isSent(value));
}

/** A path is asked once for every column that is written. */
const knownShapes = new WeakMap<Path, { readonly shape: Shape | undefined }>();

/** The fields that the schemas ahead of the handler let through, where all of them can be read. */
function shapeOfPath(path: Path): Shape | undefined {
  let known = knownShapes.get(path);
  if (!known) {
    known = { shape: readShape(path) };
    knownShapes.set(path, known);
  }
  return known.shape;
}

function readShape(path: Path): Shape | undefined {
  const fields = new Map<string, "always" | "maybe">();
  let known = false;
  for (const event of path.events) {
    if (event.kind !== "guard" || event.guard !== "validation") continue;
    const { callee, arguments: given } = event.call;
    // `zValidator("json", schema)` is given the schema, `schema.parse(req.body)` what was sent.
    const inside = given.map((one) => partOf(one, "body") ?? shapeOf(one)).find((one) => one !== undefined);
    if (!inside && given.length > 0 && !given.some((one) => isSent(one) || isWrapped(one))) continue;
    const shape = event.fields ?? inside ?? partOf(callee, "body") ?? shapeOf(callee);
    if (!shape) continue;
    known = true;
    for (const [name, there] of shape) fields.set(name, there);
  }
  return known ? fields : undefined;
}
