/**
 * How an outside system is described: which packages give clients, and what their calls do.
 *
 * Values of packages are named by a path from the package's exports:
 * `Pool` a named export · `default` the default export, the namespace or `require(…)` itself · `new Pool()` an instance ·
 * `createClient()` the result of a call · `new default().charges` a member. A parameter or field whose declared *type* is
 * an export of the package counts as an instance: `pool: Pool` is `new Pool()`; its type arguments stand where the
 * arguments of the constructor would (`orders: Repository<Order>` has the class `Order` as `$Repository().0`).
 *
 * - Constructing what a call gave is the segment `new()`: with `const Order = model("Order")`, `new Order()` is
 *   `model().new()`.
 * - A class of the workspace that extends an export counts as that export, for members it does not have itself:
 *   `class Orders extends Model`, `Orders.create()` is `Model.create`, with the class as `CallView.client`;
 *   `new Orders().save()` is `new Model().save`.
 * - What a call gives keeps its path, awaited or not: the document from `Order.findById(id)` is `findById()`, so
 *   `findById().save` is a call on it. An element of a list counts as the list.
 * - A tagged template is a call with one argument, the template as a text term.
 */
import type { Access, Operation, SystemKind } from "../model/effect.ts";
import type { GuardKind } from "../model/guard.ts";
import type { Table } from "../model/service-model.ts";
import type { SystemTraits } from "../model/system-traits.ts";
import type { Term, TermField } from "../model/term.ts";
import type { SqlProcedure } from "../sql/read-procedure.ts";

