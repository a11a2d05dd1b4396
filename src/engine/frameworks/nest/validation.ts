/** Pipes that validate what a handler takes. https://docs.nestjs.com/techniques/validation · https://docs.nestjs.com/pipes */

import { listedIn, textsOf } from "../../link/packages/allowed-values.ts";
import type { Term } from "../../model/term.ts";
import type { ClassView, Handler, MethodView, Program } from "../define-framework.ts";
import { type Application, isValidationPipe } from "./application.ts";
import { pipesOn, transformOf } from "./pipes.ts";

const VALIDATED = new Set(["Body", "Query", "Param", "Payload", "MessageBody", "Args"]);

export function validationHandlers(
  program: Program,
  application: Pick<Application, "validates">,
  view: ClassView,
  method: MethodView,
): readonly Handler[] {
  const { terms } = program;
  const used = pipesOn(program, view, method);
  const validates = application.validates || used.some(isValidationPipe);
  const handlers: Handler[] = used.flatMap((pipe) => pipeHandler(program, pipe, "body"));
  for (const { decorators, type } of method.parameters) {
    const decorator = decorators.find((one) => VALIDATED.has(one.name));
    if (!decorator) continue;
    const pipes = decorator.arguments.flatMap((argument) => terms.items(argument));
    handlers.push(
      ...pipes.flatMap((pipe) => pipeHandler(program, pipe, decorator.name === "Body" ? "body" : "params")),
    );
    const whole = decorator.arguments[0]?.kind !== "literal";
    const checked = (validates || pipes.some(isValidationPipe)) && whole && type && isChecked(program, type);
    if (checked)
      handlers.push({
        ...terms.handler(type, program.classOf(type)?.facts.name ?? "ValidationPipe"),
        place: decorator.place,
        guard: "validation",
        ...fieldsOf(program, type),
        ...allowedBy(program, type),
      });
  }
  return handlers;
}

/** The fields of the class and of those it extends or is made of; nothing where one of them cannot be read. */
function fieldsOf(program: Program, type: Term): Pick<Handler, "fields"> {
  const fields = fieldsIn(program, type, MAXIMUM_CLASSES);
  return fields && fields.size > 0 ? { fields } : {};
}

type Fields = ReadonlyMap<string, "always" | "maybe">;

/** Classes above, or within, a class that are followed. */
const MAXIMUM_CLASSES = 12;

function fieldsIn(program: Program, type: Term, levels: number): Fields | undefined {
  if (levels === 0) return undefined;
  if (type.kind === "external") return mappedFields(program, type, levels);
  const view = program.classOf(type);
  if (!view) return undefined;
  const above = view.parent ? fieldsIn(program, view.parent, levels - 1) : new Map();
  if (!above) return undefined;
  const fields = new Map(above);
  for (const member of view.facts.members) {
    if (member.kind !== "field" || member.static) continue;
    const decorators = view.fields.find((field) => field.name === member.name)?.decorators ?? [];
    const maybe = member.optional === true || decorators.some(({ name }) => name === "IsOptional");
    fields.set(member.name, maybe ? "maybe" : "always");
  }
  return fields;
}

/** `OmitType(UserDto, ["id"])`: https://docs.nestjs.com/techniques/validation#mapped-types */
function mappedFields(
  program: Program,
  made: Term & { readonly kind: "external" },
  levels: number,
): Fields | undefined {
  const [type, names] = made.arguments ?? [];
  const fields = type && fieldsIn(program, type, levels - 1);
  if (!fields) return undefined;
  const named = program.terms.texts(names);
  switch (made.path.at(-1)) {
    case "PartialType()":
      return new Map([...fields.keys()].map((name) => [name, "maybe"]));
    case "OmitType()":
      return named && new Map([...fields].filter(([name]) => !named.includes(name)));
    case "PickType()":
      return named && new Map([...fields].filter(([name]) => named.includes(name)));
    case "IntersectionType()": {
      const all = (made.arguments ?? []).map((one) => fieldsIn(program, one, levels - 1));
      return all.every((one) => one !== undefined) ? new Map(all.flatMap((one) => [...one])) : undefined;
    }
    default:
      return undefined;
  }
}

/** What fields may hold, by `@IsIn([…])`, `@IsEnum(Kind)` or the schema that the class is made from. */
function allowedBy(program: Program, type: Term): Pick<Handler, "allows"> {
  const allows = new Map<string, readonly string[]>();
  for (let view = program.classOf(type); view; view = view.parent && classIn(program, view.parent)) {
    for (const { name, decorators } of view.fields) {
      const list = decorators.find((one) => one.name === "IsIn" || one.name === "IsEnum")?.arguments[0];
      const values = list && textsOf(list);
      if (values && !allows.has(name)) allows.set(name, values);
    }
    if (view.parent?.kind !== "external") continue;
    for (const [name, values] of listedIn(view.parent)) if (!allows.has(name)) allows.set(name, values);
  }
  return allows.size > 0 ? { allows } : {};
}

/** The class, or the first one that it is made of: `PartialType(UserDto)`. */
function classIn(program: Program, type: Term): ClassView | undefined {
  const [first] = type.kind === "external" ? (type.arguments ?? []) : [];
  return program.classOf(type) ?? (first && program.classOf(first));
}

/** A class whose fields have decorators of class-validator, or that is made from a schema (nestjs-zod). */
function isChecked(program: Program, type: Term): boolean {
  const view = program.classOf(type);
  if (!view) return type.kind === "external" && isMadeOfChecked(program, type);
  if (view.fields.some((field) => field.decorators.some((one) => /^class-validator|validator/.test(one.package))))
    return true;
  const { parent } = view;
  return parent ? isChecked(program, parent) : false;
}

/** `createZodDto(schema)`, or a class made of others: `PartialType(PickType(UserDto, ["name"]))`. */
function isMadeOfChecked(program: Program, type: Term & { readonly kind: "external" }): boolean {
  if (/Dto\(\)|ZodDto/.test(type.path.join("."))) return true;
  return (type.arguments ?? []).some((argument) => isChecked(program, argument));
}

/** A pipe of the workspace's own: what its `transform` refuses counts. */
function pipeHandler(program: Program, pipe: Term, source: "body" | "params"): readonly Handler[] {
  const transform = transformOf(program, pipe);
  if (!transform) return [];
  const name = program.classOf(pipe)?.facts.name ?? "pipe";
  return [{ ...program.terms.handler(transform, name), name, shape: { parameters: [source], returns: "response" } }];
}
