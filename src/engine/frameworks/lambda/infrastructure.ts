/** Functions that infrastructure code names: where their handlers stand, and the entry points that call them. */
import type { EntryPointKind } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import type { Handler, ParameterShape, Registry, TermView } from "../define-framework.ts";
import { stepsOf } from "./later-steps.ts";
import { lambdaChain } from "./wrappers.ts";

const EXTENSIONS = ["ts", "mts", "js", "mjs", "cjs", "tsx"];

export interface Trigger {
  readonly kind: EntryPointKind;
  readonly method?: string;
  readonly path: string;
  readonly attempts?: number | undefined;
  /** An authorizer stands ahead. */
  readonly guarded?: boolean | undefined;
}

/** The gateway answers 401 before the function is called. */
export function withAuthorizer(handlers: readonly Handler[]): readonly Handler[] {
  const [first] = handlers;
  return first ? [{ ...first, name: "authorizer", guard: "authentication" }, ...handlers] : handlers;
}

/** The value of `src/orders.create`: file without extension, and export. Roots are tried in order. */
export function handlerAt(terms: TermView, roots: readonly string[], handler: string): Term | undefined {
  const dot = handler.lastIndexOf(".");
  if (dot < 0) return undefined;
  return exportAt(terms, roots, handler.slice(0, dot), handler.slice(dot + 1));
}

/** An export of a file that may be written with or without its extension. */
export function exportAt(terms: TermView, roots: readonly string[], path: string, name: string): Term | undefined {
  const base = path.replace(/^\.?\//, "").replace(/\.[cm]?[jt]sx?$/, "");
  const paths = roots.flatMap((root) => EXTENSIONS.map((extension) => `${root}${base}.${extension}`));
  const file = terms.file(paths) ?? onlyFileBelow(terms, roots, base);
  return file === undefined ? undefined : terms.exports(file).find((found) => found.name === name)?.value;
}

/** Paths may begin at a folder that is set elsewhere, for all functions: the one file that ends so is meant. */
export function onlyFileBelow(terms: TermView, roots: readonly string[], base: string): string | undefined {
  const ends = EXTENSIONS.map((extension) => `/${base}.${extension}`);
  const found = [...terms.paths()].filter((path) => ends.some((end) => path.endsWith(end)));
  for (const root of roots) {
    const below = found.filter((path) => path.startsWith(root));
    if (below.length > 0) return below.length === 1 ? below[0] : undefined;
  }
  return undefined;
}

/** Folders that paths in infrastructure code may be relative to: the file's own, and every one above it. */
export function rootsAbove(path: string): readonly string[] {
  const folders = path.split("/").slice(0, -1);
  return [...folders.map((_, index) => `${folders.slice(0, folders.length - index).join("/")}/`), ""];
}

/**
 * What the gateway says of the request, in the formats of REST and of HTTP APIs: `if (event.httpMethod === "OPTIONS") …`,
 * `switch (event.routeKey) …`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * The address may begin with a stage or with what a domain is mapped below: it is known where the handler's code writes it so.
 */
function eventOf({ kind, method = "ALL", path }: Trigger, terms: TermView, file: string | undefined): ParameterShape {
  if (kind !== "http" || method === "ALL") return "event";
  const verb = { term: terms.literal(method) };
  const resource = path.replace(/:(\w+)(\*?)/g, (_, name: string, all: string) => `{${name}${all && "+"}}`);
  const isWritten = !/[:*]/.test(path) && file !== undefined && terms.writes(file, path);
  return {
    of: "event",
    fields: {
      httpMethod: verb,
      resource: { term: terms.literal(resource) },
      routeKey: { term: terms.literal(`${method} ${resource}`) },
      ...(isWritten ? { rawPath: { term: terms.literal(path) }, path: { term: terms.literal(path) } } : {}),
      requestContext: {
        of: "event.requestContext",
        fields: { httpMethod: verb, http: { of: "event.requestContext.http", fields: { method: verb } } },
      },
    },
  };
}

/** Middleware is given the event beside the context. */
function withEvent(handler: Handler, event: ParameterShape): Handler {
  if (!handler.shape) return handler;
  return { ...handler, shape: { ...handler.shape, parameters: [{ fields: { event, context: "context" } }] } };
}

/** `{id}` and `{proxy+}` as the map writes them. */
export function address(path: string): string {
  const plain = path.replace(/\{(\w+)\+\}/g, ":$1*").replace(/\{(\w+)\}/g, ":$1");
  return plain === "$default" || plain === "*" ? "/*" : `/${plain.replace(/^\/+/, "")}`;
}

export function verb(method: string | undefined): string {
  const name = (method ?? "ANY").toUpperCase();
  return name === "ANY" || name === "*" ? "ALL" : name;
}

/** One entry point of a function. */
export function trigger(model: Registry, terms: TermView, value: Term, name: string, found: Trigger): void {
  const chain = lambdaChain(terms, value, name, stepsOf(value, model, terms));
  const handlers = found.guarded ? withAuthorizer(chain) : chain;
  const last = handlers.at(-1);
  const event = eventOf(found, terms, last?.place.file);
  const by = { http: "user", schedule: "schedule", queue: "queue" } as const;
  model.entryPoint({
    kind: found.kind,
    method: found.method ?? "",
    path: found.path,
    handlers: handlers.map((handler) => ({ ...withEvent(handler, event), framework: "aws-lambda" })),
    handler: { parameters: [event, "context"], returns: "response" },
    delivery: {
      by: by[found.kind as keyof typeof by] ?? "platform",
      ...(found.kind === "queue" ? { identities: ["record.messageId"] } : {}),
      ...(found.attempts === undefined ? {} : { attempts: found.attempts }),
    },
    ...(last ? { place: last.place } : {}),
    detached: true,
  });
}
