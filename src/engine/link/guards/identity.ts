/** Asks of terms: is this who is calling, a credential of theirs, something they sent, or a stored row? */
import type { EffectEvent, Path } from "../../model/path.ts";
import type { InputSource, Term } from "../../model/term.ts";
import type { IsAuth } from "../adapters/adapters.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds, inputMarks } from "../terms/marks.ts";
import { isSent } from "../terms/sent.ts";
import { partsOf, someTerm, termsWithin } from "../terms/terms.ts";

const IDENTITY: ReadonlySet<InputSource> = new Set(["identity", "session"]);
export interface IdentityView {
  /** Made from who is calling: the session, a verified token, a row found by a credential. */
  isIdentity(term: Term): boolean;
  /** Made from a header, cookie or session, verified or not. */
  isCredential(term: Term): boolean;
  /** Made from what the client sends freely. */
  isClientData(term: Term): boolean;
  /** Made from a row or value that a system gave back. */
  isStored(term: Term): boolean;
  /** The effects of the path, in order. */
  readonly effects: readonly EffectEvent[];
  /** Rows that were looked up for the caller, by an id of the request or without: the tenant that the caller belongs to. */
  rowsOfCaller(): readonly EffectEvent[];
}

/** `isAuth`: the package is one that tells who is calling. */
export function viewIdentity(path: Path, isAuth: IsAuth): IdentityView {
  const proven = new Set<Term>();
  const stored = new Set<Term>();
  // What a system gave back is not what it was asked with; a signed message says nothing of who is calling, nor does how
  // often they have called.
  const answers = new Set<Term>();
  const effects: EffectEvent[] = [];
  for (const event of path.events) {
    if (event.kind === "guard" && event.guard === "authentication") proven.add(event.result);
    if (event.kind === "guard" && (event.guard === "signature" || event.guard === "rateLimit"))
      answers.add(event.result);
    if (event.kind === "check" && event.stop.status === 401)
      for (const part of termsWithin(event.test)) if (isLeftInContext(part)) proven.add(part);
    if (event.kind !== "effect") continue;
    effects.push(event);
    answers.add(event.result);
    if (event.access !== "read") continue;
    stored.add(event.result);
    if (event.category === "auth" && !isOfAnybody(event)) proven.add(event.result);
    const where = event.where ?? keyOf(event);
    if (where === undefined) continue;
    if (holds(where, HOLDS_CLIENT_DATA)) continue;
    if (holds(where, HOLDS_CREDENTIAL) || containsAny(where, proven) || someTerm(where, (part) => tells(part, isAuth)))
      proven.add(event.result);
  }
  for (const term of proven) answers.delete(term);

  const known = new Map<Term, number>();
  /** What the term or anything it was made from is. */
  const marksOf = (term: Term): number => {
    let marks = known.get(term);
    if (marks !== undefined) return marks;
    marks = 0;
    if (term.kind === "input") {
      if (IDENTITY.has(term.source)) marks |= OF_IDENTITY;
      const source = inputMarks(term);
      if ((source & HOLDS_CREDENTIAL) !== 0) marks |= OF_CREDENTIAL;
      if ((source & HOLDS_CLIENT_DATA) !== 0) marks |= OF_CLIENT;
    } else if (tells(term, isAuth)) marks |= OF_IDENTITY;
    if (proven.has(term)) marks |= OF_IDENTITY | OF_CREDENTIAL;
    if (stored.has(term)) marks |= OF_STORED;
    for (const part of partsOf(term)) marks |= marksOf(part);
    if (answers.has(term)) marks &= OF_STORED;
    known.set(term, marks);
    return marks;
  };
  const isIdentity = (term: Term): boolean => (marksOf(term) & OF_IDENTITY) !== 0;
  let rows: readonly EffectEvent[] | undefined;
  return {
    isIdentity,
    isCredential: (term) => (marksOf(term) & OF_CREDENTIAL) !== 0,
    isClientData: (term) => (marksOf(term) & OF_CLIENT) !== 0,
    isStored: (term) => (marksOf(term) & OF_STORED) !== 0,
    effects,
    rowsOfCaller: () => {
      rows ??= effects.filter(
        ({ access, where }) =>
          access === "read" && where !== undefined && isIdentity(where) && !findsWhomRequestNames(where),
      );
      return rows;
    },
  };
}

/** `clerkClient.users.getUser(body.userId)`: the account of whomever the request names is found, and nobody proved to be them. */
function isOfAnybody({ call }: EffectEvent): boolean {
  return (
    call.arguments.some((given) => holds(given, HOLDS_CLIENT_DATA)) &&
    !call.arguments.some((given) => holds(given, HOLDS_CREDENTIAL))
  );
}

/** `{ id: body.userId ?? user.id }` and nothing else: whom the request names comes first. */
function findsWhomRequestNames(where: Term): boolean {
  if (where.kind !== "object" || where.fields.length !== 1) return false;
  const [only] = where.fields;
  return only !== undefined && isNamedFirst(only.value);
}

/** `body.userId ?? user.id`, `body.userId || user.id` */
export function isNamedFirst(value: Term): boolean {
  // `new ObjectId(body.userId ?? user.id)`
  const [given, ...others] = value.kind === "external" ? (value.arguments ?? []) : [];
  if (given && others.length === 0) return isNamedFirst(given);
  if (value.kind !== "operation" || (value.operator !== "||" && value.operator !== "??")) return false;
  const [first] = value.parts;
  return first !== undefined && isSent(first) && first.path.length > 0;
}

/** What is kept under a key alone is found by it: `redis.get(token)`. */
function keyOf({ category, call }: EffectEvent): Term | undefined {
  return category === "cache" ? call.arguments[0] : undefined;
}

/** What the login left in the context of a request (`context.tenantId`), where that could not be followed. */
export function isLeftInContext(term: Term): term is Term & { readonly kind: "input" } {
  return (
    term.kind === "input" &&
    term.source === "context" &&
    /^\w+$/.test(term.path[0] ?? "") &&
    !PLAIN.test(term.path[0] ?? "")
  );
}

/**
 * A part of something of which nothing is known: `session.user` of a session that a function of unknown origin gave. Where
 * middleware asks for it, that is who is calling; in a handler it may be anything.
 */
export function isUnreadPart(term: Term): boolean {
  return term.kind === "member" && term.of.kind === "unknown" && term.of.parts.length === 0;
}

/** Parts of a context that say nothing of who is calling. */
const PLAIN =
  /^(?:req|res|request|response|event|headers?|params|query|body|input|args|cookies|prisma|db|database|drizzle|knex|redis|env|config|log|logger|next|app|loaders?|datasources?|services?|method|url|path|ip|locale|trace\w*)$/i;

/** A call of a package that tells who is calling: `getServerSession()`. */
function tells(term: Term, isAuth: IsAuth): boolean {
  return term.kind === "external" && term.arguments !== undefined && isAuth(term.package, term.path);
}

const OF_IDENTITY = 1;
const OF_CREDENTIAL = 2;
const OF_CLIENT = 4;
const OF_STORED = 8;

/** True where the term is one of these, or was made from one. Parts are made first, so whatever is older holds none. */
function containsAny(term: Term, wanted: ReadonlySet<Term>): boolean {
  if (wanted.size === 0) return false;
  let oldest = Number.POSITIVE_INFINITY;
  for (const one of wanted) oldest = Math.min(oldest, one.id);
  const seen = new Set<Term>();
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (wanted.has(next)) return true;
    if (seen.has(next) || next.id < oldest) continue;
    seen.add(next);
    for (const part of partsOf(next)) stack.push(part);
  }
  return false;
}
