/** Variables without which a file stops when it is loaded: `if (!process.env.KEY) throw new Error("KEY is not set")`. */
import type { Expression, FileFacts, Statement } from "../../facts/file-facts.ts";

/** By name. A file that throws while it is loaded starts no service. */
export function requiredSettings(facts: FileFacts): ReadonlySet<string> {
  let known = knownRequired.get(facts);
  if (!known) {
    known = new Set(
      (facts.functions[0]?.body ?? []).flatMap((statement) =>
        statement.kind === "if" && statement.then.some(stops) ? missingIn(facts, statement.test) : [],
      ),
    );
    knownRequired.set(facts, known);
  }
  return known;
}

const knownRequired = new WeakMap<FileFacts, ReadonlySet<string>>();

function stops(statement: Statement): boolean {
  if (statement.kind === "throw") return true;
  const { kind } = statement;
  if (kind !== "expression" || statement.value.kind !== "call") return false;
  const { callee } = statement.value;
  return callee.kind === "member" && callee.name === "exit" && isGlobal(callee.object, "process");
}

/** The variables one of which is missing where the test is true: `!KEY || !process.env.SECRET`. */
function missingIn(facts: FileFacts, test: Expression): readonly string[] {
  if (test.kind === "logical" && test.operator === "||")
    return [...missingIn(facts, test.left), ...missingIn(facts, test.right)];
  const asked = test.kind === "unary" && test.operator === "!" ? test.value : undefined;
  const name = asked && settingNamed(facts, asked);
  return name === undefined ? [] : [name];
}

/** `process.env.KEY`, or a constant of the file that is. */
function settingNamed(facts: FileFacts, value: Expression): string | undefined {
  if (value.kind === "cast") return settingNamed(facts, value.value);
  if (value.kind === "member")
    return value.object.kind === "member" && value.object.name === "env" && isGlobal(value.object.object, "process")
      ? value.name
      : undefined;
  if (value.kind !== "name" || value.binding < 0) return undefined;
  const { binding } = value;
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.kind !== "declare" || statement.pattern.kind !== "binding" || statement.pattern.binding !== binding)
      continue;
    return statement.value && statement.value.kind !== "name" ? settingNamed(facts, statement.value) : undefined;
  }
  return undefined;
}

function isGlobal(value: Expression, name: string): boolean {
  return value.kind === "name" && value.binding < 0 && value.name === name;
}
