/** A call on a package's value as adapters see it. */

import type { Term } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import type { CallView } from "../../systems/define-system.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { packageArguments } from "../values/instance-state.ts";
import { relatedClass } from "../values/related-class.ts";

export type ExternalTerm = Term & { readonly kind: "external" };

/** `client` is the number of segments of the path that are the client. */
export function createCallView(
  linker: Linker,
  made: ExternalTerm,
  args: readonly Term[],
  client: number,
  capture = "",
  pending: () => readonly Term[] = () => [],
): CallView {
  const view: CallView = {
    path: made.path
      .slice(client)
      .map((segment, index, all) => (index === all.length - 1 ? segment.replace(/\(\)$/, "") : segment)),
    client: below(made, client),
    clientName: made.path[client - 1] ?? "",
    arguments: args,
    text: (index) => readableText(args[index]),
    at: (reference) => resolveReference(linker, view, reference, capture),
    earlier: (name, index) => earlierArgument(made, name, index),
    handedUp: (index) => {
      const instance = instanceBelow(made);
      return instance && packageArguments(linker, instance)[index];
    },
    own: (name) => {
      const instance = instanceBelow(made);
      const value = instance && memberOf(linker, instance, name);
      return value?.kind === "member" ? undefined : value;
    },
    name: (term) => (term ? tableName(linker, term) : undefined),
    related: (row, relation) => row && relatedClass(linker, made.package, row, relation),
    pending,
    returned: (value, given) => {
      const run = alternatives(value).find((option) => option.kind === "function");
      return run && callFunction(linker, run, given).result;
    },
    external: (packageName) => linker.terms.external(packageName, [], undefined, undefined, undefined),
    receiver: made.base,
    terms: linker.terms,
    database: linker.database,
    table: (name) => linker.schema && tableNamed(name, linker.schema),
    procedure: (name) => linker.procedures?.get(name.toLowerCase()),
  };
  return view;
}

/** The instance of a class that extends one of the package, where the call is made on one. */
function instanceBelow(made: ExternalTerm): (Term & { readonly kind: "instance" }) | undefined {
  let current: Term | undefined = made;
  while (current?.kind === "external") current = current.base;
  return current?.kind === "instance" ? current : undefined;
}

function below(term: Term, length: number): Term {
  let current = term;
  while (current.kind === "external" && current.path.length > length && current.base) current = current.base;
  return current;
}

/** Literal text; parts of a template that are not literal are `?`. */
export function readableText(term: Term | undefined): string | undefined {
  if (!term) return undefined;
  if (term.kind === "literal") return String(term.value);
  if (term.kind === "text") return term.parts.map((part) => readableText(part) ?? "?").join("");
  const options = alternatives(term).filter((option) => option !== term);
  return options.map(readableText).find((text) => text !== undefined);
}

export function earlierArgument(term: Term, name: string, index: number): Term | undefined {
  const wanted = name.endsWith("()") ? name : `${name}()`;
  for (let current: Term | undefined = term; current?.kind === "external"; current = current.base) {
    const last = current.path.at(-1);
    if (current.arguments && (last === wanted || last === `new ${wanted}`)) return current.arguments[index];
  }
  return undefined;
}

/** `"$0.data"`, `"$*"`, `"$from().0"`, `"$2.jobId|$2.deduplication.id"`. */
export function resolveReference(linker: Linker, view: CallView, reference: string, capture: string): Term | undefined {
  for (const option of reference.split("|")) {
    const found = resolveOne(linker, view, option, capture);
    if (found && found.kind !== "undefined") return found;
  }
  return undefined;
}

function resolveOne(linker: Linker, view: CallView, reference: string, capture: string): Term | undefined {
  if (reference.startsWith("=")) return linker.terms.literal(reference.slice(1));
  if (reference === "$*") return linker.terms.literal(capture);
  const call = /^\$(.+\(\))\.(\d+)(?:\.(.+))?$/.exec(reference);
  const position = /^\$(\d+)(?:\.(.+))?$/.exec(reference);
  let value = call
    ? view.earlier(call[1] ?? "", Number(call[2]))
    : position
      ? view.arguments[Number(position[1])]
      : undefined;
  const fields = (call ? call[3] : position?.[2])?.split(".") ?? [];
  for (const name of fields) value = value && memberOf(linker, value, name);
  return value;
}

/** What a term names in a database: a literal, a class's table, what the call that made it names. */
function tableName(linker: Linker, term: Term): string | undefined {
  switch (term.kind) {
    case "literal":
    case "text":
      return readableText(term);
    case "class":
      return classTable(linker, term);
    case "instance":
      return term.class.kind === "class" ? classTable(linker, term.class) : undefined;
    // One whose fields were filled after it was made: `photo.name = body.name`.
    case "object": {
      const [whole] = term.fields;
      return whole?.key === undefined && whole?.value.kind === "instance" ? tableName(linker, whole.value) : undefined;
    }
    case "external": {
      for (let current: Term | undefined = term; current?.kind === "external"; current = current.base) {
        const text = readableText(current.arguments?.[0]);
        if (text !== undefined) return text;
        if (current.base?.kind === "class" || current.base?.kind === "instance") return tableName(linker, current.base);
      }
      return undefined;
    }
    case "choice":
    case "operation":
      return alternatives(term)
        .filter((option) => option !== term)
        .map((option) => tableName(linker, option))
        .find((name) => name !== undefined);
    default:
      return undefined;
  }
}

/** They name a class for those who call the service: `@InputType("OrderInput")`. */
const IN_API = /graphql|swagger|openapi/;

/** They name a key, a condition or an event of the table: `@Index("orders_by_day")`, `@Unique("one_per_day", ["day"])`, `@pre("save", …)`. */
const OF_KEYS = /^(?:[iI]ndex|Indexes|Unique|Check|Exclusion|ForeignKey|pre|post|plugin|queryMethod)\(\)$/;

function classTable(linker: Linker, term: Term & { readonly kind: "class" }): string | undefined {
  const facts = factsOf(linker, term.file);
  const found = facts?.classes[term.index];
  if (!facts || !found) return undefined;
  for (const decorator of found.decorators) {
    const value = evaluate(linker, createActivation(term.file, facts, 0, term.captured, undefined), decorator);
    if (value.kind !== "external" || !value.arguments || IN_API.test(value.package)) continue;
    if (OF_KEYS.test(value.path.at(-1) ?? "")) continue;
    const [first] = value.arguments;
    const text =
      readableText(first) ??
      (first
        ? (readableText(memberOf(linker, first, "name")) ?? readableText(memberOf(linker, first, "tableName")))
        : undefined);
    if (text !== undefined) return text;
  }
  // `static table = "orders"`, `static get tableName() { return "orders" }`
  const own = found.members.find((member) => member.static && (member.name === "tableName" || member.name === "table"));
  const name = own && own.kind !== "method" ? readableText(memberOf(linker, term, own.name)) : undefined;
  return name ?? found.name;
}
