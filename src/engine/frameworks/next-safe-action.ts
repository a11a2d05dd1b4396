// https://next-safe-action.dev/docs/define-actions/middleware · /create-the-client · /define-actions/bind-arguments · https://zsa.vercel.app/docs/procedures
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type HandlerShape, type Registry, type TermView } from "./define-framework.ts";

const PACKAGES = new Set(["next-safe-action", "zsa"]);
const LAST = new Set(["action()", "stateAction()", "handler()", "onInputParse()"]);

/** What the page bound to the action (`pay.bind(null, id)`) comes back from the browser with the rest. */
const BOUND = "arguments.bound";

/** Middleware and actions of next-safe-action: `({ next, ctx, clientInput }) => next({ ctx })`. */
const MIDDLEWARE: HandlerShape = {
  parameters: [
    {
      fields: {
        next: "next",
        ctx: "context",
        clientInput: "arguments",
        parsedInput: "arguments",
        bindArgsClientInputs: BOUND,
        bindArgsParsedInputs: BOUND,
        metadata: "context.metadata",
      },
    },
  ],
  returns: "response",
};
const ACTION: HandlerShape = {
  parameters: [
    {
      fields: {
        parsedInput: "arguments",
        input: "arguments",
        clientInput: "arguments",
        bindArgsParsedInputs: BOUND,
        bindArgsClientInputs: BOUND,
        ctx: "context",
      },
    },
    { fields: { ctx: "context" } },
  ],
  returns: "nothing",
};

export default defineFramework({
  title: "next-safe-action, ZSA",
  packages: [...PACKAGES],
  receivers: [],
  handler: ACTION,
  members: {
    "context.session": "session",
    "context.user": "identity",
    "context.userId": "identity",
    "context.auth": "identity",
  },
  next: "context",
  files: {
    matches: () => false,
    directive: "use server",
    visit: (file, model, terms) => {
      for (const [name, handler] of file.exports) visitExport(name, handler, model, terms);
    },
  },
});

/** `export const pay = authClient.schema(…).action(fn)`: the chain is the guard, `fn` the handler. */
function visitExport(name: string, exported: Handler, model: Registry, terms: TermView): void {
  const { term } = exported;
  if (term.kind !== "external" || !PACKAGES.has(term.package) || !LAST.has(term.path.at(-1) ?? "")) return;
  const run = term.arguments?.[0];
  if (!run) return;
  const handler = terms.handler(run, name);
  const handlers = [...chain(terms, term.base), { ...handler, name }];
  model.entryPoint({ kind: "action", method: "ACTION", path: name, handlers, handler: ACTION, place: handler.place });
}

/** Middleware and schemas in the order in which they run. */
function chain(terms: TermView, client: Term | undefined): readonly Handler[] {
  const handlers: Handler[] = [];
  for (let current = client; current?.kind === "external"; current = current.base) {
    const step = current.path.at(-1);
    const [argument] = current.arguments ?? [];
    if (!argument) continue;
    if (step === "use()" || step === "useValidated()")
      handlers.unshift({ ...terms.handler(argument), shape: MIDDLEWARE });
    if (step === "schema()" || step === "inputSchema()" || step === "input()")
      handlers.unshift({ ...terms.handler(argument, "schema"), guard: "validation" });
    // ZSA: a procedure's handler gives the context of what follows.
    if (step === "handler()") handlers.unshift({ ...terms.handler(argument, "procedure"), shape: PROCEDURE });
    if (step === "createServerActionProcedure()") handlers.unshift(...chain(terms, argument));
  }
  return handlers;
}

/** A procedure of ZSA lets the action run when it returns. */
const PROCEDURE: HandlerShape = { parameters: [{ fields: { ctx: "context", input: "arguments" } }], returns: "passes" };
