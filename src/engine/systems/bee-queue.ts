// https://github.com/bee-queue/bee-queue#jobs
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, NOT_GIVEN, named } from "./reading/chain.ts";

export default defineSystem({
  title: "Bee-Queue",
  category: "queue",
  packages: ["bee-queue"],
  clients: ["new default()", "new Queue()"],
  calls: { "createJob().**.save": save, "createJob().save": save },
});

/** `queue.createJob(data).setId("x").save()`. */
function save(call: CallView): CallDefinition {
  const id = named(chainOf(call), "setId")[0]?.arguments[0];
  return { access: "publish", target: "$default().0|$Queue().0", data: "$createJob().0", key: id ?? NOT_GIVEN };
}
