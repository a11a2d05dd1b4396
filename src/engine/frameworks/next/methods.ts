/** Which HTTP methods a handler tells apart itself, by what it compares `req.method` with. */
import type { Expression, FileFacts } from "../../facts/file-facts.ts";

const VERBS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

/** Verbs compared with a `method`, or used as keys of a table that `req.method` chooses from. Empty where none is. */
export function comparedMethods(facts: FileFacts): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    const expression = value as Expression;
    if (expression.kind === "binary" && isMethod(expression.left)) note(expression.right);
    if (expression.kind === "binary" && isMethod(expression.right)) note(expression.left);
    if (expression.kind === "index" && isMethod(expression.index)) tables = true;
    const statement = value as {
      readonly kind?: string;
      readonly on?: Expression;
      readonly cases?: readonly { readonly test?: Expression }[];
    };
    if (statement.kind === "switch" && statement.on && isMethod(statement.on)) {
      for (const branch of statement.cases ?? []) if (branch.test) note(branch.test);
    }
    for (const child of Object.values(value)) if (typeof child === "object") visit(child);
  };
  const note = (expression: Expression): void => {
    if (expression.kind === "literal" && typeof expression.value === "string" && VERBS.has(expression.value))
      found.add(expression.value);
  };
  let tables = false;
  for (const one of facts.functions) visit(one.body);
  if (tables) for (const key of objectKeys(facts)) if (VERBS.has(key)) found.add(key);
  return [...found];
}

function isMethod(expression: Expression): boolean {
  return expression.kind === "member" && expression.name === "method";
}

function objectKeys(facts: FileFacts): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    const expression = value as Expression;
    if (expression.kind === "object")
      for (const field of expression.fields ?? []) if (field.key !== undefined) keys.add(field.key);
    for (const child of Object.values(value)) if (typeof child === "object") visit(child);
  };
  for (const one of facts.functions) visit(one.body);
  return keys;
}
