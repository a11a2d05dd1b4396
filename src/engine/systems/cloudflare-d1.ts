// https://developers.cloudflare.com/d1/worker-api/d1-database/ · https://developers.cloudflare.com/d1/worker-api/prepared-statements/
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "Cloudflare D1",
  category: "database",
  packages: ["cloudflare:d1"],
  clients: ["*"],
  same: ["withSession"],
  builders: ["prepare", "prepare().bind"],
  calls: {
    "prepare().run|all|first|raw": prepared,
    "prepare().bind().run|all|first|raw": prepared,
    // A failure rolls the whole sequence back: https://developers.cloudflare.com/d1/worker-api/d1-database/#batch
    batch: (call) => statementsIn(call.arguments[0]).flatMap((one) => statement(call, one)),
    exec: (call) => sqlEffects(call, call.arguments[0]),
  },
});

type External = Term & { readonly kind: "external" };

/** `db.prepare("… ?1").bind(a, b).run()` */
function prepared(call: CallView): readonly CallDefinition[] {
  return call.receiver?.kind === "external" ? statement(call, call.receiver) : [];
}

function statement(call: CallView, prepared: External): readonly CallDefinition[] {
  let bound: readonly Term[] = [];
  for (let step: Term | undefined = prepared; step?.kind === "external"; step = step.base) {
    const name = step.path.at(-1);
    if (name === "bind()") bound = step.arguments ?? [];
    if (name === "prepare()") return sqlEffects(call, step.arguments?.[0], call.terms.array(bound));
  }
  return [];
}

/** Statements that a list holds, also where it was made by `map` or filled step by step. */
function statementsIn(list: Term | undefined): readonly External[] {
  switch (list?.kind) {
    case "external":
      return list.package === "cloudflare:d1" ? [list] : [];
    case "array":
      return list.items.flatMap(statementsIn);
    case "choice":
      return list.options.flatMap(statementsIn);
    case "unknown":
    case "operation":
      return list.parts.flatMap(statementsIn);
    case "element":
      return statementsIn(list.of);
    default:
      return [];
  }
}
