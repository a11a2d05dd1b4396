// https://sequelize.org/docs/v6/core-concepts/assocs/ · https://sequelize.org/docs/v6/advanced-association-concepts/advanced-many-to-many/
/**
 * What Sequelize's associations make: columns (`Order.belongsTo(models.User, { foreignKey: "buyerId", as: "buyer" })`), and
 * names by which rows of the one lead to rows of the other.
 */
import type { CallExpression, Expression, FileFacts } from "../facts/file-facts.ts";
import type { Relation, Table } from "../model/service-model.ts";
import { callStatements, declaredIn, decorator, fieldOf, fieldsOf, givenBy, nameOf, textOf } from "./model-facts.ts";
import { tablesOf } from "./table-draft.ts";

export function associatedTables(file: string, facts: FileFacts): readonly Table[] {
  const defined = namesDefined(facts);
  // `const Items = Order.hasMany(Item)`
  const kept = declaredIn(facts).flatMap(({ value }) => (value.kind === "call" ? [value] : []));
  return [...callStatements(facts), ...kept].flatMap((call) => {
    const { callee } = call;
    if (callee.kind !== "member" || !/^(?:belongsTo|belongsToMany|hasMany|hasOne)$/.test(callee.name)) return [];
    const own = callee.object.kind === "this" ? classAround(call, facts) : nameOf(callee.object);
    const other = nameOf(call.arguments[0]);
    if (own === undefined || other === undefined) return [];
    const isMany = callee.name === "belongsToMany";
    const [child, parent] = callee.name === "belongsTo" ? [own, other] : [other, own];
    const name = isMany
      ? undefined
      : (foreignKey(call) ?? (callee.name === "belongsTo" ? `${alias(call) ?? lowerFirst(parent)}Id` : undefined));
    const target = defined.get(other) ?? other;
    const through = isMany ? throughOf(call) : undefined;
    const relation: Relation = {
      name: alias(call) ?? target,
      table: target,
      columns: callee.name === "belongsTo" && name !== undefined ? [name] : [],
      references: callee.name === "belongsTo" && name !== undefined ? ["id"] : [],
      ...(through !== undefined && { through: defined.get(through) ?? through }),
    };
    return [
      ...tablesOf({
        names: [own, defined.get(own)],
        columns: [],
        unique: [],
        relations: [relation],
        file,
        at: call.at,
      }),
      ...(name === undefined
        ? []
        : tablesOf({
            names: [child, defined.get(child)],
            columns: [{ name, type: "", optional: true, references: defined.get(parent) ?? parent }],
            unique: [],
            file,
            at: call.at,
          })),
    ];
  });
}

/** https://github.com/sequelize/sequelize-typescript#model-association: `@HasMany(() => Item) items: Item[]`. */
export function decoratedRelations(one: FileFacts["classes"][number], facts: FileFacts): readonly Relation[] {
  return fieldsOf(one).flatMap(({ name, decorators }): readonly Relation[] => {
    const found = decorator(decorators, "HasMany", "HasOne", "BelongsTo", "BelongsToMany");
    const table = nameOf(givenBy(found?.arguments[0], facts));
    if (!found || table === undefined) return [];
    const through = nameOf(givenBy(found.arguments[1], facts)) ?? textOf(found.arguments[1]);
    const isMany = found.name === "BelongsToMany" && through !== undefined;
    return [{ name, table, columns: [], references: [], ...(isMany && { through }) }];
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

function throughOf(call: CallExpression): string | undefined {
  const given: Expression | undefined = fieldOf(call.arguments[1], "through");
  return textOf(given) ?? nameOf(given) ?? nameOf(fieldOf(given, "model")) ?? textOf(fieldOf(given, "model"));
}

function alias(call: CallExpression): string | undefined {
  const given: Expression | undefined = fieldOf(call.arguments[1], "as");
  return textOf(given) ?? textOf(fieldOf(given, "plural"));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