export interface SystemDefinition {
  /** As shown: `"PostgreSQL"`. */
  readonly title: string;
  readonly category: SystemKind;
  /**
   * Packages, their subpaths included (`drizzle-orm` is also `drizzle-orm/pg-core`); the longest match wins.
   * `node:fs` and `fs` are written as `node:fs`. `global:fetch` is the global function `fetch`, with the client `""`.
   */
  readonly packages: readonly string[];
  /**
   * Export names that mean this package also where they come from a module that is not there, because it is generated:
   * `import { PrismaClient } from "../generated/prisma"`.
   */
  readonly generated?: readonly string[];
  /** Modules that only generated files import: where they stand in the workspace, they are the package all the same. */
  readonly generatedBy?: RegExp;
  /** Exports of this name are enums made from the schema: each member is the text of its own name (`Status.PAID` is `"PAID"`). */
  readonly enums?: RegExp;
  /** How a module that is not there, because it is generated, is imported, where it has such enums. */
  readonly generatedIn?: RegExp;
  /** Exports of such a module that mean this package, also where the generated file is there: it only hands them on. */
  readonly generatedExports?: RegExp;
  /** Id of the system reached, where it is not the adapter's own: `pg` reaches `postgres`. See `system-names.ts`. */
  readonly system?: string | ((call: CallView) => string | undefined);
  /** Paths of values that calls are made on; `""` for the package's own functions. */
  readonly clients: readonly string[];
  /**
   * Calls by their path after the client. `*` matches one segment, `**` any number, `a|b` either, `get*|set*` what begins
   * so; the first match wins.
   * The first `*` is the capture that `"$*"` means.
   */
  readonly calls: Readonly<Record<string, CallDefinition | CallReader>>;
  /**
   * Calls that start a chain (fluent builders), in the notation of `calls`: `insert`, `from`, `*.where`.
   * No call of a chain is an effect of its own. The last one is looked up in `calls`, by the whole path
   * (`insert().values().onConflictDoNothing`), and reported once; a chain kept in a variable and continued later is
   * reported by its last continuation. `then`, `catch` and `finally` do not belong to the chain.
   */
  readonly builders?: readonly string[];
  /** Names of all calls that chains consist of: any other is a call on what a chain has found. */
  readonly links?: RegExp;
  /** A call of a chain changes the chain itself: `query.where(…)` as a statement limits what `query` finds. */
  readonly changesInPlace?: true;
  /** Members of what a chain has found that stand for where it is stored: `(await doc.get()).ref.update(…)`. */
  readonly references?: readonly string[];
  /** Calls on a row that a chain has found, which start a chain of their own. */
  readonly restarts?: readonly string[];
  /**
   * Calls that lead from a row to rows of another class, which a static member of the row's class tells: for
   * `order.$relatedQuery("lines")`, `Order.relationMappings.lines.modelClass`.
   */
  readonly related?: { readonly calls: readonly string[]; readonly by: string; readonly class: string };
  /** What queries of `restarts` have themselves, whatever the classes of the rows call theirs: `row.$query().delete()`. */
  readonly ofQueries?: RegExp;
  /**
   * How a row is found: `["Model", "query()"]`. Told where no other package's rows have what `restarts` names: then a caller
   * with such a method (`req.user.$relatedQuery("orders")`) is a row that was found so.
   */
  readonly finds?: readonly string[];
  /**
   * What establishes or refuses something, by path from the package with the wildcards of `calls`:
   * `"default.authenticate()"` is a call, `"requireAuth"` (without parentheses) the exported value itself, given as
   * middleware as it stands.
   */
  readonly guards?: Readonly<Record<string, GuardDefinition | ((call: CallView) => GuardDefinition | undefined)>>;
  /**
   * Decorators that give a parameter or field such a value: `@InjectQueue("mail") queue: Queue` is `new Queue("mail")`
   * by `{ InjectQueue: "new Queue()" }`. Arguments of the decorator stand for those of the constructor or call.
   */
  readonly decorators?: Readonly<Record<string, string>>;
  /** Paths of the client whose calls give the same client again: `db.with(…)`, `prisma.$extends(…)`. */
  readonly same?: readonly string[];
  /** Calls that run the function they are given, here and once, and give what it gives: a span, a scope around code. */
  readonly runs?: readonly string[];
  /**
   * Paths of values that hold what the same code made before, where it did: `models.Order || model("Order", schema)` is
   * the second.
   */
  readonly madeBefore?: readonly string[];
  /** Export whose members are operators in conditions: with `"Op"`, `{ [Op.in]: list }` is read as `{ $in: list }`. */
  readonly operators?: string;
  /** Functions that the code gives to models and to their rows, by the schema that a model was made with. */
  readonly methods?: MethodsDefinition;
  /** Where a connection has the models by name that classes of the code are registered as. */
  readonly registered?: RegisteredModels;
  /** Calls that give a client with functions of the code's own, and that make one work with another client. */
  readonly lends?: LendsDefinition;
  /**
   * Values that are one they are asked of, by their whole path, with how many steps back that stands:
   * `{ "new DataSource().initialize()": 1, "new DataSource().manager.connection": 2 }`.
   */
  readonly itself?: Readonly<Record<string, number>>;
  readonly traits?: SystemTraits;
  /** What the part of an account is called that its user writes: a role in it is no role. */
  readonly writtenByUser?: readonly string[];
  /** Names of the calls that look up one row and give a promise, or a query that has yet to be waited for. */
  readonly lookUps?: RegExp;
  /**
   * Calls that give a promise, by path from the package, with the most arguments they are given then: one more is a
   * callback, and they give nothing to wait for.
   */
  readonly promises?: Readonly<Record<string, number>>;
  /** Calls that read a token without its key, whoever wrote it, in the notation of `guards`. */
  readonly decodes?: readonly string[];
  /** How the code's own rows come to be stored later, all at once: a unit of work. */
  readonly unitOfWork?: UnitOfWorkDefinition;
  /**
   * Calls that run a callback inside a transaction, with the position of the callback and of the client it is given.
   * An array of effects at the callback's position (`$transaction([…])`) is one transaction too.
   */
  readonly transactions?: Readonly<Record<string, TransactionDefinition>>;
}

/** What a call does, told from its arguments. Several for SQL with several statements or tables; empty for nothing. */
export type CallReader = (call: CallView) => CallDefinition | readonly CallDefinition[] | undefined;

