/** Queries that are built by statements: `const query = orders.createQueryBuilder(); query.where("id = :id", { id })`. */
import { childrenOf, listsOf } from "../../facts/children.ts";
import type { Expression, Statement } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { assignPattern } from "./assign.ts";
import type { Activation, Linker } from "./linker.ts";

/**
 * The variable stands for the longer chain from here on. A query to which something is added on one way only may be limited
 * or not: nothing is said of it.
 */
export function noteBuilt(linker: Linker, activation: Activation, statement: Expression, made: Term): void {
  if (statement.kind !== "call" || made.kind !== "external" || (activation.conditions ?? []).length > 0) return;
  const binding = startOf(statement);
  const before = binding === undefined ? undefined : heldBy(activation, binding);
  if (binding === undefined || !before || before === made || !goesOn(linker, made, before)) return;
  if (!isAddedToOnWays(activation, binding))
    assignPattern(linker, activation, { kind: "binding", binding, at: statement.at }, made);
}

function heldBy({ locals, captured }: Activation, binding: number): Term | undefined {
  return locals.get(binding) ?? captured.get(binding);
}

/** `made` is the query `before` with something added. */
export function goesOn(linker: Linker, made: Term, before: Term): boolean {
  if (made.kind !== "external" || before.kind !== "external") return false;
  return continues(made, before) && isMutable(linker, before) && isMutable(linker, made);
}

/** Runs a callback that may not run at all, or more often: what it adds to a query around it may be there or not. */
export function withoutBuilt<Value>(linker: Linker, activation: Activation, target: Term, run: () => Value): Value {
  const before =
    target.kind === "function" && target.function.file === activation.file
      ? [...target.captured.keys()].map((binding) => [binding, activation.locals.get(binding)] as const)
      : [];
  const given = run();
  for (const [binding, value] of before) {
    const now = activation.locals.get(binding);
    if (now && value && now !== value && goesOn(linker, now, value)) activation.locals.set(binding, value);
  }
  return given;
}

/** The variable that the chain of calls begins with. */
function startOf(expression: Expression): number | undefined {
  if (expression.kind === "call") return startOf(expression.callee);
  if (expression.kind === "member") return startOf(expression.object);
  return expression.kind === "name" && expression.binding >= 0 ? expression.binding : undefined;
}

function isMutable({ adapters }: Linker, term: ExternalTerm): boolean {
  const called = [...term.path.slice(0, -1), (term.path.at(-1) ?? "").replace(/\(\)$/, "")];
  // A client that is called itself, `knex("orders")`, begins a query.
  const begun = adapters.isClient(term.package, called) ? [...term.path, "where"] : called;
  const match = adapters.call(term.package, begun);
  return match?.chained === true && match.system.changesInPlace === true;
}

function continues(term: Term | undefined, from: Term): boolean {
  return term === from || (term?.kind === "external" && continues(term.base, from));
}

/** Some statement inside of another one, or a part of an expression, goes on with the variable's chain and drops what it gives. */
function isAddedToOnWays({ facts, functionIndex }: Activation, binding: number): boolean {
  const body = facts.functions[functionIndex]?.body ?? [];
  return body.some(
    (statement) =>
      listsOf(statement).some((list) => list.some((one) => addsTo(one, binding))) || addsInPart(statement, binding),
  );
}

function addsTo(statement: Statement, binding: number): boolean {
  if (statement.kind === "expression" && statement.value.kind === "call" && startOf(statement.value) === binding)
    return true;
  return addsInPart(statement, binding) || listsOf(statement).some((list) => list.some((one) => addsTo(one, binding)));
}

/** `isAdmin || query.andWhere(…)` */
function addsInPart(statement: Statement, binding: number): boolean {
  if (statement.kind !== "expression" || statement.value.kind === "call" || statement.value.kind === "await")
    return false;
  return childrenOf(statement.value).some((part) => part.kind === "call" && startOf(part) === binding);
}
