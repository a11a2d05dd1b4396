/** Guards: checks that can stop an entry point before its effects. */
import type { Place, Term } from "./term.ts";

export type GuardKind =
  | "authentication"
  | "role"
  | "ownership"
  | "signature"
  | "dedupe"
  | "validation"
  | "rateLimit"
  | "transaction";

export interface Guard {
  readonly kind: GuardKind;
  /** As the user calls it: `requireUser`, `prisma.event.create`. */
  readonly name: string;
  readonly place: Place;
  /** Position in the path: it protects what comes later. */
  readonly order: number;
  /** Scopes it stands in (ids): it protects only what stands in them too. */
  readonly scopes: readonly number[];
  /** Roles, columns, keys it compares, where they can be read. */
  readonly detail: readonly string[];
  /** The term it proves something about: the id checked, the identity established. */
  readonly proves: readonly Term[];
  /** Middleware that asks who is calling knows its own writes again (the session that it ends), and nothing of the handler's. */
  readonly ofCaller?: true;
  /** It refuses some of those who are signed in, and lets everybody pass who is not: `if (user && user.role !== "admin")`. */
  readonly visitorsPass?: true;
  /** A branch that was taken: it guards what stands in it, and what stands beside it runs for everybody. */
  readonly taken?: true;
}
