/** Functions that infrastructure code names: where their handlers stand, and the entry points that call them. */
import type { EntryPointKind } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import type { Registry, TermView } from "../define-framework.ts";
import { lambdaChain } from "./wrappers.ts";

const EXTENSIONS = ["ts", "mts", "js", "mjs", "cjs", "tsx"];

export interface Trigger {
  readonly kind: EntryPointKind;
  readonly method?: string;
  readonly path: string;
  readonly attempts?: number | undefined;
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
  const file = terms.file(paths);
  return file === undefined ? undefined : terms.exports(file).find((found) => found.name === name)?.value;
}

/** Folders that paths in infrastructure code may be relative to: the file's own, and every one above it. */
export function rootsAbove(path: string): readonly string[] {
  const folders = path.split("/").slice(0, -1);
  return [...folders.map((_, index) => `${folders.slice(0, folders.length - index).join("/")}/`), ""];
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
  const handlers = lambdaChain(terms, value, name);
  const place = handlers.at(-1)?.place;
  const by = { http: "user", schedule: "schedule", queue: "queue" } as const;
  model.entryPoint({
    kind: found.kind,
    method: found.method ?? "",
    path: found.path,
    handlers: handlers.map((handler) => ({ ...handler, framework: "aws-lambda" })),
    handler: { parameters: ["event", "context"], returns: "response" },
    delivery: {
      by: by[found.kind as keyof typeof by] ?? "platform",
      ...(found.kind === "queue" ? { identities: ["record.messageId"] } : {}),
      ...(found.attempts === undefined ? {} : { attempts: found.attempts }),
    },
    ...(place ? { place } : {}),
    detached: true,
  });
}
