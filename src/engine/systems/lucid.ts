// https://lucid.adonisjs.com/docs/crud-operations · https://lucid.adonisjs.com/docs/model-query-builder · https://lucid.adonisjs.com/docs/relationships · https://docs.adonisjs.com/guides/authentication/access-tokens-guard
import type { Operation } from "../model/effect.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, conditionsOf, named } from "./reading/chain.ts";
import { calls, keysOf, literalText } from "./reading/terms.ts";

/** Calls that give rows: what is called on them is done to a row. */
const ROWS = /^(?:first|find|findBy|paginate|all|create|firstOr|updateOr|fetchOr|new )/;

const ON_LISTS = /^(?:map|flatMap|filter|find|forEach|reduce|some|every|at|slice|sort|includes|join|toJSON|serialize)$/;
const RELATED: Readonly<Partial<Record<Operation, readonly string[]>>> = {
  read: ["query"],
  // `attach` adds a row to the table between, whatever is there.
  insert: ["create", "createMany", "save", "saveMany", "attach"],
  upsert: ["firstOrCreate", "updateOrCreate"],
  set: ["update", "sync", "associate"],
  delete: ["delete", "detach", "dissociate"],
};

export default defineSystem({
  title: "Lucid",
  system: "database",
  category: "database",
  packages: ["@adonisjs/lucid", "@ioc:Adonis/Lucid/Orm", "@adonisjs/auth"],
  clients: [
    "BaseModel",
    "new BaseModel()",
    "DbAccessTokensProvider.forModel()",
    "DbRememberMeTokensProvider.forModel()",
  ],
  builders: ["query"],
  calls: {
    "create|createMany|createQuietly": (call) => write(call, "insert", call.arguments[0]),
    "find|findOrFail|findBy|findByOrFail|findMany|findManyBy|findForAuth|verifyCredentials|all|first|firstOrFail|verify":
      read,
    firstOrNew: read,
    "firstOrCreate|updateOrCreate": (call) => ({
      ...write(call, "upsert", call.arguments[1] ?? call.arguments[0]),
      where: "$0",
      conflict: keysOf(call.arguments[0]) ?? [],
    }),
    "fetchOrCreateMany|updateOrCreateMany": (call) => {
      const column = literalText(call.arguments[0]);
      return { ...write(call, "upsert", call.arguments[1]), conflict: column === undefined ? [] : [column] };
    },
    "truncate|delete|deleteQuietly|invalidate": (call) => write(call, "delete"),
    "save|saveQuietly": (call) => write(call, "insert"),
    "merge|fill": () => undefined,
    query: chain,
    "query().**": chain,
    "related().**": related,
    "*.related().**": related,
    // A row: (await Order.find(id)).merge(…).save()
    "**.save|saveQuietly": (call) => write(call, "set", call.earlier("merge", 0) ?? call.earlier("fill", 0)),
    "**.delete|deleteQuietly": (call) => write(call, "delete"),
    "**.refresh|load|loadOnce|loadCount": read,
  },
  guards: { "BaseModel.verifyCredentials()": { kind: "authentication", how: "throws" } },
});

function read(call: CallView): CallDefinition {
  return { access: "read", ...table(call) };
}

function write(call: CallView, operation: Operation, data?: CallDefinition["data"]): CallDefinition {
  return { access: "write", operation, ...table(call), ...(data && { data }) };
}

/** `Order.query().where("id", id).update({ … })`; what is called on a row that it found is done to the row. */
function chain(call: CallView): CallDefinition | readonly CallDefinition[] {
  // `order.lines.find(…)`: a property of a row that was found.
  if (call.path.slice(0, -1).some((segment) => !segment.endsWith("()"))) return [];
  const steps = chainOf(call);
  const row = steps.findIndex(({ name }, index) => index > 0 && ROWS.test(name));
  const after = row < 0 ? [] : steps.slice(row + 1);
  const where = conditionsOf(
    call.terms,
    steps.filter(({ name }) => /^(?:where|andWhere)(?!Raw|Has|Exists|Does)/.test(name)),
  );
  const common = { ...table(call), ...(where && { where }) };
  const found: CallDefinition = { access: "read", ...common, ...(named(steps, "forUpdate")[0] && { lock: true }) };
  if (named(after, "save")[0]) return [found, write(call, "set", named(after, "merge", "fill")[0]?.arguments[0])];
  if (named(after, "delete")[0]) return [found, write(call, "delete")];
  // A row of the list that was found: a query itself is not saved.
  if (row < 0 && /^save(?:Quietly)?$/.test(steps.at(-1)?.name ?? "")) return write(call, "set");
  // What is done with rows and lists of them is no query.
  if (after.length > 0 || steps.some(({ name }) => ON_LISTS.test(name))) return [];
  const update = named(steps, "update")[0];
  if (update) return { ...write(call, "set", update.arguments[0]), ...common };
  if (named(steps, "increment", "decrement")[0]) return { ...write(call, "increment"), ...common };
  if (named(steps, "delete", "del")[0]) return { ...write(call, "delete"), ...common };
  return found;
}

/** `order.related("lines").create({ … })`: rows of the other model, by the name of the relation. */
function related(call: CallView): CallDefinition | undefined {
  const relation = literalText(call.earlier("related", 0));
  const found = Object.entries(RELATED).find(([, names]) => names.includes(call.path.at(-1) ?? ""));
  if (!found) return undefined;
  const operation = found[0] as Operation;
  return {
    access: operation === "read" ? "read" : "write",
    operation,
    ...(relation === undefined ? {} : { target: `=${relation}` }),
    ...(operation === "insert" || operation === "set" ? { data: "$0" } : {}),
    ...(operation === "upsert" ? { conflict: keysOf(call.arguments[0]) ?? [] } : {}),
  };
}

/** Models stand for tables in the plural, with underscores, where they do not name one. */
function table(call: CallView): { readonly target?: string } {
  if (calls(call.path, "forModel") || named(chainOf(call), "forModel")[0] || call.earlier("forModel", 0))
    return { target: `=${literalText(call.at("$forModel().1.table")) ?? "auth_access_tokens"}` };
  const name = call.name(call.client);
  if (!name) return {};
  if (!/^[A-Z]/.test(name)) return { target: `=${name}` };
  const snake = name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
  return { target: `=${/[^aeiou]y$/.test(snake) ? `${snake.slice(0, -1)}ies` : snake.replace(/([^s])$/, "$1s")}` };
}
