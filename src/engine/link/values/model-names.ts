/** What a model that a package makes is called: lists of models are kept by it, as in `database[model.name] = model`. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";

/**
 * How models are made, and what holds the name that they were made with.
 * https://sequelize.org/docs/v6/core-concepts/model-basics/ · https://mongoosejs.com/docs/api/model.html#Model.modelName
 */
const MADE: Readonly<Record<string, { readonly call: string; readonly name: string }>> = {
  sequelize: { call: "define()", name: "name" },
  mongoose: { call: "model()", name: "modelName" },
};

export function modelName(linker: Linker, of: Term & { readonly kind: "external" }, name: string): Term | undefined {
  const made = MADE[of.package];
  if (made?.name !== name || of.path.at(-1) !== made.call) return undefined;
  const [given] = of.arguments ?? [];
  return given?.kind === "literal" ? linker.terms.literal(given.value) : undefined;
}
