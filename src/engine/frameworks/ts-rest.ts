// https://ts-rest.com/server/express · https://ts-rest.com/server/fastify · https://ts-rest.com/server/serverless/options · https://ts-rest.com/contract/overview
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type RegisterCall,
  type Registry,
  type TermView,
} from "./define-framework.ts";
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
      if (handlers) join(call, model.on(call.result), call.argument(0), handlers, NOTHING_ABOVE);
    },
    createExpressEndpoints: (call, model) => {
      const [contract, handlers, app] = call.arguments;
      const ahead = call.option(3, "globalMiddleware");
      if (contract && handlers) serve(call, app ? model.on(app) : model, contract, handlers, ahead);
    },
    "createNextRouter|createNextHandler|createLambdaHandler|createAzureFunctionHandler": (call, model) => {
      const [contract, handlers] = call.arguments;
      const ahead = call.option(2, "requestMiddleware");
      if (contract && handlers) serve(call, model, contract, handlers, ahead);
    },
    fetchRequestHandler: (call, model) => {
      const [contract, handlers] = [call.option(0, "contract"), call.option(0, "router")];
      const ahead = call.terms.member(call.option(0, "options"), "requestMiddleware");
      if (contract && handlers) serve(call, model, contract, handlers, ahead);
    },
  },
});

/** What stands above a route in its contract. */
interface Above {
  readonly prefix: string;
  /** Shared by all routes below: `c.router({ … }, { metadata: { roles: ["admin"] } })`. Those of nearer ones come later. */
  readonly metadata: readonly Term[];
  /** Middleware of the server, ahead of every route. */
  readonly ahead: readonly Handler[];
}

const NOTHING_ABOVE: Above = { prefix: "", metadata: [], ahead: [] };

/** The routes of `s.router(…)` are there already: they are mounted. */
function serve(call: RegisterCall, model: Registry, contract: Term, router: Term, middleware: Term | undefined): void {
  const ahead = call.terms.items(middleware).map((one) => ({ ...call.terms.handler(one), shape: MIDDLEWARE }));
  if (isRouter(router)) model.mount({ path: "", router, handlers: ahead });
  else join(call, model, contract, router, { ...NOTHING_ABOVE, ahead });
}

function isRouter(term: Term): boolean {
  return term.kind === "external" && term.path.at(-1) === "router()";
}

/** `c.router({ … })` as its routes. */
function routesOf(contract: Term | undefined): Term | undefined {
  return contract?.kind === "external" && contract.path.at(-1) === "router()" ? contract.arguments?.[0] : contract;
}

function below(call: RegisterCall, above: Above, contract: Term | undefined): Above {
  const options = contract?.kind === "external" ? contract.arguments?.[1] : undefined;
  const metadata = call.terms.member(options, "metadata");
  return {
    ...above,
    prefix: `${above.prefix}${call.terms.text(call.terms.member(options, "pathPrefix")) ?? ""}`,
    metadata: metadata ? [...above.metadata, metadata] : above.metadata,
  };
}

/** Contract and code belong together by key. */
function join(call: RegisterCall, model: Registry, contract: Term | undefined, handlers: Term, around: Above): void {
  const { terms } = call;
  const above = below(call, around, contract);
  for (const { name, value } of terms.fields(routesOf(contract))) {
    const own = terms.member(handlers, name);
    if (!own) continue;
    const routes = own.kind === "external" ? own.arguments?.[1] : undefined;
    if (isRouter(own) && above.metadata.length > 0 && routes) {
      // What the contract around it says of its routes is not known where it stands alone.
      model.on(own).without(() => true);
      join(call, model, value, routes, above);
      continue;
    }
    if (isRouter(own)) {
      model.mount({ path: above.prefix, router: own, handlers: above.ahead });
      continue;
    }
    const method = terms.text(terms.member(value, "method"));
    const path = terms.text(terms.member(value, "path"));
    if (method === undefined || path === undefined) {
      join(call, model, value, own, above);
      continue;
    }
    const handler = terms.member(own, "handler");
    const before = own.kind === "object" ? terms.items(terms.member(own, "middleware")) : [];
    const hooks = own.kind === "object" ? terms.fields(terms.member(own, "hooks")) : [];
    const last = terms.handler(own.kind === "object" && handler ? handler : own, name);
    model.entryPoint({
      kind: "http",
      method: method.toUpperCase(),
      path: `${above.prefix}${path}`,
      handlers: [
        ...above.ahead,
        ...bodySchema(terms, value),
        ...hooks
          .flatMap((hook) => terms.items(hook.value))
          .map((one) => ({ ...terms.handler(one), shape: HOOK_SHAPE, framework: "fastify" })),
        ...before.map((one) => ({ ...terms.handler(one), shape: MIDDLEWARE })),
        last,
      ],
      settings: metadataOf(terms, value, above),
      place: last.place,
    });
  }
}

/** What middleware reads as `request.tsRestRoute.metadata`. */
function metadataOf(terms: TermView, route: Term, { metadata }: Above): Term {
  const all = [...metadata, terms.member(route, "metadata")].flatMap((one) => terms.fields(one));
  return terms.object(Object.fromEntries(all.map(({ name, value }) => [name, value])));
}

/** The contract's schema of the body: https://ts-rest.com/docs/express checks it ahead of the handler. */
function bodySchema(terms: TermView, route: Term): readonly Handler[] {
  const body = terms.member(route, "body");
  const checked = body?.kind === "external" && !/(?:type|noBody|otherResponse)\(\)$/.test(body.path.at(-1) ?? "");
  return checked ? [{ ...terms.handler(body, "contract"), guard: "validation" }] : [];
}

const MIDDLEWARE: HandlerShape = { parameters: ["request", "response", "next"], returns: "nothing" };
