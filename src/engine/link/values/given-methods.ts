/**
 * Functions that the code gives to models and to their rows: `schema.methods.add = function () { … this.save(); }`,
 * `schema.statics.byMail = …`, `new Schema({ … }, { methods: { … } })`.
 */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { givenByCalls } from "../packages/schema-calls.ts";
import { addedMember } from "./added-members.ts";

type External = Term & { readonly kind: "external" };

/** The function, called on the row or model it is asked of. */
export function givenMethod(linker: Linker, of: External, name: string): Term | undefined {
  const shape = of.arguments && linker.adapters.methods(of.package);
  if (!shape) return undefined;
  for (let current: Term | undefined = of; current?.kind === "external"; current = current.base) {
    if (current.path.at(-1) !== shape.model || !current.arguments) continue;
    const member = current === of ? shape.models : shape.rows;
    for (const schema of alternatives(current.arguments[shape.schema] ?? linker.terms.undefined)) {
      if (schema.kind !== "external") continue;
      const given =
        addedMember(linker, schema, `${member}.${name}`) ??
        inOptions(linker, schema, member, name) ??
        givenByCalls(linker, schema, shape, current === of ? "models" : "rows", name);
      if (given?.kind === "function") return linker.terms.function(given.function, given.captured, of);
    }
    return undefined;
  }
  return undefined;
}

function inOptions(linker: Linker, { arguments: args }: External, member: string, name: string): Term | undefined {
  const options = args?.[1];
  const table = options?.kind === "object" ? memberOf(linker, options, member) : undefined;
  return table?.kind === "object" ? memberOf(linker, table, name) : undefined;
}
