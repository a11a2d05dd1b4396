/** Tables that a query reads beside its own: joins, more than one in FROM. */
import type { Term } from "../../model/term.ts";
import type { CallDefinition, CallView } from "../define-system.ts";
import type { ChainCall } from "./chain.ts";
import { literalText } from "./terms.ts";

/** Reads of the joined tables; which of their rows, the condition of the whole query says. */
export function joinedReads(
  call: CallView,
  names: readonly (string | undefined)[],
  condition: Term | undefined,
): readonly CallDefinition[] {
  const where = call.terms.unknown(condition ? [condition] : []);
  return [...new Set(names)].flatMap((name): readonly CallDefinition[] =>
    name === undefined ? [] : [{ access: "read", target: `=${name}`, where, within: true }],
  );
}

/** `join("users", …)`, `leftJoin("users as u", …)`, `innerJoinLateral(…)`: the calls that join a table, and none of its conditions. */
export function joinsOf(steps: readonly ChainCall[]): readonly ChainCall[] {
  return steps.filter(({ name }) =>
    /^(?:join|(?:inner|left|right|full|cross|outer)(?:Outer)?Join(?:Lateral)?)$/.test(name),
  );
}

/** Names of the queries that the statement itself defines: `with("recent", …)`, `with("recent(id, total)", …)`. */
export function definedQueries(steps: readonly ChainCall[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ name, arguments: [first] }) => {
      const text = /^with(?:Recursive|(?:Not)?Materialized)?$/.test(name) ? literalText(first) : undefined;
      return text === undefined ? [] : [text.split("(")[0]?.trim() ?? text];
    }),
  );
}
