/**
 * The module that reads a project's environment with a schema, where it has one: a new variable gets a line in the schema, and
 * the code that needs it imports the module.
 *
 * - zod: https://zod.dev/api
 * - envalid: https://github.com/af/envalid
 * - t3-env: https://env.t3.gg/docs/core
 */
import type { CallExpression, Expression, ObjectExpression, Statement } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { addField } from "../code/call-arguments.ts";
import { methodOf } from "../code/call-chain.ts";
import { importFrom, resolveRelative } from "../code/names-in-reach.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { deep, expressionsOf } from "../code/visit-facts.ts";

export interface ConfigModule {
  readonly file: string;
  /** How code names a variable of it: `env.STRIPE_KEY`. */
  readonly name: string;
  /** Edits of the module that add a text which must be there. */
  add(variable: string): readonly Edit[];
}

/** The value of a variable as code of `into`. Undefined where the project has no such module, or it is this very file. */
export function fromConfigModule(
  model: ServiceModel,
  app: string,
  into: SourceText,
  variable: string,
): { readonly code: string; readonly edits: readonly Edit[] } | undefined {
  const found = configModule(model, app);
  if (!found || found.file === into.file || isReadBy(model, found.file, into.file)) return undefined;
  const imported = importFrom(model, found.file, found.name, into);
  return imported && { code: `${imported.local}.${variable}`, edits: [...imported.edits, ...found.add(variable)] };
}

/** The module itself imports the file: there is no way back. */
function isReadBy(model: ServiceModel, module: string, file: string): boolean {
  const imports = model.facts(module)?.imports ?? [];
  return imports.some((fact) => fact.module.startsWith(".") && resolveRelative(model, module, fact.module) === file);
}

const known = new WeakMap<ServiceModel, Map<string, ConfigModule | "none">>();

/** Looked for once in a workspace and application. */
export function configModule(model: ServiceModel, app: string): ConfigModule | undefined {
  const byApp = known.get(model) ?? new Map<string, ConfigModule | "none">();
  known.set(model, byApp);
  let found = byApp.get(app);
  if (found === undefined) {
    found = find(model, app) ?? "none";
    byApp.set(app, found);
  }
  return found === "none" ? undefined : found;
}

function find(model: ServiceModel, app: string): ConfigModule | undefined {
  for (const path of model.paths) {
    if (!path.startsWith(app) || !/\.[cm]?[jt]s$/.test(path) || /\.(?:test|spec|d)\.|(?:^|\/)tests?\//.test(path))
      continue;
    const text = model.text(path);
    if (!text || !/\b(?:cleanEnv|createEnv)\(|[pP]arse\(\s*process\.env\b/.test(text)) continue;
    const source = sourceText(model, path);
    const module = source && moduleIn(source);
    if (module) return module;
  }
  return undefined;
}

function moduleIn(source: SourceText): ConfigModule | undefined {
  for (const { statement, call } of topCalls(source)) {
    const add = readerOf(source, call);
    const name = add && exportedOf(source, statement);
    if (add && name !== undefined) return { file: source.file, name, add };
  }
  return undefined;
}

function* topCalls(source: SourceText): Generator<{ readonly statement: Statement; readonly call: CallExpression }> {
  for (const statement of source.facts.functions[0]?.body ?? []) {
    for (const expression of deep(expressionsOf(statement)))
      if (expression.kind === "call") yield { statement, call: expression };
  }
}

/** How the schema of a call that reads the environment is added to. */
function readerOf(source: SourceText, call: CallExpression): ConfigModule["add"] | undefined {
  const [first, second] = call.arguments;
  switch (methodOf(call)) {
    case "cleanEnv": {
      if (!isEnvironment(source, first) || second?.kind !== "object") return undefined;
      return (variable) => {
        const str = addImport(source, { module: "envalid", name: "str" });
        return [...str.edits, ...withField(source, second, variable, `${str.local}()`)];
      };
    }
    case "createEnv": {
      const options = first?.kind === "object" ? first : undefined;
      const server = fieldOf(options, "server");
      const runtime = fieldOf(options, "runtimeEnv") ?? fieldOf(options, "runtimeEnvStrict");
      const text = schemaText(source);
      if (server?.kind !== "object" || text === undefined) return undefined;
      return (variable) => [
        ...withField(source, server, variable, text),
        ...(runtime?.kind === "object" ? withField(source, runtime, variable, `process.env.${variable}`) : []),
      ];
    }
    case "parse":
    case "safeParse": {
      const schema = isEnvironment(source, first) && call.callee.kind === "member" ? call.callee.object : undefined;
      const fields = schema && objectOf(source, schema);
      const text = schemaText(source);
      return fields && text !== undefined ? (variable) => withField(source, fields, variable, text) : undefined;
    }
    default:
      return undefined;
  }
}

function isEnvironment({ text }: SourceText, expression: Expression | undefined): boolean {
  return expression !== undefined && text.slice(...expression.at) === "process.env";
}

function fieldOf(object: ObjectExpression | undefined, key: string): Expression | undefined {
  return object?.fields.find((field) => field.key === key)?.value;
}

/** A text that must not be empty, by the name that zod has here. */
function schemaText({ facts }: SourceText): string | undefined {
  const zod = facts.imports.find((fact) => /^zod(?:\/|$)/.test(fact.module) && fact.binding >= 0);
  const local = zod && facts.bindings[zod.binding]?.name;
  return local && `${local}.string().min(1)`;
}

/** The fields of `z.object({ … })`, in place or under a name of the module. */
function objectOf(source: SourceText, schema: Expression): ObjectExpression | undefined {
  if (schema.kind === "name") {
    for (const statement of source.facts.functions[0]?.body ?? []) {
      if (statement.kind !== "declare" || statement.pattern.kind !== "binding") continue;
      if (statement.pattern.binding === schema.binding && statement.value) return objectOf(source, statement.value);
    }
    return undefined;
  }
  for (const call of deep([schema])) {
    if (call.kind !== "call" || methodOf(call) !== "object") continue;
    const [fields] = call.arguments;
    if (fields?.kind === "object") return fields;
  }
  return undefined;
}

function withField(source: SourceText, object: ObjectExpression, key: string, value: string): readonly Edit[] {
  return object.fields.some((field) => field.key === key) ? [] : [addField(source, object, key, value)];
}

/** What the module exports of it: the constant itself, or what is made of it further down (`parsed.data`). */
function exportedOf({ facts, text }: SourceText, statement: Statement): string | undefined {
  if (statement.kind !== "declare" || statement.pattern.kind !== "binding") return undefined;
  const { binding } = statement.pattern;
  const name = facts.bindings[binding]?.name;
  if (facts.exports.some((one) => one.binding === binding)) return name;
  for (const other of facts.functions[0]?.body ?? []) {
    if (other.kind !== "declare" || other.pattern.kind !== "binding" || !other.value) continue;
    const made = other.pattern.binding;
    if (text.slice(...other.value.at).startsWith(`${name}.data`) && facts.exports.some((one) => one.binding === made))
      return facts.bindings[made]?.name;
  }
  return undefined;
}
