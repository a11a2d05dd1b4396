/**
 * Functions that a schema is given by calls and as a whole: `schema.method("sign", …)`, `schema.static({ byMail })`,
 * `schema.methods = { … }`, `Object.assign(schema.methods, { … })`, `schema.loadClass(User)`.
 */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { MethodsDefinition } from "../../systems/define-system.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { moduleValue } from "../evaluate/values.ts";

interface Given {
  readonly models: Map<string, Term>;
  readonly rows: Map<string, Term>;
}

export function givenByCalls(
  linker: Linker,
  schema: ExternalTerm,
  shape: MethodsDefinition,
  to: keyof Given,
  name: string,
): Term | undefined {
  if (!schema.site) return undefined;
  const given = linker.memo.get(
    `schema calls ${schema.id}`,
    () => readCalls(linker, schema, shape),
    () => undefined,
  );
  return given?.[to].get(name);
}

function readCalls(linker: Linker, schema: ExternalTerm, shape: MethodsDefinition): Given | undefined {
  const file = schema.site?.file ?? "";
  const given: Given = { models: new Map(), rows: new Map() };
  const value = (expression: Expression): Term => moduleValue(linker, file, expression).term;
  const isSchema = (expression: Expression): boolean =>
    expression.kind === "name" && alternatives(value(expression)).includes(schema);
  const put = (part: string, functions: Term): void => {
    const into =
      part === shape.models || shape.calls?.models.includes(part)
        ? given.models
        : part === shape.rows || shape.calls?.rows.includes(part)
          ? given.rows
          : undefined;
    if (into && functions.kind === "object")
      for (const field of functions.fields) if (field.key !== undefined) into.set(field.key, field.value);
  };
  for (const statement of factsOf(linker, file)?.functions[0]?.body ?? []) {
    if (statement.kind !== "expression") continue;
    const { value: expression } = statement;
    if (expression.kind === "assign") {
      const place = expression.target.kind === "place" ? expression.target.place : undefined;
      if (place?.kind !== "member") continue;
      if (isSchema(place.object)) put(place.name, value(expression.value));
      else if (place.object.kind === "member" && isSchema(place.object.object))
        put(place.object.name, named(linker, place.name, value(expression.value)));
    }
    if (expression.kind !== "call" || expression.callee.kind !== "member") continue;
    const { callee } = expression;
    const [first, second] = expression.arguments;
    if (callee.name === "assign" && first?.kind === "member" && second && isSchema(first.object))
      put(first.name, value(second));
    if (!first || !isSchema(callee.object)) continue;
    const argument = value(first);
    if (callee.name === shape.calls?.class && argument.kind === "class") readClass(linker, argument, given);
    else if (argument.kind === "literal" && second)
      put(callee.name, named(linker, String(argument.value), value(second)));
    else put(callee.name, argument);
  }
  return given;
}

function named(linker: Linker, name: string, value: Term): Term {
  return linker.terms.object([{ key: name, value }]);
}

/** Static methods are the model's, all others those of rows. */
function readClass(linker: Linker, of: Term & { readonly kind: "class" }, into: Given): void {
  for (const member of factsOf(linker, of.file)?.classes[of.index]?.members ?? []) {
    if (member.kind !== "method" || member.function === undefined) continue;
    const method = linker.terms.function({ file: of.file, index: member.function }, of.captured, undefined);
    (member.static ? into.models : into.rows).set(member.name, method);
  }
}
