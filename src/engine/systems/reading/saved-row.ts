/** What saving an entity does, by where the entity comes from: new ones are inserted, loaded ones set. */
import type { Operation } from "../../model/effect.ts";
import type { InputSource, Term } from "../../model/term.ts";
import { field } from "./terms.ts";

export interface SavedRow {
  /** `call` where it cannot be told: the row may be new or loaded. */
  readonly operation: Extract<Operation, "insert" | "set" | "upsert" | "call">;
  /** What is written, as far as it can be read. */
  readonly row: Term;
  /** The id a written row carries. */
  readonly id?: Term;
}

const LOADED = /^(?:find|get|load|fetch|merge|preload|save|assign|upsert)/;

const PARSES = /^(?:parse|validate|cast|attempt|decode)(?:Sync|Async)?$/i;

const SENT: ReadonlySet<InputSource> = new Set(["body", "message"]);

export function savedRow(entity: Term): SavedRow {
  switch (entity.kind) {
    case "array":
      return allOf(entity, entity.items);
    case "choice":
      return allOf(entity, entity.options);
    case "operation":
      return entity.operator === "?:" ? allOf(entity, entity.parts.slice(1)) : { operation: "call", row: entity };
    case "instance":
      return { operation: "insert", row: entity.arguments[0] ?? entity };
    case "object":
      return savedObject(entity);
    case "external": {
      const names = entity.path.filter((segment) => segment.endsWith("()")).map((segment) => segment.slice(0, -2));
      const last = names.at(-1) ?? "";
      const given = entity.arguments?.at(-1);
      if (last === "create" || last === "build") return given ? newFrom(given) : { operation: "insert", row: entity };
      // What a schema lets through of what was sent: `schema.parse(body)`.
      const parsed = PARSES.test(last) && entity.arguments?.some((one) => savedRow(one).operation === "insert");
      return { operation: parsed ? "insert" : LOADED.test(last) ? "set" : "call", row: entity };
    }
    // What a request holds is a new row; one that is there already is loaded first, or named by its id.
    case "input":
      return { operation: SENT.has(entity.source) ? "insert" : "call", row: entity };
    case "element":
    case "member":
      return { ...savedRow(entity.of), row: entity };
    default:
      return { operation: "call", row: entity };
  }
}

/** `repository.create(data)`: new, unless the data carries an id. */
function newFrom(data: Term): SavedRow {
  const saved = savedRow(data);
  return saved.operation === "call" || saved.operation === "set" ? { operation: "insert", row: data } : saved;
}

function savedObject(entity: Term & { readonly kind: "object" }): SavedRow {
  const id = field(entity, "id");
  if (id?.kind === "unstable" || id?.kind === "undefined") return { operation: "insert", row: entity };
  if (id) return { operation: "upsert", row: entity, id };
  const spreads = entity.fields.filter(({ key }) => key === undefined);
  if (spreads.length === 0) return { operation: "insert", row: entity };
  // { ...order, status }: a loaded row with changes.
  const loaded = spreads.some(({ value }) => savedRow(value).operation === "set");
  if (loaded) return { operation: "set", row: entity };
  const sent = spreads.every(({ value }) => savedRow(value).operation === "insert");
  return { operation: sent ? "insert" : "call", row: entity };
}

function allOf(entity: Term, parts: readonly Term[]): SavedRow {
  const kinds = parts.filter(({ kind }) => kind !== "undefined").map(savedRow);
  const [first] = kinds;
  if (first && kinds.every(({ operation }) => operation === first.operation))
    return { ...first, row: kinds.length === 1 ? first.row : entity };
  return { operation: "call", row: entity };
}
