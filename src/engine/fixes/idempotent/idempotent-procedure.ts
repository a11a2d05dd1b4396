/**
 * An idempotent tRPC procedure: the key is a field of its input, and its work stands inside `idempotent(…)`. A header would be
 * the same for all calls of one batch. https://trpc.io/docs/server/procedures · https://trpc.io/docs/client/links/httpBatchLink
 */
import type { FunctionFacts, Pattern } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { callsOfChain, methodOf } from "../code/call-chain.ts";
import { inFileStyle } from "../code/file-style.ts";
import { handlerCode } from "../code/handler-code.ts";
import { registrationOf } from "../code/registration.ts";
import type { SourceText } from "../code/source-text.ts";
import { statementStart, wrapStatements } from "../code/statements.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { callerAt, type Planned, type StoreAt } from "./idempotent-work.ts";

/** Undefined where the input is not an object of zod, or the handler takes its options as a whole. */
export function aroundProcedure(model: ServiceModel, entryPoint: EntryPoint, storeAt: StoreAt): Planned | undefined {
  const handler = handlerCode(model, entryPoint);
  const route = registrationOf(model, entryPoint);
  const target = handler?.source.facts.functions[handler.index];
  if (!handler || !route || !target?.async || route.source.file !== handler.source.file) return undefined;
  const { source } = handler;
  if (!/\.[cm]?tsx?$/.test(source.file) || /\bidempotent\(/.test(source.text.slice(...target.bodyAt))) return undefined;
  const input = keyedInput(source, target);
  const schema = keyInSchema(source, route);
  const [first] = target.body;
  if (!input || !schema || !first) return undefined;

  const offset = statementStart(source.text, first);
  const caller = callerAt(model, entryPoint, source, offset);
  const stored = caller === undefined ? undefined : storeAt({ source, offset });
  if (!stored || caller === undefined) return undefined;
  const fields = [
    "key: idempotencyKey",
    `route: "${entryPoint.path}"`,
    `caller: ${caller.code}`,
    `body: ${input.body}`,
  ].join(", ");
  const open = `${stored.helper.local}(${[stored.reach.client, `{ ${fields} }`].filter(Boolean).join(", ")}, async () =>`;
  const around = target.short
    ? shortWork(source, target, open)
    : wrapStatements(source, target.body, inFileStyle(source, [`return ${open} {`]), inFileStyle(source, ["});"]));
  const edits = around && composeEdits(around, input.edits, schema, caller.edits, ...stored.edits);
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}

function shortWork(source: SourceText, { bodyAt }: FunctionFacts, open: string): readonly Edit[] | undefined {
  if (/[({]/.test(source.text[bodyAt[0] - 1] ?? "")) return undefined;
  return [insertion(source.file, bodyAt[0], `${open} `), insertion(source.file, bodyAt[1], ")")];
}

interface KeyedInput {
  /** What the client sent, as code. */
  readonly body: string;
  readonly edits: readonly Edit[];
}

/** `({ ctx, input })` → `({ ctx, input: { idempotencyKey, ...input } })`: the key stays out of what is stored. */
function keyedInput({ file, text, facts }: SourceText, target: FunctionFacts): KeyedInput | undefined {
  const [parameter] = target.parameters;
  if (parameter?.pattern.kind !== "object" || facts.bindings.some((one) => one.name === "idempotencyKey"))
    return undefined;
  const { fields, rest, at } = parameter.pattern;
  const input = fields.find((field) => field.key === "input");
  if (!input) {
    const last = fields.at(-1);
    if (rest || !last) return undefined;
    return { body: "null", edits: [insertion(file, last.pattern.at[1], ", input: { idempotencyKey }")] };
  }
  if (input.default) return undefined;
  const { pattern } = input;
  if (pattern.kind === "binding") {
    const name = text.slice(...pattern.at);
    const short = name === "input" && !/:\s*$/.test(text.slice(at[0], pattern.at[0]));
    const inner = `{ idempotencyKey, ...${name} }`;
    return { body: name, edits: [{ kind: "replace", file, at: pattern.at, text: short ? `input: ${inner}` : inner }] };
  }
  const names = pattern.kind === "object" && !pattern.rest ? namesIn(pattern, facts.bindings) : undefined;
  const [first] = pattern.kind === "object" ? pattern.fields : [];
  if (!names || !first) return undefined;
  const open = text.indexOf("{", pattern.at[0]);
  return { body: `{ ${names.join(", ")} }`, edits: [insertion(file, open + 1, " idempotencyKey,")] };
}

function namesIn(
  pattern: Pattern & { readonly kind: "object" },
  bindings: readonly { readonly name: string }[],
): readonly string[] | undefined {
  const names = pattern.fields.map((field) =>
    field.pattern.kind === "binding" ? bindings[field.pattern.binding]?.name : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** `.input(z.object({ idempotencyKey: … }))` ahead of the handler: inputs add up. https://trpc.io/docs/server/validators#stacking-multiple-parsers */
function keyInSchema(
  source: SourceText,
  { call }: { readonly call: Parameters<typeof callsOfChain>[0] },
): readonly Edit[] | undefined {
  const mutation = callsOfChain(call).find((one) => methodOf(one) === "mutation");
  if (mutation?.callee.kind !== "member") return undefined;
  const known = callsOfChain(call).find((one) => methodOf(one) === "input")?.arguments[0];
  const written = known ? source.text.slice(...known.at) : "";
  // Only objects add up; what stands under a name is one where the handler reads fields of it.
  if (/^\w+\.(?!object|strictObject|looseObject)\w+\(/.test(written) || !usesZod(source)) return undefined;
  const { object } = mutation.callee;
  const dot = source.text.lastIndexOf(".", mutation.callee.at[1]);
  const gap = source.text.slice(object.at[1], dot);
  const z = addImport(source, { module: zodModule(source), name: "z" });
  return [
    insertion(
      source.file,
      object.at[1],
      `${gap}.input(${z.local}.object({ idempotencyKey: ${z.local}.string().min(1) }))`,
    ),
    ...z.edits,
  ];
}

function usesZod({ facts }: SourceText): boolean {
  return facts.imports.some((fact) => /^zod(?:\/|$)/.test(fact.module) && fact.name === "z");
}

function zodModule({ facts }: SourceText): string {
  return facts.imports.find((fact) => /^zod(?:\/|$)/.test(fact.module))?.module ?? "zod";
}
