// https://sequelize.org/docs/v6/core-concepts/assocs/
/** Columns that Sequelize's associations make: `Order.belongsTo(models.User, { foreignKey: "buyerId", as: "buyer" })`. */
import type { CallExpression, Expression, FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import { callStatements, declaredIn, fieldOf, nameOf, textOf } from "./model-facts.ts";
import { tablesOf } from "./table-draft.ts";

export function associatedTables(file: string, facts: FileFacts): readonly Table[] {
  const defined = namesDefined(facts);
  return callStatements(facts).flatMap((call) => {
    const { callee } = call;
    if (callee.kind !== "member" || !/^(?:belongsTo|hasMany|hasOne)$/.test(callee.name)) return [];
    const own = callee.object.kind === "this" ? classAround(call, facts) : nameOf(callee.object);
    const other = nameOf(call.arguments[0]);
    if (own === undefined || other === undefined) return [];
    const [child, parent] = callee.name === "belongsTo" ? [own, other] : [other, own];
    const name =
      foreignKey(call) ?? (callee.name === "belongsTo" ? `${alias(call) ?? lowerFirst(parent)}Id` : undefined);
    if (name === undefined) return [];
    const references = defined.get(parent) ?? parent;
    return tablesOf({
      names: [child, defined.get(child)],
      columns: [{ name, type: "", optional: true, references }],
      unique: [],
      file,
      at: call.at,
    });
  });
}

/** `const Order = sequelize.define("orders", …)`: the variable and the model's name. */
function namesDefined(facts: FileFacts): ReadonlyMap<string, string> {
  return new Map(
    declaredIn(facts).flatMap(({ name, value }): [string, string][] => {
      const isDefined = value.kind === "call" && value.callee.kind === "member" && value.callee.name === "define";
      const model = isDefined ? textOf(value.arguments[0]) : undefined;
      return model === undefined ? [] : [[name, model]];
    }),
  );
}

function classAround({ at }: CallExpression, facts: FileFacts): string | undefined {
  return facts.classes.find((one) => one.at[0] <= at[0] && at[1] <= one.at[1])?.name;
}

function foreignKey(call: CallExpression): string | undefined {
  const given: Expression | undefined = fieldOf(call.arguments[1], "foreignKey");
  return textOf(given) ?? textOf(fieldOf(given, "name"));
}

function alias(call: CallExpression): string | undefined {
  return textOf(fieldOf(call.arguments[1], "as"));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
