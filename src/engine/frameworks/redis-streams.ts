// https://redis.io/docs/latest/develop/data-types/streams/ · https://redis.io/docs/latest/commands/xreadgroup/ (delivered again until it is acknowledged)
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Redis streams",
  packages: ["redis", "@redis/client", "ioredis"],
  receivers: ["createClient()", "createClient().duplicate()", "new default()", "new Redis()", "new Cluster()"],
  handler: { parameters: [], returns: "nothing" },
  watches: true,
  calls: { "xreadgroup|xReadGroup|XREADGROUP": readGroup },
});

/** `xreadgroup("GROUP", group, consumer, …, "STREAMS", stream, ">")`, `xReadGroup(group, consumer, { key: stream, id: ">" })`. */
function readGroup(call: RegisterCall, model: Registry): void {
  const handler = call.enclosing;
  if (!handler) return;
  const { terms } = call;
  const names = call.arguments.map((_, index) => call.text(index));
  const at = names.findIndex((name) => name?.toUpperCase() === "STREAMS");
  const listed = call.terms.items(call.argument(2)).flatMap((item) => terms.texts(terms.member(item, "key")) ?? []);
  const streams = at >= 0 ? (call.texts(at + 1) ?? []) : listed;
  for (const path of streams.length > 0 ? streams : ["*"])
    consume(model, { kind: "queue", path, handler, identities: ["message.id"] });
}
