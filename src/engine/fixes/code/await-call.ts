/** Waits for a call that gives a promise; the function around it becomes async where it is not. */
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { functionAround, sameSpan, statementsAround } from "./visit-facts.ts";

export interface CallToAwait {
  readonly at: Place;
  /** As written: `isAdmin`. */
  readonly text: string;
  readonly model: ServiceModel;
}

/** Undefined where the function around the call cannot be made async without asking who uses what it gives. */
export function awaitCall({ at, text, model }: CallToAwait): Fix | undefined {
  const facts = model.facts(at.file);
  const source = model.text(at.file);
  if (!facts || source === undefined) return undefined;
  const index = functionAround(facts, at.at[0]);
  const around = facts.functions[index];
  if (index === 0 || !around || around.generator) return undefined;
  // A statement of its own needs no brackets, which a line above without a semicolon would take for a call.
  const last = statementsAround(around.body, at.at[0]).at(-1);
  const statement = last?.list[last.index];
  const isAlone = statement?.kind === "expression" && sameSpan(statement.value.at, at.at);
  const edits: Edit[] = [
    { kind: "replace", file: at.file, at: [at.at[0], at.at[0]], text: isAlone ? "await " : "(await " },
    ...(isAlone ? [] : [{ kind: "replace", file: at.file, at: [at.at[1], at.at[1]], text: ")" } as const]),
  ];
  if (!around.async) {
    // Middleware and handlers give nothing back that anybody reads.
    if (around.parameters.length < 2 || (around.kind !== "arrow" && around.kind !== "function")) return undefined;
    const written = source.slice(...around.at);
    const start = around.kind === "arrow" ? 0 : written.indexOf("function");
    if (start < 0) return undefined;
    const offset = around.at[0] + start;
    edits.unshift({ kind: "replace", file: at.file, at: [offset, offset], text: "async " });
  }
  return { title: `Await ${text}`, kind: "suggestion", edits: () => edits };
}
