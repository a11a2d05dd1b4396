// https://github.com/redis/node-redis/blob/master/docs/pub-sub.md · https://github.com/redis/ioredis#pubsub (a message published is delivered at most once)
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Redis subscriber",
  packages: ["redis", "@redis/client", "ioredis"],
  // The client is made in a file of its own.
  composes: /\.p?[sS]ubscribe\s*\(/,
  receivers: [
    "createClient()",
    "createClient().duplicate()",
    "new default()",
    "new Redis()",
    "new default().duplicate()",
    "new Redis().duplicate()",
  ],
  handler: { parameters: ["message", "message.channel"], returns: "nothing" },
  calls: {
    "subscribe|pSubscribe|sSubscribe|psubscribe|ssubscribe": (call, model) => {
      const [handler] = call.functions(1);
      // What ioredis is given is told how many channels there are.
      const counts = call.receiver.kind === "external" && call.receiver.package === "ioredis";
      if (handler?.term.kind === "function" && !counts) {
        for (const path of call.texts(0) ?? ["*"]) consume(model, { kind: "event", path, handler, attempts: 1 });
        return;
      }
      const channels = call.arguments.flatMap((_, index) => call.texts(index) ?? []);
      if (channels.length > 0)
        model.keep("channels", call.terms.array(channels.map((channel) => call.terms.literal(channel))));
    },
    on: message,
  },
});

/** ioredis: `redis.on("message", (channel, message) => …)`, for the channels that it subscribed to. */
function message(call: RegisterCall, model: Registry): void {
  const name = call.text(0);
  const [handler] = call.functions(1);
  if (!handler || (name !== "message" && name !== "pmessage" && name !== "messageBuffer")) return;
  const kept = model.kept("channels");
  const shape: HandlerShape = {
    parameters:
      name === "pmessage" ? ["message.pattern", "message.channel", "message"] : ["message.channel", "message"],
    returns: "nothing",
  };
  for (const path of (kept && call.terms.texts(kept)) ?? ["*"])
    consume(model, { kind: "event", path, handler, shape, attempts: 1 });
}
