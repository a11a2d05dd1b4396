/** Facts of a text, the same from every supported TypeScript, and a short way to write them down. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type ts from "typescript";
import { extractFacts } from "../../../src/engine/facts/extract-facts.ts";
import type {
  Expression,
  FileFacts,
  Pattern,
  Span,
  Statement,
  TypeReference,
} from "../../../src/engine/facts/file-facts.ts";

const require = createRequire(import.meta.url);

/** Oldest, middle and newest supported. */
export const typescripts: readonly (typeof ts)[] = ["typescript-5.4", "typescript-5.9", "typescript"].map((name) =>
  require(name),
);

/** The facts of a text. Fails where two versions of TypeScript disagree, or where they are not JSON. */
export function facts(text: string, path = "a.ts"): FileFacts {
  const [first, ...others] = typescripts.map((typescript) => extractFacts(typescript, path, text));
  assert.ok(first);
  for (const other of others) assert.deepEqual(other, first);
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
  return first;
}

/** The value of the last statement of a text. */
export function last(text: string, path?: string): Expression {
  const statement = facts(text, path).functions[0]?.body.at(-1);
  assert.ok(statement && "value" in statement && statement.value);
  return statement.value;
}

/** Text under a span. */
export function under(text: string, at: Span): string {
  return text.slice(at[0], at[1]);
}

/** Statements of the module, one line each. */
export function body(text: string, path?: string): string {
  const read = facts(text, path);
  return writeStatements(read.functions[0]?.body ?? []);
}

export function writeStatements(statements: readonly Statement[]): string {
  return statements.map(writeStatement).join("; ");
}

/** A statement in a notation of its own: names carry their binding, functions and classes their index. */
export function writeStatement(statement: Statement): string {
  switch (statement.kind) {
    case "declare":
      return `let ${writePattern(statement.pattern)}${statement.value ? ` = ${write(statement.value)}` : ""}`;
    case "expression":
      return write(statement.value);
    case "return":
      return statement.value ? `return ${write(statement.value)}` : "return";
    case "throw":
      return `throw ${write(statement.value)}`;
    case "if":
      return `if ${write(statement.test)} {${writeStatements(statement.then)}} {${writeStatements(statement.otherwise)}}`;
    case "loop": {
      const parts = [
        statement.pattern && writePattern(statement.pattern),
        statement.over && `over ${write(statement.over)}`,
        statement.before.length > 0 && `(${writeStatements(statement.before)})`,
        statement.test && `while ${write(statement.test)}`,
      ];
      return `${statement.form} ${parts.filter(Boolean).join(" ")} {${writeStatements(statement.body)}}`;
    }
    case "switch":
      return `switch ${write(statement.on)} {${statement.cases
        .map((found) => `${found.test ? write(found.test) : "default"}: ${writeStatements(found.body)}`)
        .join(" | ")}}`;
    case "try": {
      const caught = statement.caught ? ` ${writePattern(statement.caught)}` : "";
      const handler = statement.handler ? ` catch${caught} {${writeStatements(statement.handler)}}` : "";
      return `try {${writeStatements(statement.body)}}${handler} finally {${writeStatements(statement.finally)}}`;
    }
    case "jump":
      return statement.to;
    case "class":
      return `class${statement.class}`;
  }
}

export function write(value: Expression): string {
  const list = (values: readonly Expression[]) => values.map(write).join(", ");
  switch (value.kind) {
    case "literal":
      return value.regex ? String(value.value) : JSON.stringify(value.value);
    case "undefined":
    case "this":
    case "super":
      return value.kind;
    case "template":
      return `${value.tag ? write(value.tag) : ""}\`${value.texts
        .map(
          (text, index) =>
            text + (index < value.values.length ? `\${${write(value.values[index] as Expression)}}` : ""),
        )
        .join("")}\``;
    case "name":
      return value.binding < 0 ? value.name : `${value.name}#${value.binding}`;
    case "member":
      return `${write(value.object)}${value.optional ? "?." : "."}${value.name}`;
    case "index":
      return `${write(value.object)}[${write(value.index)}]`;
    case "call": {
      const types = value.types ? `<${value.types.map(writeType).join(", ")}>` : "";
      return `${value.new ? "new " : ""}${write(value.callee)}${value.optional ? "?." : ""}${types}(${list(value.arguments)})`;
    }
    case "module":
      return `${value.dynamic ? "import" : "require"}(${value.module})`;
    case "function":
      return `function${value.function}`;
    case "class":
      return `class${value.class}`;
    case "object":
      return `{${value.fields
        .map((field) => {
          if (field.spread) return `...${write(field.value)}`;
          const key = field.computed ? `[${write(field.computed)}]` : field.key;
          return `${field.accessor ? `${field.accessor} ` : ""}${key}: ${write(field.value)}`;
        })
        .join(", ")}}`;
    case "array":
      return `[${list(value.items)}]`;
    case "spread":
      return `...${write(value.value)}`;
    case "await":
      return `await ${write(value.value)}`;
    case "yield":
      return value.value ? `yield ${write(value.value)}` : "yield";
    case "conditional":
      return `(${write(value.test)} ? ${write(value.yes)} : ${write(value.no)})`;
    case "logical":
    case "binary":
      return `(${write(value.left)} ${value.operator} ${write(value.right)})`;
    case "unary":
      return `(${value.operator} ${write(value.value)})`;
    case "assign":
      return `(${writePattern(value.target)} ${value.operator} ${write(value.value)})`;
    case "cast":
      return `(${write(value.value)} as ${writeType(value.type)})`;
    case "jsx":
      return `<${value.tag}>(${list(value.parts)})`;
    case "unknown":
      return `unknown(${list(value.parts)})`;
  }
}

export function writePattern(pattern: Pattern): string {
  const initial = (value: Expression | undefined) => (value ? ` = ${write(value)}` : "");
  switch (pattern.kind) {
    case "binding":
      return `#${pattern.binding}`;
    case "place":
      return write(pattern.place);
    case "default":
      return `${writePattern(pattern.pattern)} = ${write(pattern.value)}`;
    case "object": {
      const fields = pattern.fields.map((field) => {
        const key = field.computed ? `[${write(field.computed)}]` : field.key;
        return `${key}: ${writePattern(field.pattern)}${initial(field.default)}`;
      });
      if (pattern.rest) fields.push(`...${writePattern(pattern.rest)}`);
      return `{${fields.join(", ")}}`;
    }
    case "array": {
      const items = pattern.items.map((item) => (item ? `${writePattern(item.pattern)}${initial(item.default)}` : "-"));
      if (pattern.rest) items.push(`...${writePattern(pattern.rest)}`);
      return `[${items.join(", ")}]`;
    }
  }
}

export function writeType(type: TypeReference): string {
  const name = type.binding < 0 ? type.name : `${type.name}#${type.binding}`;
  const given = type.arguments.length > 0 ? `<${type.arguments.map(writeType).join(", ")}>` : "";
  return `${name}${given}${type.array ? "[]" : ""}`;
}
