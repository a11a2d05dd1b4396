// https://github.com/agenda/agenda#creating-jobs
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, NOT_GIVEN, named } from "./reading/chain.ts";

export default defineSystem({
  title: "Agenda",
  category: "queue",
  packages: ["agenda", "@hokify/agenda"],
  clients: ["new default()", "new Agenda()"],
  calls: {
    now: { access: "publish", target: "$0", data: "$1" },
    schedule: { access: "publish", target: "$1", data: "$2" },
    every: { access: "publish", operation: "upsert", target: "$1", data: "$2" },
    "create().**.save": save,
    "create().save": save,
    "cancel|disable|purge": { access: "write", operation: "delete" },
    jobs: { access: "read" },
  },
});

/** `agenda.create(name, data).unique({ "data.orderId": id }).save()`. */
function save(call: CallView): CallDefinition {
  const unique = named(chainOf(call), "unique")[0]?.arguments[0];
  return { access: "publish", target: "$create().0", data: "$create().1", key: unique ?? NOT_GIVEN };
}
