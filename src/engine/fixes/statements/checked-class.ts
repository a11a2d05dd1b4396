/**
 * The body of a Nest handler as a class that class-validator checks: its fields get decorators, and an inline type becomes such a
 * class. https://docs.nestjs.com/techniques/validation
 */
import type { FunctionFacts, Parameter } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport, freeName } from "../code/add-import.ts";
import { inFileStyle, quoted, styleOf } from "../code/file-style.ts";
import { handlerCode } from "../code/handler-code.ts";
import { resolveRelative } from "../code/names-in-reach.ts";
import { parameterEnd } from "../code/parameter-list.ts";
import { indentAt, lineStart, type SourceText, sourceText, startsLine } from "../code/source-text.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";

export interface BodyToCheck {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined where the project has no class-validator, or a field has a type that no decorator stands for. */
export function checkedClass(body: BodyToCheck): Fix | undefined {
  if (!plan(body)) return undefined;
  return {
    title: "Check the body with class-validator",
    kind: "suggestion",
    edits: () => plan(body) ?? [],
    checklist: ["Set lengths for texts and ranges for numbers, and `@IsOptional()` where a field may be left out."],
  };
}

function plan({ entryPoint, model }: BodyToCheck): readonly Edit[] | undefined {
  if (entryPoint.framework !== "nestjs" || !hasValidator(model, entryPoint)) return undefined;
  const handler = handlerCode(model, entryPoint);
  const target = handler?.source.facts.functions[handler.index];
  const body = handler && target && bodyParameter(handler.source, target);
  if (!handler || !target || !body) return undefined;
  const { source } = handler;
  const fields = inlineFields(source, body.parameter);
  const edits = fields
    ? classOfInline(source, target, body.parameter, fields)
    : decoratedClass(model, source, body.parameter);
  const pipe = edits && validates(model, entryPoint) ? [] : pipeAt(source, body.decoratorEnd);
  return edits && composed(edits, pipe);
}

function composed(...groups: readonly (readonly Edit[])[]): readonly Edit[] | undefined {
  const edits = composeEdits(...groups);
  return edits && tidyEdits(edits);
}

function hasValidator(model: ServiceModel, { app }: EntryPoint): boolean {
  const files = [app === "" ? "package.json" : `${app}/package.json`, "package.json"];
  return files.some((path) => model.text(path)?.includes('"class-validator"'));
}

/** A pipe ahead of every handler, as projects set it up. */
function validates(model: ServiceModel, { app }: EntryPoint): boolean {
  for (const path of model.paths) {
    if (!path.startsWith(app) || !/\.[cm]?ts$/.test(path) || /\.(?:spec|test|d)\./.test(path)) continue;
    const text = model.text(path);
    if (text?.includes("ValidationPipe") && /useGlobalPipes|APP_PIPE/.test(text)) return true;
  }
  return false;
}

/** `@Body()` → `@Body(new ValidationPipe({ whitelist: true }))` */
function pipeAt(source: SourceText, end: number): readonly Edit[] {
  const pipe = addImport(source, { module: "@nestjs/common", name: "ValidationPipe" });
  return [insertion(source.file, end - 1, `new ${pipe.local}({ whitelist: true })`), ...pipe.edits];
}

interface Body {
  readonly parameter: Parameter;
  readonly decoratorEnd: number;
}

/** The parameter that is the whole body: `@Body() body`. */
function bodyParameter({ text }: SourceText, target: FunctionFacts): Body | undefined {
  for (const parameter of target.parameters) {
    const decorator = parameter.decorators.find((one) => /^Body\(\s*\)$/.test(text.slice(...one.at)));
    if (decorator) return { parameter, decoratorEnd: decorator.at[1] };
  }
  return undefined;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** The fields of `body: { name: string; rate?: number }`; undefined where its type has a name, or parts of its own. */
function inlineFields({ text }: SourceText, { pattern }: Parameter): readonly Field[] | undefined {
  const end = parameterEnd(text, pattern.at[1]);
  const written = end === undefined ? undefined : /^\s*:\s*\{([^{}]*)\}\s*$/.exec(text.slice(pattern.at[1], end))?.[1];
  if (written === undefined) return undefined;
  const fields: Field[] = [];
  for (const part of written.split(/[;,\n]/)) {
    if (part.trim() === "") continue;
    const field = /^\s*(\w+)(\??)\s*:\s*([^;]+?)\s*$/.exec(part);
    if (!field) return undefined;
    fields.push({ name: field[1]!, type: field[3]!, optional: field[2] === "?" });
  }
  return fields.length > 0 ? fields : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "IsString",
  number: "IsNumber",
  boolean: "IsBoolean",
  Date: "IsDateString",
};

/** The decorators of a field, without `@`; undefined where its type needs somebody who knows it. */
function decoratorsOf({ type, optional }: Field, quote: (text: string) => string): readonly string[] | undefined {
  const bare = type.replace(/\s*\|\s*(?:null|undefined)\b/g, "").trim();
  const isOptional = optional || bare !== type.trim() ? ["IsOptional()"] : [];
  const list = /^(\w+)\[\]$|^Array<(\w+)>$/.exec(bare);
  const item = list ? TYPES[list[1] ?? list[2] ?? ""] : undefined;
  if (list)
    return item === undefined
      ? undefined
      : [...isOptional, "IsArray()", `${item}(${item === "IsNumber" ? "{}, " : ""}{ each: true })`];
  const known = TYPES[bare];
  if (known !== undefined) return [...isOptional, `${known}()`];
  const words = bare.split("|").map((word) => /^\s*["'](\w[\w -]*)["']\s*$/.exec(word)?.[1]);
  if (!words.every((word) => word !== undefined)) return undefined;
  return [...isOptional, `IsIn([${words.map((word) => quote(word)).join(", ")}])`];
}

/** Imports of the decorators' names. */
function imports(source: SourceText, decorators: readonly string[]): readonly Edit[] {
  const names = new Set(decorators.map((one) => /^\w+/.exec(one)![0]));
  return [...names].sort().flatMap((name) => addImport(source, { module: "class-validator", name }).edits);
}

/** A class ahead of the controller: its decorators are read when the controller's are. */
function classOfInline(
  source: SourceText,
  target: FunctionFacts,
  parameter: Parameter,
  fields: readonly Field[],
): readonly Edit[] | undefined {
  const owner = target.class === undefined ? undefined : source.facts.classes[target.class];
  const end = parameterEnd(source.text, parameter.pattern.at[1]);
  const style = styleOf(source);
  const decorators = fields.map((field) => decoratorsOf(field, (text) => quoted(style, text)));
  if (!owner || end === undefined || decorators.some((one) => one === undefined)) return undefined;
  const method = target.name ?? "request";
  const name = freeName(source, `${method.charAt(0).toUpperCase()}${method.slice(1)}Body`);
  const lines = fields.flatMap((field, index) => [
    ...(index > 0 ? [""] : []),
    ...decorators[index]!.map((one) => `${style.indent}@${one}`),
    `${style.indent}${field.name}${field.optional ? "?" : "!"}: ${field.type};`,
  ]);
  const first = owner.decorators[0];
  const start = lineStart(
    source.text,
    Math.min(owner.at[0], first ? source.text.lastIndexOf("@", first.at[0]) : owner.at[0]),
  );
  const text = inFileStyle(source, [`class ${name} {`, ...lines, "}", "", ""]).join(style.newline);
  return [
    insertion(source.file, start, text),
    { kind: "replace", file: source.file, at: [parameter.pattern.at[1], end], text: `: ${name}` },
    ...imports(
      source,
      decorators.flatMap((one) => one!),
    ),
  ];
}

/** Decorators above the fields of the class that the parameter's type names. */
function decoratedClass(model: ServiceModel, from: SourceText, { type }: Parameter): readonly Edit[] | undefined {
  const found = type && type.binding >= 0 ? classNamed(model, from, type.name, type.binding) : undefined;
  if (!found || found.owner.extends) return undefined;
  const { source, owner } = found;
  const style = styleOf(source);
  const edits: Edit[] = [];
  const used: string[] = [];
  for (const member of owner.members) {
    if (member.kind !== "field" || member.static) continue;
    const written = /^[!?]?\s*:\s*([^=;]+)/.exec(source.text.slice(member.nameAt[1], member.at[1]))?.[1];
    const field = { name: member.name, type: written ?? "", optional: member.optional === true };
    const decorators = decoratorsOf(field, (text) => quoted(style, text));
    const start = member.decorators[0] ? source.text.lastIndexOf("@", member.decorators[0].at[0]) : member.at[0];
    if (!decorators || !startsLine(source.text, start)) return undefined;
    used.push(...decorators);
    const indent = indentAt(source.text, start);
    edits.push(insertion(source.file, start, decorators.map((one) => `@${one}${style.newline}${indent}`).join("")));
  }
  return used.length > 0 ? [...edits, ...imports(source, used)] : undefined;
}

function classNamed(model: ServiceModel, from: SourceText, name: string, binding: number) {
  const imported = from.facts.imports.find((fact) => fact.binding === binding);
  const file = imported ? resolveRelative(model, from.file, imported.module) : from.file;
  const source = file === undefined ? undefined : sourceText(model, file);
  const owner = source?.facts.classes.find((one) => one.name === (imported?.name ?? name));
  return source && owner && { source, owner };
}
