/**
 * How an outside system is described: which packages give clients, and what their calls do.
 *
 * Values of packages are named by a path from the package's exports:
 * `Pool` a named export · `default` the default export, the namespace or `require(…)` itself · `new Pool()` an instance ·
 * `createClient()` the result of a call · `new default().charges` a member. A parameter or field whose declared *type* is
 * an export of the package counts as an instance: `pool: Pool` is `new Pool()`.
 */
import type { Access, Operation, SystemKind } from "../model/effect.ts";
import type { GuardKind } from "../model/guard.ts";
import type { Term } from "../model/term.ts";

export interface SystemDefinition {
  /** As shown: `"PostgreSQL"`. */
  readonly title: string;
  readonly category: SystemKind;
  readonly packages: readonly string[];
  /** Paths of values that calls are made on; `""` for the package's own functions. */
  readonly clients: readonly string[];
  /**
   * Calls by their path after the client. `*` matches one segment, `**` any number, `a|b` either; the first match wins.
   * The first `*` is the capture that `"$*"` means.
   */
  readonly calls: Readonly<Record<string, CallDefinition | ((call: CallView) => CallDefinition | undefined)>>;
  /** Calls (path from the package) that establish or refuse something: `{ "authenticate()": "authentication" }`. */
  readonly guards?: Readonly<Record<string, GuardDefinition>>;
  /** Paths of the client whose calls give the same client again: `db.with(…)`, `prisma.$extends(…)`. */
  readonly same?: readonly string[];
  /** Calls that run a callback inside a transaction, with the position of the callback and of the client it is given. */
  readonly transactions?: Readonly<Record<string, { readonly callback: number; readonly client?: number }>>;
}

/** Argument references: `"$0"`, `"$1.idempotencyKey"`, `"$0.data"`, `"$*"` (the capture). */
export type ArgumentReference = string;

export interface CallDefinition {
  readonly access: Access;
  /** Default by access: read → `read`, write → `set`, publish → `publish`, call → `call`. */
  readonly operation?: Operation;
  /** Table, queue, bucket … as an argument reference or `=text`. */
  readonly target?: ArgumentReference;
  readonly data?: ArgumentReference;
  readonly where?: ArgumentReference;
  /** Where an idempotency key goes. Present here and missing at the call: `"absent"`. */
  readonly key?: ArgumentReference;
  /** Columns of a conflict clause. */
  readonly conflict?: readonly string[];
  /** Name of another system than the adapter's own: a host, a database kind. */
  readonly system?: string;
  readonly category?: SystemKind;
}

export interface GuardDefinition {
  readonly kind: GuardKind;
  /**
   * `throws`: the call itself stops the path · `returns`: its result must be tested by the caller ·
   * `middleware`: it gives a middleware that answers for itself.
   */
  readonly how: "throws" | "returns" | "middleware";
}

/** A call as adapters see it: terms, no syntax. */
export interface CallView {
  /** `["user", "create"]` after the client. */
  readonly path: readonly string[];
  readonly client: Term;
  readonly arguments: readonly Term[];
  /** Literal text of an argument; template parts that are not literal are `?`. */
  text(index: number): string | undefined;
  /** `"$0.data"` and friends; undefined where it is not there, an unknown term where it cannot be told. */
  at(reference: ArgumentReference): Term | undefined;
}

/** A system with its id (file name), as the generated index lists it. */
export interface System extends SystemDefinition {
  readonly id: string;
}

export function defineSystem(definition: SystemDefinition): SystemDefinition {
  return definition;
}
