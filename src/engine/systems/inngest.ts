// https://www.inngest.com/docs/guides/handling-idempotency · an event's id counts for 24 hours
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field, itemsOf } from "./reading/terms.ts";

export default defineSystem({
  title: "Inngest",
  category: "queue",
  packages: ["inngest"],
  clients: ["new Inngest()"],
  calls: { send },
});

/** `send({ name, data, id })` or a list of them. */
function send(call: CallView): CallDefinition {
  const [given] = call.arguments;
  const events = given?.kind === "array" ? itemsOf(given) : given ? [given] : [];
  const [first] = events;
  const name = call.name(field(first, "name"));
  const common: CallDefinition = {
    access: "publish",
    ...(name && { target: `=${name}` }),
    ...(first && { data: field(first, "data") ?? first }),
  };
  if (given?.kind !== "array") return { ...common, key: "$0.id" };
  const ids = events.flatMap((event) => field(event, "id") ?? []);
  return { ...common, key: ids.length === events.length && ids.length > 0 ? call.terms.array(ids) : "$0.id" };
}
