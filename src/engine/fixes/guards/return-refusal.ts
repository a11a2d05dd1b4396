/** Leaves the function where it refuses: `res.sendStatus(401)` → `return res.sendStatus(401)`. */
import type { Statement } from "../../facts/file-facts.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { styleOf } from "../code/file-style.ts";
import { indentAt, type SourceText, sourceText, startsLine } from "../code/source-text.ts";
import { statementEnd } from "../code/statements.ts";
import { insertion } from "../code/text-edits.ts";
import { functionAround, holds, statementsAround } from "../code/visit-facts.ts";

export interface Refusal {
  /** The answer: `res.sendStatus(401)`. */
  readonly at: Place;
  /** The test it stands behind. */
  readonly branch: Place;
  readonly model: ServiceModel;
}

/** Undefined where the answer is given by another function than the one that asks. */
export function returnRefusal({ at, branch, model }: Refusal): Fix | undefined {
  const source = sourceText(model, at.file);
  if (!source || branch.file !== at.file) return undefined;
  const owner = functionAround(source.facts, at.at[0]);
  if (owner === 0 || functionAround(source.facts, branch.at[0]) !== owner) return undefined;
  const chain = statementsAround(source.facts.functions[owner]?.body ?? [], at.at[0]);
  const last = chain.at(-1);
  const statement = last?.list[last.index];
  if (!last || statement?.kind !== "expression" || !chain.some(({ list, index }) => isBranch(list[index], branch)))
    return undefined;
  const next = last.list[last.index + 1];
  if (next?.kind === "return") return undefined;
  const edits = [leaving(source, statement, returnsNothing(source, owner))];
  return { title: "Return after the refusal", kind: "safe", edits: () => edits };
}

function isBranch(statement: Statement | undefined, branch: Place): boolean {
  return statement?.kind === "if" && holds(statement.at, branch.at);
}

/** A function that says that it gives nothing back may not give back what the answer is. */
function returnsNothing({ facts }: SourceText, owner: number): boolean {
  const type = facts.functions[owner]?.returnType;
  return type?.name === "void" || (type?.name === "Promise" && type.arguments[0]?.name === "void");
}

function leaving(source: SourceText, statement: Statement, apart: boolean): Edit {
  const { text, file } = source;
  const [start] = statement.at;
  if (!apart) return insertion(file, start, "return ");
  const { newline, end } = styleOf(source);
  const after = statementEnd(text, statement);
  if (startsLine(text, start)) return insertion(file, after, `${newline}${indentAt(text, start)}return${end}`);
  return { kind: "replace", file, at: [start, after], text: `{ ${text.slice(start, after)} return${end} }` };
}
