/** Calls written one behind the other: `db.update(users).set({ … }).where(…)`. */
import type { CallExpression, Expression } from "../../facts/file-facts.ts";

/** The call and those its callee is made of, last first. */
export function callsOfChain(call: CallExpression): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  for (let at: Expression | undefined = call; at; ) {
    if (at.kind === "call") {
      calls.push(at);
      at = at.callee;
    } else if (at.kind === "member") at = at.object;
    else if (at.kind === "await" || at.kind === "cast") at = at.value;
    else at = undefined;
  }
  return calls;
}

/** Name of the called method: `where` of `….where(…)`. */
export function methodOf(call: CallExpression): string | undefined {
  const { callee } = call;
  return callee.kind === "member" || callee.kind === "name" ? callee.name : undefined;
}

/** The call of that method in the chain. */
export function linkNamed(call: CallExpression, name: string): CallExpression | undefined {
  return callsOfChain(call).find((one) => methodOf(one) === name);
}