export interface MethodsDefinition {
  /** The call that makes a model: `"model()"`, with the position of its schema. */
  readonly model: string;
  readonly schema: number;
  /** Members of the schema, or of its options, that hold the functions of rows and of the model itself. */
  readonly rows: string;
  readonly models: string;
  /** Methods and further members of the schema that give functions by name, and the one that takes a class. */
  readonly calls?: { readonly rows: readonly string[]; readonly models: readonly string[]; readonly class: string };
}

export interface RegisteredModels {
  /** Paths of the values that have them. */
  readonly in: readonly string[];
  /** The export that their classes extend. */
  readonly extends: string;
  /** The call that registers a class, the position of its options, and which of them names it where the class's name does not. */
  readonly by: string;
  readonly options: number;
  readonly name: string;
}

/** Last segments of calls, both with the position 0 for what they are given. */
export interface LendsDefinition {
  /** Adds the functions of an object: `"extend()"`. */
  readonly adds: string;
  /** Gives back the client it is given, for instance within a transaction: `"withRepository()"`. */
  readonly takes: string;
  /** The call that gives an instance of the class that it is given: `getCustomRepository(Orders)`. */
  readonly makes?: string;
}

/** Last segments of calls. */
export interface UnitOfWorkDefinition {
  /** Makes a row that a later call stores: `"create()"`. */
  readonly makes: string;
  /** Stands for the row it is given: `"wrap()"` in `wrap(order).assign(changes)`. */
  readonly wraps: string;
}

export interface TransactionDefinition {
  readonly callback: number;
  /** Position, among the callback's parameters, of the client that works inside the transaction. */
  readonly client?: number;
  /** Path, from the package, of what the callback is given where it is not the client itself: `"new EntityManager()"`. */
  readonly as?: string;
}

/**
 * Argument references: `"$0"`, `"$1.idempotencyKey"`, `"$0.data"`, `"$*"` (the capture) · `"$from().0"` an argument of
 * the nearest call or constructor of that name on the way to this call, itself included (`"$Queue().0"` for
 * `new Queue("mail").add(…)`) · `"$2.jobId|$2.deduplication.id"` the first that is there.
 */
export type ArgumentReference = string;

export interface CallDefinition {
  readonly access: Access;
  /** Default by access: read → `read`, write → `set`, publish → `publish`, call → `call`. */
  readonly operation?: Operation;
  /**
   * Table, queue, bucket … as an argument reference or `=text`. A class or model stands for its table
   * (see `CallView.name`). Compared with the schema in lower case.
   */
  readonly target?: ArgumentReference;
  /** As references, or as terms that a reader built with `CallView.terms`. */
  readonly data?: ArgumentReference | Term;
  readonly where?: ArgumentReference | Term;
  /** Where an idempotency key goes. Present here and missing at the call: `"absent"`. */
  readonly key?: ArgumentReference | Term;
  /** Where the most attempts of a job stand. */
  readonly attempts?: ArgumentReference | Term;
  /** Columns of a conflict clause; empty where any unique key of the table counts (`DO NOTHING`, `INSERT IGNORE`). */
  readonly conflict?: readonly string[];
  /** The call throws where it was done before: a condition on what it writes, such as `attribute_not_exists(id)`. */
  readonly refuses?: true;
  /** What it gives back is there whether the row was there before or not: `ON CONFLICT … DO UPDATE … RETURNING`. */
  readonly givesAnyway?: true;
  /** It works on what the same call took away or was the first to add: on nothing, the second time. */
  readonly follows?: true;
  /** A part of another write of the same call: done with that one or not at all, on rows that belong to its rows. */
  readonly within?: true;
  /** What it finds is this part of the answer, by the names on the way: `["team", "users"]`. */
  readonly part?: readonly string[];
  /** Nothing limits the write: every row of the table is meant. */
  readonly unlimited?: true;
  /** The database decides by the caller's own rights which rows it touches: row level security. */
  readonly asCaller?: true;
  /** The call opens or ends a transaction on its client: what lies between stands in one scope. */
  readonly transaction?: "begin" | "end";
  /** A read that locks what it found until the transaction ends: `SELECT … FOR UPDATE`. */
  readonly lock?: true;
  /** Name of another system than the adapter's own: a host, a database kind. */
  readonly system?: string;
  readonly category?: SystemKind;
}

