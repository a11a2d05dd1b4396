// https://github.com/GoogleCloudPlatform/functions-framework-nodejs · https://cloud.google.com/functions/docs/writing/write-http-functions
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";

const EVENT: HandlerShape = { parameters: ["event"], returns: "nothing" };

export default defineFramework({
  title: "Google Cloud Functions",
  packages: ["@google-cloud/functions-framework"],
  receivers: ["", "default"],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.query": "query",
    "request.params": "params",
    "request.headers": "headers",
    "request.rawBody": "body",
    "event.data": "message",
  },
  methods: { "request.get": "headers", "request.header": "headers" },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.sendStatus": { status: "$0" },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.end": { value: "$0" },
    "response.redirect": { redirect: true },
  },
  calls: {
    http: (call, model) => {
      const name = call.text(0);
      const handlers = call.functions(1);
      // `http("api", app)`: the routes of the application are known by themselves.
      if (name !== undefined && handlers.at(-1)?.term.kind !== "external")
        model.entryPoint({ kind: "http", method: "ALL", path: `/${name}`, handlers, detached: true });
    },
    cloudEvent: event,
    event,
  },
});

function event(call: RegisterCall, model: Registry): void {
  const name = call.text(0);
  const handlers = call.functions(1);
  if (name === undefined || handlers.length === 0) return;
  const delivery = { by: "platform", identities: ["event.id"] } as const;
  model.entryPoint({ kind: "event", path: name, handlers, handler: EVENT, delivery, detached: true });
}
