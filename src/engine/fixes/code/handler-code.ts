/** The handler of an entry point as code: its function, its parameters, how it refuses. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "./add-import.ts";
import { type SourceText, sourceText } from "./source-text.ts";

export interface HandlerCode {
  readonly source: SourceText;
  /** Index into the facts' functions. */
  readonly index: number;
  /** Names of its parameters; undefined where one is destructured. */
  readonly parameters: readonly (string | undefined)[];
}

export function handlerCode(model: ServiceModel, entryPoint: EntryPoint): HandlerCode | undefined {
  const { place } = entryPoint.handler;
  const source = sourceText(model, place.file);
  if (!source) return undefined;
  const { functions, bindings } = source.facts;
  let index = functions.findIndex((one, at) => at > 0 && (same(one.at, place.at) || same(one.nameAt, place.at)));
  if (index < 0) index = functions.findIndex((one, at) => at > 0 && one.at[0] === place.at[0]);
  const target = functions[index];
  if (!target) return undefined;
  const parameters = target.parameters.map(({ pattern }) =>
    pattern.kind === "binding" ? bindings[pattern.binding]?.name : undefined,
  );
  return { source, index, parameters };
}

/**
 * Lines that answer with a status (as code) and nothing else, and leave the handler; for consumers of queues and schedules they throw,
 * so that the work is tried again. Undefined where the framework's way is not known.
 */
export function answerLines(
  entryPoint: EntryPoint,
  { parameters, source }: HandlerCode,
  status: string,
): readonly string[] | undefined {
  if (entryPoint.kind === "queue" || entryPoint.kind === "schedule" || entryPoint.kind === "event") {
    return [`throw new Error("This is still being processed; try again later.");`];
  }
  const [first, second] = parameters;
  switch (entryPoint.framework) {
    case "express":
      return second === undefined ? undefined : [`${second}.status(${status}).end();`, "return;"];
    case "fastify":
      return second === undefined ? undefined : [`return ${second}.code(${status}).send();`];
    case "hono":
      return first === undefined ? undefined : [`return ${first}.body(null, ${status});`];
    case "koa":
      return first === undefined ? undefined : [`${first}.status = ${status};`, "return;"];
    case "nextjs":
      if (answersByResponse(source.file)) {
        return second === undefined ? undefined : [`${second}.status(${status}).end();`, "return;"];
      }
      return [`return new Response(null, { status: ${status} });`];
    case "remix":
      return [`return new Response(null, { status: ${status} });`];
    case "nestjs":
      return [`throw new HttpException("This is being processed already.", ${status});`];
    default:
      return undefined;
  }
}

/** Below `pages/api` of Next.js handlers are given a response, as in Express. */
export function answersByResponse(file: string): boolean {
  return /(?:^|\/)pages\/api\//.test(file);
}

/** What {@link answerLines} needs imported. */
export function answerImports(entryPoint: EntryPoint, { source }: HandlerCode): readonly Edit[] {
  return entryPoint.framework === "nestjs"
    ? addImport(source, { module: "@nestjs/common", name: "HttpException" }).edits
    : [];
}

/** `if (test) { … }` around lines. */
export function ifLines(test: string, lines: readonly string[], indent: string): readonly string[] {
  return [`if (${test}) {`, ...lines.map((line) => indent + line), "}"];
}

function same(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
