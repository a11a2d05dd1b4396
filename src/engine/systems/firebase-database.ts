// https://firebase.google.com/docs/database/admin/save-data · https://firebase.google.com/docs/database/web/read-and-write
import type { Operation } from "../model/effect.ts";
import type { Term, TermField } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, named } from "./reading/chain.ts";
import { type PathPart, partsOf } from "./reading/document-path.ts";
import { calls, literalText, made } from "./reading/terms.ts";

export default defineSystem({
  title: "Firebase Realtime Database",
  category: "database",
  packages: ["firebase-admin", "firebase-admin/database", "firebase/database"],
  traits: { readsNoSql: true },
  clients: [
    "database()",
    "app().database()",
    "initializeApp().database()",
    "getDatabase()",
    "getDatabaseWithUrl()",
    "",
  ],
  builders: ["ref", "refFromURL"],
  references: ["ref"],
  calls: {
    "ref().**": (call) => reference(call, call.path.at(-1) ?? "", call.receiver, call.arguments[0]),
    "set|update|push|remove|get|runTransaction": (call) =>
      reference(call, call.path.at(-1) ?? "", call.arguments[0], call.arguments[1]),
  },
});

function reference(
  call: CallView,
  method: string,
  of: Term | undefined,
  data: Term | undefined,
): CallDefinition | undefined {
  const path = pathOf(call, of);
  const [first] = path;
  const target = typeof first === "string" ? { target: `=${first}` } : {};
  const where = { where: call.terms.object([...placeIn(path), ...asked(call)]) };
  const isNew = of?.kind === "external" && calls(of.path, "push");
  switch (method) {
    case "once":
    case "get":
    case "on":
      return { access: "read", ...target, ...where };
    case "push":
      return data && { access: "write", operation: "insert", ...target, data };
    case "set":
    case "setWithPriority":
      if (isNew) return { access: "write", operation: "insert", ...target, ...(data && { data }) };
      return {
        access: "write",
        operation: changeOf(data, "upsert"),
        conflict: ["id"],
        ...target,
        ...where,
        ...(data && { data }),
      };
    case "update":
      return { access: "write", operation: changeOf(data, "set"), ...target, ...where, ...(data && { data }) };
    case "transaction":
    case "runTransaction":
      return { access: "write", operation: adds(call, data) ? "increment" : "set", ...target, ...where };
    case "remove":
      return { access: "write", operation: "delete", ...target, ...where };
    default:
      return undefined;
  }
}

const STEPS = /^(?:ref|child|push)\(\)$/;

/** The parts of `ref("chats").child(id)`, and of `child(ref(db, "chats"), id)`. */
function pathOf(call: CallView, reference: Term | undefined): readonly PathPart[] {
  const found: PathPart[] = [];
  for (let term = reference; term?.kind === "external"; ) {
    const last = term.path.at(-1);
    const given = last !== "push()" && STEPS.test(last ?? "") ? term.arguments?.at(-1) : undefined;
    if (given && given.kind !== "external") found.unshift(...partsOf(call.terms, given));
    const inside = STEPS.test(last ?? "") ? term.arguments?.[0] : undefined;
    term = inside?.kind === "external" ? inside : term.base;
  }
  return found;
}

/** What names the place: the last value is its id, those above are called by what stands ahead of them. */
function placeIn(path: readonly PathPart[]): readonly TermField[] {
  const last = path.findLastIndex((part) => typeof part !== "string");
  return path.flatMap((part, index) => {
    if (typeof part === "string") return [];
    const ahead = path[index - 1];
    return [{ key: index === last || typeof ahead !== "string" ? "id" : ahead, value: part }];
  });
}

/** `orderByChild("owner").equalTo(id)` */
function asked(call: CallView): readonly TermField[] {
  const steps = chainOf(call);
  const key = literalText(named(steps, "orderByChild").at(-1)?.arguments[0]);
  const value = named(steps, "equalTo").at(-1)?.arguments[0];
  return key !== undefined && value ? [{ key, value }] : [];
}

/** `ServerValue.increment(1)` */
function changeOf(data: Term | undefined, otherwise: Operation): Operation {
  const isIncrement = (term: Term): boolean => made(term)?.name === "increment";
  const within = data?.kind === "object" ? data.fields.map(({ value }) => value) : data ? [data] : [];
  return within.some(isIncrement) ? "increment" : otherwise;
}

/** `transaction((count) => (count || 0) + 1)` */
function adds(call: CallView, change: Term | undefined): boolean {
  const left = change && call.returned(change, [call.terms.unknown([])]);
  return left?.kind === "operation" && (left.operator === "+" || left.operator === "-");
}
