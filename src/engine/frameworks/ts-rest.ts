// https://ts-rest.com/server/express · https://ts-rest.com/server/fastify · https://ts-rest.com/contract/overview
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { HOOK_SHAPE } from "./fastify/plugins.ts";

export default defineFramework({
  title: "ts-rest",
  packages: ["@ts-rest/express", "@ts-rest/fastify", "@ts-rest/serverless", "@ts-rest/next", "@ts-rest/core"],
  receivers: ["initServer()", ""],
  handler: {
    parameters: [
      {
        fields: {
          body: "body",
          params: "params",
          query: "query",
          headers: "headers",
          req: "request",
          request: "request",
        },
      },
    ],
    returns: "response",
  },
  members: {
    "request.user": "identity",
    "request.session": "session",
    "request.headers": "headers",
    "request.auth": "identity",
  },
  calls: {
    // On a server: a contract and its handlers. On `initContract()` (one argument) a contract alone.
    router: (call, model) => {
      const handlers = call.argument(1);
      if (handlers) join(call, model.on(call.result), call.argument(0), handlers, prefixOf(call, call.argument(0)));
    },
    "createExpressEndpoints|createNextRouter|createNextHandler|fetchRequestHandler": (call, model) => {
      const handlers = call.argument(1);
      const app = call.argument(2);
      if (!handlers || isRouter(handlers)) {
        if (handlers && app) model.on(app).mount({ path: "", router: handlers });
        return;
      }
      join(call, app ? model.on(app) : model, call.argument(0), handlers, prefixOf(call, call.argument(0)));
    },
  },
});

function isRouter(term: Term): boolean {
  return term.kind === "external" && term.path.at(-1) === "router()";
}

/** `c.router({ … })` as its routes. */
function routesOf(contract: Term | undefined): Term | undefined {
  return contract?.kind === "external" && contract.path.at(-1) === "router()" ? contract.arguments?.[0] : contract;
}

function prefixOf(call: RegisterCall, contract: Term | undefined): string {
  const options = contract?.kind === "external" ? contract.arguments?.[1] : undefined;
  return call.terms.text(call.terms.member(options, "pathPrefix")) ?? "";
}

/** Contract and code belong together by key. */
function join(call: RegisterCall, model: Registry, contract: Term | undefined, handlers: Term, prefix: string): void {
  const { terms } = call;
  const code = isRouter(handlers) && handlers.kind === "external" ? handlers.arguments?.[1] : handlers;
  for (const { name, value } of terms.fields(routesOf(contract))) {
    const own = terms.member(code, name);
    if (!own) continue;
    const method = terms.text(terms.member(value, "method"));
    const path = terms.text(terms.member(value, "path"));
    if (method === undefined || path === undefined) {
      join(call, model, value, own, `${prefix}${prefixOf(call, value)}`);
      continue;
    }
    const handler = terms.member(own, "handler");
    const before = own.kind === "object" ? terms.items(terms.member(own, "middleware")) : [];
    const hooks = own.kind === "object" ? terms.fields(terms.member(own, "hooks")) : [];
    const last = terms.handler(own.kind === "object" && handler ? handler : own, name);
    model.entryPoint({
      kind: "http",
      method: method.toUpperCase(),
      path: `${prefix}${path}`,
      handlers: [
        ...bodySchema(terms, value),
        ...hooks
          .flatMap((hook) => terms.items(hook.value))
          .map((one) => ({ ...terms.handler(one), shape: HOOK_SHAPE, framework: "fastify" })),
        ...before.map((one) => ({ ...terms.handler(one), shape: MIDDLEWARE })),
        last,
      ],
      place: last.place,
    });
  }
}

/** The contract's schema of the body: https://ts-rest.com/docs/express checks it ahead of the handler. */
function bodySchema(terms: TermView, route: Term): readonly Handler[] {
  const body = terms.member(route, "body");
  const checked = body?.kind === "external" && !/(?:type|noBody|otherResponse)\(\)$/.test(body.path.at(-1) ?? "");
  return checked ? [{ ...terms.handler(body, "contract"), guard: "validation" }] : [];
}

const MIDDLEWARE = { parameters: ["request", "response", "next"], returns: "nothing" } as const;
