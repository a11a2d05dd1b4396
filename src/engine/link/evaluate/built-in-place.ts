/** Queries that are built by statements: `const query = orders.createQueryBuilder(); query.where("id = :id", { id })`. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import type { Activation, Linker } from "./linker.ts";

/** The variable stands for the longer chain from here on. What is added on one way only is left out: it may be missing. */
export function noteBuilt(linker: Linker, activation: Activation, statement: Expression, made: Term): void {
  if (statement.kind !== "call" || made.kind !== "external" || (activation.conditions ?? []).length > 0) return;
  const binding = startOf(statement);
  const before = binding === undefined ? undefined : activation.locals.get(binding);
  if (binding === undefined || before?.kind !== "external" || before === made) return;
  if (isMutable(linker, before) && isMutable(linker, made) && continues(made, before))
    activation.locals.set(binding, made);
}

/** The variable that the chain of calls begins with. */
function startOf(expression: Expression): number | undefined {
  if (expression.kind === "call") return startOf(expression.callee);
  if (expression.kind === "member") return startOf(expression.object);
  return expression.kind === "name" && expression.binding >= 0 ? expression.binding : undefined;
}

function isMutable({ adapters }: Linker, term: ExternalTerm): boolean {
  const called = [...term.path.slice(0, -1), (term.path.at(-1) ?? "").replace(/\(\)$/, "")];
  const match = adapters.call(term.package, called);
  return match?.chained === true && match.system.changesInPlace === true;
}

function continues(term: Term | undefined, from: Term): boolean {
  return term === from || (term?.kind === "external" && continues(term.base, from));
}
