/** Values in another form. */
import type { Term } from "../../model/term.ts";

/** `Number(params.userId)`, `` `${params.userId}` `` and `new ObjectId(params.userId)` are what was sent. */
export function asSent(term: Term): Term {
  const [only, ...others] = formedOf(term);
  return only && others.length === 0 ? asSent(only) : term;
}

function formedOf(term: Term): readonly Term[] {
  if ((term.kind === "operation" && term.operator === "number") || term.kind === "text") return term.parts;
  // https://mongodb.github.io/node-mongodb-native/6.0/classes/BSON.ObjectId.html
  return term.kind === "external" && /^(?:new )?ObjectId\(\)$/.test(term.path.at(-1) ?? "")
    ? (term.arguments ?? [])
    : [];
}
