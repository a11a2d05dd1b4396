/** Names a guard that is registered too late in the route itself; one written in place is moved above the route. */
import type { Statement } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { insertArgument } from "../code/call-arguments.ts";
import { callsOfChain, methodOf } from "../code/call-chain.ts";
import { type Registration, registrationOf } from "../code/registration.ts";
import { lineEnd, lineStart } from "../code/source-text.ts";
import { statementEnd, statementStart } from "../code/statements.ts";
import { insertion } from "../code/text-edits.ts";
import { holds, statementsAround } from "../code/visit-facts.ts";

export interface GuardBehind {
  readonly entryPoint: EntryPoint;
  readonly guard: Guard;
  readonly model: ServiceModel;
}

/** Undefined where the registration of the guard stands in another file. */
export function guardAhead({ entryPoint, guard, model }: GuardBehind): Fix | undefined {
  const route = registrationOf(model, entryPoint);
  if (!route) return undefined;
  const { facts } = route.source;
  const own = statementsAround(facts.functions[0]?.body ?? [], route.call.at[0]).at(-1);
  for (const statement of own?.list.slice(own.index + 1) ?? []) {
    const argument = registers(route, statement, guard);
    if (argument === undefined) continue;
    const routeStatement = own!.list[own!.index]!;
    const edits =
      argument === "inline"
        ? moved(route, statement, routeStatement)
        : [insertArgument(route.source, route.call, route.handler, argument)];
    const title = argument === "inline" ? "Move the guard above the route" : `Check with ${argument} in the route`;
    return { title, kind: "suggestion", edits: () => edits };
  }
  return undefined;
}

/** What `app.use(…)` registers, as text, where it is this guard. */
function registers(route: Registration, statement: Statement, guard: Guard): string | undefined {
  if (statement.kind !== "expression" || statement.value.kind !== "call") return undefined;
  const use = callsOfChain(statement.value).find((call) => methodOf(call) === "use");
  if (!use) return undefined;
  const { text, file } = route.source;
  const bare = guard.name.split("(")[0]!;
  for (const argument of use.arguments) {
    const written = text.slice(...argument.at);
    if (argument.kind === "function") {
      const at = route.source.facts.functions[argument.function]?.at;
      if (guard.place.file === file && at && holds(at, guard.place.at)) return "inline";
    } else if (written === guard.name || written.split("(")[0] === bare)
      return written.length < 120 ? written : undefined;
  }
  return undefined;
}

/** Whole lines, with the blank line behind them. */
function moved({ source }: Registration, statement: Statement, before: Statement): readonly Edit[] {
  const { text, file } = source;
  const start = lineStart(text, statementStart(text, statement));
  let end = lineEnd(text, statementEnd(text, statement));
  if (text[end] === "\r") end++;
  if (text[end] === "\n") end++;
  const lines = text.slice(start, end);
  const at = lineStart(text, statementStart(text, before));
  return [
    insertion(file, at, lines.endsWith("\n") ? lines : `${lines}\n`),
    { kind: "replace", file, at: [start, end], text: "" },
  ];
}
