// https://firebase.google.com/docs/functions/http-events · /docs/functions/callable · /docs/functions/pubsub-events · /docs/functions/retries
import type { Term } from "../model/term.ts";
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

const REQUEST: HandlerShape = { parameters: ["request", "response"], returns: "nothing" };
const CALL: HandlerShape = {
  parameters: [{ fields: { data: "arguments", auth: "identity", rawRequest: "request" } }],
  returns: "response",
};
const CALL_V1: HandlerShape = {
  parameters: ["arguments", { fields: { auth: "identity", rawRequest: "request" } }],
  returns: "response",
};
const EVENT: HandlerShape = { parameters: ["event", "context"], returns: "nothing" };

const DOCUMENTS =
  "onDocumentCreated|onDocumentUpdated|onDocumentDeleted|onDocumentWritten|onDocumentCreatedWithAuthContext|onDocumentUpdatedWithAuthContext";

export default defineFramework({
  title: "Firebase functions",
  packages: ["firebase-functions"],
  receivers: ["", "runWith()", "region()", "runWith().region()", "region().runWith()"],
  handler: EVENT,
  // https://firebase.google.com/docs/functions/http-events#invoke_an_http_function
  intake: { open: true },
  members: { ...EXPRESS_MEMBERS, "request.rawBody": "body", "event.data": "message" },
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  calls: {
    onRequest: request,
    "https.onRequest": request,
    onCall: callable,
    "https.onCall": callable,
    onSchedule: schedule,
    "scheduler.onSchedule": schedule,
    "pubsub.schedule().onRun": schedule,
    "pubsub.schedule().timeZone().onRun": schedule,
    onMessagePublished: message,
    "pubsub.onMessagePublished": message,
    "pubsub.topic().onPublish": message,
    onTaskDispatched: message,
    "tasks.onTaskDispatched": message,
    "tasks.taskQueue().onDispatch": message,
    [DOCUMENTS]: event,
    [`firestore.${DOCUMENTS}`]: event,
    "onObjectFinalized|onObjectDeleted|onValueCreated|onValueUpdated|onValueDeleted|onValueWritten|beforeUserCreated|beforeUserSignedIn":
      event,
    "storage.onObjectFinalized|onObjectDeleted": event,
    "firestore.document().onCreate|onUpdate|onDelete|onWrite": event,
    "database.ref().onCreate|onUpdate|onDelete|onWrite": event,
    "auth.user().onCreate|onDelete": event,
    "storage.object().onFinalize|onDelete": event,
  },
});

function request(call: RegisterCall, model: Registry): void {
  add(call, model, "http", REQUEST);
}

function callable(call: RegisterCall, model: Registry): void {
  add(call, model, "rpc", isV1(call) ? CALL_V1 : CALL);
}

function schedule(call: RegisterCall, model: Registry): void {
  add(call, model, "schedule", EVENT);
}

function message(call: RegisterCall, model: Registry): void {
  add(call, model, "queue", EVENT);
}

function event(call: RegisterCall, model: Registry): void {
  add(call, model, "event", EVENT);
}

/** A file of one function, which is deployed under a name that another file gives it, is called as it is. */
function nameOf(exported: string, file: string): string {
  return exported === "default" ? (/([^/]+?)\.[cm]?[jt]s$/.exec(file)?.[1] ?? exported) : exported;
}

/** `onRequest(fn)`, `onRequest(options, fn)`: the name of the function is the constant it is exported as. */
function add(
  call: RegisterCall,
  model: Registry,
  kind: "http" | "rpc" | "schedule" | "queue" | "event",
  handler: HandlerShape,
): void {
  const run = call.functions(0).findLast((one) => one.term.kind !== "object" && one.term.kind !== "literal");
  // `onRequest(app)`: the routes of the application are known by themselves.
  if (!run || (kind === "http" && run.term.kind === "external")) return;
  const { terms } = call;
  const first = call.argument(0);
  const name = nameOf(call.assignedTo ?? run.name, run.place.file);
  const named =
    textOf(call, first) ??
    terms.text(terms.member(first, "schedule") ?? terms.member(first, "topic") ?? terms.member(first, "document"));
  const earlier = terms.text(call.earlier("schedule", 0) ?? call.earlier("topic", 0) ?? call.earlier("document", 0));
  const by = { http: "user", rpc: "user", schedule: "schedule", queue: "queue", event: "platform" } as const;
  model.entryPoint({
    kind,
    method: kind === "http" ? "ALL" : kind === "rpc" ? "MUTATION" : "",
    path: kind === "http" ? `/${name}` : kind === "rpc" ? name : (named ?? earlier ?? name),
    handlers: [{ ...run, name }],
    handler,
    delivery: { by: by[kind], ...(kind === "event" || kind === "queue" ? { identities: ["event.id"] } : {}) },
    detached: true,
  });
}

function textOf(call: RegisterCall, term: Term | undefined): string | undefined {
  return term?.kind === "literal" ? call.text(0) : undefined;
}

/** The first generation gives data and context apart. */
function isV1(call: RegisterCall): boolean {
  return call.result.kind === "external" && !/\/v2/.test(call.result.package) && call.result.path.includes("https");
}
