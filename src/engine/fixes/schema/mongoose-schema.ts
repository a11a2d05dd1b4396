/** The schema of a Mongoose model, by the name that `model("Order", orderSchema)` gives it. https://mongoosejs.com/docs/guide.html */
import type { Statement } from "../../facts/file-facts.ts";
import type { Table } from "../../model/service-model.ts";
import type { SourceText } from "../code/source-text.ts";

export interface MongooseSchema {
  /** Name of the constant. */
  readonly name: string;
  /** Where it is declared. */
  readonly declared: Statement;
  /** Where it becomes a model. */
  readonly model: Statement;
}

/** Undefined where the schema is written inside the call, or in another file. */
export function mongooseSchema(source: SourceText, table: Table): MongooseSchema | undefined {
  const { facts, text } = source;
  const body = facts.functions[0]?.body ?? [];
  for (const model of body) {
    const found = /\bmodel(?:<[^(]*>)?\(\s*["'`]([\w-]+)["'`]\s*,\s*(\w+)/.exec(text.slice(...model.at));
    const name = found?.[2];
    if (!found || name === undefined || found[1]!.toLowerCase() !== table.name.toLowerCase()) continue;
    const index = facts.bindings.findIndex((one) => one.owner === 0 && one.name === name);
    const declared = body.find(
      (one) => one.kind === "declare" && one.pattern.kind === "binding" && one.pattern.binding === index,
    );
    if (declared && declared.at[0] < model.at[0]) return { name, declared, model };
  }
  return undefined;
}