export interface GuardDefinition {
  readonly kind: GuardKind;
  /**
   * `throws`: the call itself stops the path · `returns`: its result must be tested by the caller ·
   * `middleware`: it gives (or is) a middleware or guard class that answers for itself · `wraps`: it is given the
   * handler and gives a guarded one.
   */
  readonly how: "throws" | "returns" | "middleware" | "wraps";
  /** Position of the wrapped handler; 0 where absent. */
  readonly handler?: number;
  /** It is given the key that what it looks at was signed with: that may be the key of administrators. */
  readonly keyed?: true;
}

/** A call as adapters see it: terms, no syntax. */
export interface CallView {
  /** `["user", "create"]` after the client. */
  readonly path: readonly string[];
  readonly client: Term;
  /** What the package calls it: `new Repository()`, `prisma`. */
  readonly clientName: string;
  /** What the call is made on: the end of the chain so far, of which `base` leads back to the client. */
  readonly receiver: Term | undefined;
  readonly arguments: readonly Term[];
  /** Literal text of an argument; template parts that are not literal are `?`. */
  text(index: number): string | undefined;
  /** `"$0.data"` and friends; undefined where it is not there, an unknown term where it cannot be told. */
  at(reference: ArgumentReference): Term | undefined;
  /** `earlier("from", 0)` is `at("$from().0")`: an argument of the nearest call of that name, this one included. */
  earlier(name: string, index: number): Term | undefined;
  /**
   * What a class of the workspace hands to the package's class that it extends: of `super(Order, source)`, the entity by
   * `handedUp(0)`. Undefined where the call is made on anything else.
   */
  handedUp(index: number): Term | undefined;
  /** A member of such an instance: `override baseURL = "https://…"`. */
  own(name: string): Term | undefined;
  /**
   * Table or model a term stands for: a literal's text, a class's table (`@Entity("orders")`, else its name), what the
   * call that made it names (`pgTable("orders", …)`, `model("Order")`).
   */
  name(term: Term | undefined): string | undefined;
  /** The class that `related` tells of, for rows of a class or the class itself. */
  related(row: Term | undefined, relation: string): Term | undefined;
  /** What a function of the workspace gives back for these arguments: `where: (table, { eq }) => eq(table.id, id)`. */
  returned(value: Term, args: readonly Term[]): Term | undefined;
  /** Rows of the system's packages that the function has made or changed, and that no call has stored. */
  pending(): readonly Term[];
  /** A value of a package, as if it were imported there: `external("drizzle-orm")`. */
  external(packageName: string): Term;
  readonly terms: TermMaker;
  /** Id of the database that a Prisma schema of the workspace names, such as `postgres`. */
  readonly database: string | undefined;
  /** A table of the schema, by any of its names. */
  table(name: string): Table | undefined;
  /** A function that the database holds, as migrations make it; undefined where none of that name is known. */
  procedure(name: string): SqlProcedure | undefined;
}

/** Makes terms that are not in the code as such: the row that SQL text inserts, the condition of a chain. */
export interface TermMaker {
  readonly undefined: Term;
  literal(value: string | number | boolean | null): Term;
  object(fields: readonly TermField[]): Term;
  array(items: readonly Term[]): Term;
  operation(operator: string, parts: readonly Term[]): Term;
  unstable(how: "time" | "random"): Term;
  unknown(parts: readonly Term[]): Term;
}

/** A system with its id (file name), as the generated index lists it. */
export interface System extends SystemDefinition {
  readonly id: string;
}

export function defineSystem(definition: SystemDefinition): SystemDefinition {
  return definition;
}
