// https://github.com/GoogleCloudPlatform/functions-framework-nodejs · https://cloud.google.com/functions/docs/writing/write-http-functions
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

const EVENT: HandlerShape = { parameters: ["event"], returns: "nothing" };

export default defineFramework({
  title: "Google Cloud Functions",
  packages: ["@google-cloud/functions-framework"],
  receivers: ["", "default"],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: { ...EXPRESS_MEMBERS, "request.rawBody": "body", "event.data": "message" },
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
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
