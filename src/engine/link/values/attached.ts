/**
 * What middleware leaves on the request for the handlers behind it: `req.account = await verify(token)`,
 * `req.order = await orders.findById(req.params.id)`.
 *
 * Names that a framework gives a meaning (`req.user`) keep it. Of the others, whatever was made from a credential is who
 * is calling, under whatever name; what a package gave, such as a row, is what it was.
 */
import type { InputSource, Term, TermField } from "../../model/term.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { onceForBlock } from "../evaluate/once-for-block.ts";
import type { Block } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { lastName } from "../terms/last-name.ts";
import { HOLDS_CLIENT_DATA, HOLDS_COMPARISON, HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { someTerm } from "../terms/terms.ts";
import { dividedAt } from "./divided-token.ts";
import { isLeftForSure } from "./left-for-sure.ts";
import { classOfRows } from "./row-methods.ts";
import { doesSomething } from "./typed-members.ts";

/** Fields by the input that they were left on. */
export type Attached = ReadonlyMap<InputSource, readonly TermField[]>;

export const NOTHING_ATTACHED: Attached = new Map();

/** The request or the context itself, also with what was left on it before. */
export function attachableOf(target: Term): (Term & { readonly kind: "input" }) | undefined {
  if (target.kind === "object") {
    const [whole] = target.fields;
    return whole && whole.key === undefined ? attachableOf(whole.value) : undefined;
  }
  if (target.kind !== "input" || target.path.length > 0) return undefined;
  return target.source === "request" || target.source === "context" ? target : undefined;
}

/** What later handlers find under the name; undefined where the name has a meaning, or nothing is known of the value. */
export function leftAs(
  linker: Linker,
  on: Term & { readonly kind: "input" },
  name: string,
  value: Term,
): Term | undefined {
  if (isReadCookie(value)) return value;
  if (isDecodedByHand(value)) return believed(linker, value);
  const row = classOfRows(linker, value);
  if (hasMeaning(linker, on, name)) {
    const meant = memberOf(linker, on, name);
    return row && meant.kind === "input" && meant.source === "identity" && meant.path.length === 0
      ? linker.terms.input("identity", [], meant.framework, row)
      : undefined;
  }
  // `req.may = async (right) => rights.of(req.user).includes(right)`
  if (value.kind === "function") return value;
  if (tellsCaller(linker, value)) {
    const path = OF_ID.test(name) || isRight(value) ? [name] : [];
    return linker.terms.input("identity", path, "", path.length === 0 ? row : undefined);
  }
  // A row that was found, or added where there was none.
  return alternatives(value).every(isGiven) || isPartSent(value) || isToolbox(linker, value) ? value : undefined;
}

/** `req.context = { models: { User }, orders: new Orders(db) }`: clients, services and functions, with nothing of the caller. */
function isToolbox(linker: Linker, value: Term): boolean {
  if (value.kind !== "object" || holds(value, HOLDS_CREDENTIAL | HOLDS_CLIENT_DATA)) return false;
  return doesSomething(linker, value) || hasFunctions(value, MAXIMUM_LEVELS);
}

function hasFunctions(value: Term, levels: number): boolean {
  if (value.kind === "function") return true;
  return value.kind === "object" && levels > 0 && value.fields.some((field) => hasFunctions(field.value, levels - 1));
}

const MAXIMUM_LEVELS = 2;

function hasMeaning(linker: Linker, on: Term & { readonly kind: "input" }, name: string): boolean {
  const framework = linker.adapters.framework(on.framework);
  const path = `${on.source}.${name}`;
  return Boolean(framework?.members?.[path] || framework?.methods?.[path] || framework?.responses?.[`${path}=`]);
}

/**
 * A flag that is set where a credential was compared keeps what was asked:
 * `if (req.headers.authorization === SECRET) req.isService = true`.
 */
export function leftAsFlag(
  linker: Linker,
  on: Term & { readonly kind: "input" },
  name: string,
  value: Term,
  conditions: readonly Term[],
): Term | undefined {
  const { terms } = linker;
  if (value !== terms.literal(true) || hasMeaning(linker, on, name)) return undefined;
  const asked = conditions.find((test) => holds(test, HOLDS_CREDENTIAL) && holds(test, HOLDS_COMPARISON));
  return asked && terms.operation("?:", [asked, value, terms.undefined]);
}

/** By a package, or made by the code. */
function isGiven(value: Term): boolean {
  if (value.kind === "external") return value.arguments !== undefined || value.base !== undefined;
  return value.kind === "instance";
}

/** A part of the request under another name: `req.school = { id: req.params.schoolId }`. */
function isPartSent(value: Term): boolean {
  if (value.kind === "input") return value.source === "params" || value.source === "query" || value.source === "body";
  return value.kind === "object" && value.fields.length > 0 && value.fields.every((field) => isPartSent(field.value));
}

/** `req.tenantId = member.tenantId`: a part of who is calling, which says what it is. */
const OF_ID = /(?:^|_)(?:id|uuid)$|[a-z](?:Id|ID|Uuid)$/;

/** `req.scope = grant.scope`: one column of a row, which says what the caller may do and not who that is. */
function isRight(value: Term): boolean {
  const columns = alternatives(value).filter(({ kind }) => kind !== "literal" && kind !== "undefined");
  return columns.length > 0 && columns.every((one) => RIGHT.test(spelledApart(lastName(one))));
}

/** Who owns a row, or which group it is of, is no right. */
const RIGHT = /(?:^|[^a-z])(?:roles?|permissions?|privileges?|scopes?|access_?level)$/i;

/**
 * What later handlers find in a bag of the request or the context: `event.locals.db`, `ctx.state.mailer`, `res.locals.order`.
 *
 * Who is calling stands in such bags as well, and whatever is not known to be something else stays that.
 */
export function leftInBag(linker: Linker, value: Term): Term | undefined {
  if (isReadCookie(value)) return value;
  if (isDecodedByHand(value)) return believed(linker, value);
  if (value.kind === "instance" || isToolbox(linker, value)) return value;
  if (value.kind !== "external" || linker.adapters.isAuth(value.package, value.path)) return undefined;
  if (value.arguments !== undefined && value.path.length === 1) return value;
  // `const { supabaseClient } = await getSupabase(event)`
  if (linker.adapters.isClient(value.package, value.path)) return value;
  return holds(value, HOLDS_CLIENT_DATA) && !holds(value, HOLDS_CREDENTIAL) ? value : undefined;
}

/** What a cookie says, as it was sent: `req.user = JSON.parse(req.cookies.user)`. Nobody vouched for it. */
function isReadCookie(value: Term): boolean {
  return alternatives(value).some((one) => one.kind === "input" && one.source === "cookies" && one.path.length > 0);
}

/** It says who is calling to whoever believes it; whether anybody vouched for it is asked of the whole way. */
function believed({ terms }: Linker, value: Term): Term {
  return terms.choice([terms.input("identity", [], ""), value]);
}

/** `c.set("user", JSON.parse(atob(token.split(".")[1])))` */
function isDecodedByHand(value: Term): boolean {
  return value.kind === "unknown" && holds(value, HOLDS_CREDENTIAL) && dividedAt(value) !== undefined;
}

/** Who is calling, put among what was sent: `req.body.userId = token.id`. */
export function leftInSent(linker: Linker, bag: Term, name: string, value: Term): Term | undefined {
  return isSentBag(bag) && tellsCaller(linker, value)
    ? linker.terms.input("identity", OF_ID.test(name) ? [name] : [], "")
    : undefined;
}

function isSentBag(bag: Term): boolean {
  return bag.kind === "input" && SENT_BAGS.has(bag.source);
}

const SENT_BAGS: ReadonlySet<InputSource> = new Set(["body", "query", "params"]);

/** The request, the response or the context whose bag it is: `event` of `event.locals`. */
export function holderOfBag(target: Term): (Term & { readonly kind: "input" }) | undefined {
  if (target.kind === "object") {
    const [whole] = target.fields;
    return whole && whole.key === undefined ? holderOfBag(whole.value) : undefined;
  }
  if (target.kind !== "input" || target.path.length > 0) return undefined;
  return HAVE_BAGS.has(target.source) ? target : undefined;
}

const HAVE_BAGS: ReadonlySet<InputSource> = new Set(["request", "response", "context"]);

/** The bag, with what was put into it before, and one thing more. */
export function withLeft(linker: Linker, bag: Term, name: string, value: Term): Term {
  const fields = bag.kind === "object" ? bag.fields.filter(({ key }) => key !== name) : [{ value: bag }];
  return linker.terms.object([...fields, { key: name, value }]);
}

/** A package or something unread made it from a token or a cookie: the token's content, the account found by it. */
function tellsCaller(linker: Linker, value: Term): boolean {
  if (holds(value, HOLDS_CLIENT_DATA)) return false;
  // `request.login = { user: { ...session.user, roles } }` after `auth.api.getSession(…)`.
  const isSession = (part: Term): boolean =>
    part.kind === "external" && part.arguments !== undefined && linker.adapters.isAuth(part.package, part.path);
  if (value.kind === "object" && someTerm(value, isSession)) return true;
  if (!holds(value, HOLDS_CREDENTIAL)) return false;
  return someTerm(
    value,
    (part) =>
      ((part.kind === "external" && part.arguments !== undefined) || part.kind === "result") &&
      someTerm(part, isCredential),
  );
}

function isCredential(term: Term): boolean {
  if (term.kind !== "input") return false;
  if (term.source === "identity" || term.source === "session" || term.source === "cookies") return true;
  return term.source === "headers" && /auth|token|key|session|cookie|jwt/i.test(term.path.join("."));
}

const attaches = onceForBlock((block) =>
  block.steps.some((step) => step.kind === "attach" || blocksIn(step).some(attaches)),
);

/** What a middleware's block leaves, on any of its ways, added to what is there already. */
export function attachedBy(linker: Linker, block: Block, before: Attached): Attached {
  if (!attaches(block)) return before;
  const found = new Map(before);
  collect(linker, block, found, block);
  return found;
}

function collect(linker: Linker, block: Block, found: Map<InputSource, readonly TermField[]>, whole: Block): void {
  for (const step of block.steps) {
    const isUnsure = step.kind === "attach" && step.bag && isSentBag(step.bag.value) && !isLeftForSure(whole, step);
    if (step.kind === "attach" && !isUnsure) {
      const { bag } = step;
      const key = bag?.key ?? step.name;
      const before = found.get(step.on) ?? [];
      const others = before.filter((field) => field.key !== key);
      const held = bag && (before.find((field) => field.key === key)?.value ?? bag.value);
      found.set(step.on, [
        ...others,
        { key, value: held ? withLeft(linker, held, step.name, step.value) : step.value },
      ]);
    }
    for (const inner of blocksIn(step)) if (attaches(inner)) collect(linker, inner, found, whole);
  }
}

/** The parameters of a handler, with what was left on them. */
export function withAttached(linker: Linker, parameters: readonly Term[], attached: Attached): readonly Term[] {
  if (attached.size === 0) return parameters;
  return parameters.map((parameter) => {
    // `({ event, resolve })`: the context is a field of what is handed over.
    if (parameter.kind === "object")
      return linker.terms.object(
        parameter.fields.map(({ key, value }) => ({
          ...(key !== undefined && { key }),
          value: key === undefined || value.kind !== "input" ? value : leftOn(linker, value, attached),
        })),
      );
    return leftOn(linker, parameter, attached);
  });
}

function leftOn(linker: Linker, parameter: Term, attached: Attached): Term {
  const { terms } = linker;
  // What a decorator of the team's own makes of it: `request.login ? request.login.user : null`.
  if (parameter.kind === "operation")
    return terms.operation(
      parameter.operator,
      parameter.parts.map((part) => leftOn(linker, part, attached)),
    );
  if (parameter.kind === "choice") return terms.choice(parameter.options.map((one) => leftOn(linker, one, attached)));
  if (parameter.kind !== "input") return parameter;
  const fields = attached.get(parameter.source);
  if (!fields) {
    // A part of the request that a decorator hands over: `@Body("user")` for `request.body.user`.
    const bag = attached.get("request")?.find(({ value }) => isPutInto(value, parameter.source))?.value;
    return bag ? parameter.path.reduce((value, part) => memberOf(linker, value, part), bag) : parameter;
  }
  const [name, ...rest] = parameter.path;
  if (name === undefined) return linker.terms.object([{ value: parameter }, ...fields]);
  // A part of the request that a decorator hands over: `@Me()` for `request.principal`.
  const left = fields.find(({ key }) => key === name);
  return left ? rest.reduce((value, part) => memberOf(linker, value, part), left.value) : parameter;
}

/** The body, the query or the parameters, with what was put among them. */
function isPutInto(bag: Term, source: InputSource): boolean {
  const whole = bag.kind === "object" ? bag.fields[0] : undefined;
  return whole !== undefined && whole.key === undefined && isSentBag(whole.value) && sourceOf(whole.value) === source;
}

function sourceOf(term: Term): InputSource | undefined {
  return term.kind === "input" ? term.source : undefined;
}

/** What was left on the request, for frameworks whose handlers ask for the request in place of taking it. */
export function requestLeft(linker: Linker, attached: Attached): Linker["left"] {
  const fields = attached.get("request");
  const left = fields && linker.terms.object(fields);
  return left?.kind === "object" ? left : undefined;
}
