/**
 * Reads the body of a request, or the payload of a message, with a schema ahead of its first use, in the schema library
 * that the project has.
 */

import { listsOf } from "../../facts/children.ts";
import type { Expression, FunctionFacts, Statement } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { styleOf } from "../code/file-style.ts";
import { answerLines, answersByResponse, type HandlerCode, handlerCode, ifLines } from "../code/handler-code.ts";
import { inputFields } from "../code/input-fields.ts";
import { type SchemaLibrary, schemaLibrary } from "../code/schema-libraries.ts";
import { lineStart, type SourceText } from "../code/source-text.ts";
import { insertBefore } from "../code/statements.ts";
import { tidyEdits } from "../code/text-edits.ts";
import { deep, expressionsOf } from "../code/visit-facts.ts";
import { listOfAll } from "../idempotent/idempotent-pages.ts";
import { checkedClass } from "./checked-class.ts";

export interface InputToParse {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined where the project has no schema library, or the handler hands its body on as a whole. */
export function parseInput(input: InputToParse): Fix | undefined {
  const checked = checkedClass(input);
  if (checked) return checked;
  const library = schemaLibrary(input.model, input.entryPoint);
  if (!library || !plan(input, library)) return undefined;
  return {
    title: `Parse the ${isConsumer(input.entryPoint) ? "message" : "body"} with ${library.title}`,
    kind: "suggestion",
    edits: () => plan(input, library) ?? [],
    checklist: [
      "See the type of every field: they follow the columns of the schema, else the names.",
      "Set lengths for texts and ranges for numbers.",
    ],
  };
}

function plan({ entryPoint, model }: InputToParse, library: SchemaLibrary): readonly Edit[] | undefined {
  const code = handlerCode(model, entryPoint);
  const target = code?.source.facts.functions[code.index];
  if (!code || !target || target.short) return undefined;
  const consumes = isConsumer(entryPoint);
  const refusal = consumes ? [] : answerLines(entryPoint, code, "400");
  const roots = rootsIn(target, entryPoint, code);
  const [first] = roots;
  if (!refusal || !first || (first.kind === "call" && roots.length > 1)) return undefined;
  const fields = inputFields(entryPoint, model, code.source, target, roots);
  const before = fields && commonStatement(target.body, roots);
  if (!fields || !before) return undefined;

  const { source } = code;
  const schema = freeName(source, `${camel(entryPoint.effects.find((one) => one.access === "write")?.target)}Input`);
  const parsed = freeName(source, "parsed");
  const names = { schema, input: sourceOf(source, first) };
  const added = addImport(source, library.import);
  const checker = library.checker ? addImport(source, library.checker).edits : [];
  const { end, indent } = styleOf(source);
  const value = consumes ? library.demand(added.local, names) : library.parse(added.local, names);
  const check = [
    `const ${parsed} = ${value}${end}`,
    ...(consumes
      ? []
      : ifLines(
          library.failed(parsed, schema),
          refusal.map((line) => line.replace(/;$/, end)),
          indent,
        )),
  ];
  const instead = consumes ? parsed : library.value(parsed);
  return tidyEdits([
    ...added.edits,
    ...checker,
    insertBefore(source, topOf(source, target.at), [
      `const ${schema} = ${library.schema(added.local, fields)}${end}`,
      "",
    ]),
    insertBefore(source, before, check),
    ...roots.map((root): Edit => ({ kind: "replace", file: source.file, at: spanOf(source, root), text: instead })),
  ]);
}

/** Nobody waits for an answer: what does not fit is thrown. */
function isConsumer({ kind }: EntryPoint): boolean {
  return kind === "queue" || kind === "event";
}

const MEMBER: Readonly<Record<string, RegExp>> = {
  express: /^\w+\.body$/,
  fastify: /^\w+\.body$/,
  koa: /^\w+\.request\.body$/,
  "bullmq-worker": /^\w+\.data$/,
  "bull-worker": /^\w+\.data$/,
  "pg-boss-worker": /^\w+\.data$/,
};
const CALL = /^(?:\w+\.)?\w+\.json\(\)$/;

/** Where the handler reads the body: `req.body`, `await request.json()`. Not in functions inside it. */
function rootsIn(target: FunctionFacts, entryPoint: EntryPoint, code: HandlerCode): readonly Expression[] {
  const { source, parameters } = code;
  const [first] = parameters;
  const pages = entryPoint.framework === "nextjs" && answersByResponse(source.file);
  const member = pages ? MEMBER.express : MEMBER[entryPoint.framework];
  const found: Expression[] = [];
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      for (const expression of deep(expressionsOf(statement))) {
        const text = source.text.slice(...expression.at);
        if (first === undefined || !text.startsWith(`${first}.`)) continue;
        if (member ? expression.kind === "member" && member.test(text) : expression.kind === "call" && CALL.test(text))
          found.push(expression);
      }
      for (const list of listsOf(statement)) visit(list);
    }
  };
  // One function below `pages/api` serves several methods: the others have bodies of their own.
  visit(pages ? listOfAll(entryPoint, code, target.body) : target.body);
  return found;
}

/** With its `await`. */
function spanOf({ text }: SourceText, root: Expression): readonly [number, number] {
  const waits = root.kind === "call" ? /\bawait\s+$/.exec(text.slice(0, root.at[0])) : null;
  return [root.at[0] - (waits?.[0].length ?? 0), root.at[1]];
}

function sourceOf(source: SourceText, root: Expression): string {
  return source.text.slice(...spanOf(source, root));
}

/** The innermost statement ahead of which every place is still to come. */
function commonStatement(body: readonly Statement[], roots: readonly Expression[]): Statement | undefined {
  const index = body.findIndex((statement) => roots.some((root) => holdsPlace(statement, root)));
  const statement = body[index];
  if (!statement) return undefined;
  for (const list of listsOf(statement)) {
    if (roots.every((root) => list.some((inner) => holdsPlace(inner, root)))) return commonStatement(list, roots);
  }
  return statement;
}

function holdsPlace(statement: Statement, { at }: Expression): boolean {
  return statement.at[0] <= at[0] && at[1] <= statement.at[1];
}

/** The line of the module that what holds the handler begins on: a function declared there is no statement. */
function topOf({ facts, text }: SourceText, at: readonly [number, number]): Statement {
  const top = facts.functions[0]?.body.find((statement) => statement.at[0] <= at[0] && at[0] < statement.at[1]);
  const start = lineStart(text, top?.at[0] ?? at[0]);
  return { kind: "expression", value: { kind: "undefined", at: [start, at[1]] }, at: [start, at[1]] };
}

function freeName({ facts }: SourceText, wanted: string): string {
  const taken = new Set(facts.bindings.map((binding) => binding.name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(name)) return name;
  }
}

function camel(target: string | undefined): string {
  const words = (target ?? "request").split(/[^A-Za-z0-9]+/).filter(Boolean);
  const [first = "request", ...rest] = words;
  return (
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")
  );
}
