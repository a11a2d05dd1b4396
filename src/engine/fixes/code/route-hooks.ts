/**
 * Hooks of one Fastify route: `app.post("/orders", { preHandler: requireUser }, create)`.
 * https://fastify.dev/docs/latest/Reference/Routes/#routes-options
 */
import type { ObjectExpression } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import { addField, insertAfterItem, insertArgument } from "./call-arguments.ts";
import type { Registration } from "./registration.ts";
import { insertion, tidyEdits } from "./text-edits.ts";

export type RouteHooks = Readonly<Partial<Record<"onRequest" | "preHandler" | "onSend", readonly string[]>>>;

/** Adds hooks behind those there are. Undefined where the route's options are not written in place. */
export function insertRouteHooks(
  { source, call, handler }: Registration,
  hooks: RouteHooks,
): readonly Edit[] | undefined {
  const entries = Object.entries(hooks);
  const first = call.arguments[0];
  const options =
    call.arguments.length > 2 || first?.kind === "object"
      ? call.arguments[first?.kind === "object" ? 0 : 1]
      : call.arguments[1];
  const given = options?.kind === "object" ? options : undefined;
  if (!given) {
    if (call.arguments.length !== 2) return undefined;
    const fields = entries.map(([name, texts]) => `${name}: ${listed(texts)}`).join(", ");
    return [insertArgument(source, call, handler, `{ ${fields} }`)];
  }
  if (given.fields.some((field) => field.spread)) return undefined;
  const edits: Edit[] = [];
  for (const [name, texts] of entries) edits.push(...added(source, given, name, texts));
  return tidyEdits(edits);
}

function added(
  source: Registration["source"],
  options: ObjectExpression,
  name: string,
  texts: readonly string[],
): readonly Edit[] {
  const field = options.fields.find((one) => one.key === name);
  if (!field) return [addField(source, options, name, listed(texts))];
  if (field.value.kind === "array") return [insertAfterItem(source, field.value, texts.join(", "))];
  const [start, end] = field.value.at;
  return [insertion(source.file, start, "["), insertion(source.file, end, `, ${texts.join(", ")}]`)];
}

function listed(texts: readonly string[]): string {
  return texts.length === 1 ? texts[0]! : `[${texts.join(", ")}]`;
}
