/** Calls into packages: adapters tell what they do. A package that nobody knows is an opaque step. */

import type { Dispatched } from "../../frameworks/define-framework.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { CallTerm, Place, Term } from "../../model/term.ts";
import { createCallView, type ExternalTerm } from "../adapters/call-view.ts";
import { readEffects } from "../adapters/read-effects.ts";
import { noteSchema } from "../packages/read-by-schema.ts";
import { unstablePackageCall } from "../packages/unstable.ts";
import { callUtility } from "../packages/utility-library.ts";
import { givenInReach } from "../values/in-reach.ts";
import { lentClient } from "../values/lent-methods.ts";
import { listedFolder } from "../values/loaded-files.ts";
import { sameClient } from "../values/same-client.ts";
import { isOfFramework } from "../values/unwrapped.ts";
import { assertedBy, pushAssertion } from "./assertions.ts";
import { anything, type Call, type ErrorFirst, invoke, runCallbacks, runInside } from "./call.ts";
import { readStatus } from "./call-input.ts";
import { hashedBefore, pendingRows, withChanges } from "./changed-rows.ts";
import { gatherTransaction } from "./gathered.ts";
import { type Activation, type Linker, nameOf } from "./linker.ts";
import { alternatives, elementOf } from "./members.ts";
import { fitsByPackage } from "./route-texts.ts";

export function callExternal(linker: Linker, activation: Activation, target: ExternalTerm, call: Call): Term {
  const { terms, adapters } = linker;
  const bound = boundMethod(target, call) ?? promisified(target, call) ?? callUtility(linker, activation, target, call);
  if (bound) return bound;
  const path = calledPath(target.path, call.expression.new);
  const creates = path.length === 1 && adapters.isReceiver(target.package, path) !== undefined;
  // What a call gave may be called again, `knex(config)("orders")`: its own arguments stay known.
  const again = path.length > target.path.length || target.path.at(-1)?.endsWith("()") === true;
  const before = again ? (target.path.length === 0 ? undefined : target) : target.base;
  const base = creates ? activation.context?.() : before;
  const given = [...call.arguments, ...hashedBefore(activation, target)];
  const made = terms.external(target.package, path, base, given, call.place);
  if (made.kind !== "external") return made;
  const client = sameClient(linker, made);
  if (client !== made) return client;
  const lent = lentClient(linker, made, call.arguments);
  if (lent) return lent;
  const fits = linker.route && fitsByPackage(linker, target, path, call.arguments);
  if (fits) return fits;
  const read =
    readMetadata(linker, target, call) ??
    frameworkValue(linker, target, call.arguments) ??
    listedFolder(linker, target, call) ??
    givenInReach(linker, call.place.file, target.path) ??
    tokenOf(linker, made);
  if (read) {
    noteSchema(activation, call, read);
    return read;
  }
  const dispatched = linker.dispatched?.(target.package, target.path, call.arguments);
  if (dispatched) return runDispatched(linker, activation, dispatched, call);
  const asserted = assertedBy(target, path, call.arguments);
  if (asserted) {
    pushAssertion(linker, activation, asserted, { status: readStatus("$1", call.arguments), place: call.place });
    return made;
  }
  const unstable = unstablePackageCall(made);
  if (unstable) return terms.unstable(unstable);
  const called = [...path.slice(0, -1), (path.at(-1) ?? "").replace(/\(\)$/, "")];
  const registration = adapters.registration(target.package, withoutNew(called));
  if (registration) {
    register(activation, made, call, registration, called);
    if (!registration.framework.watches) return made;
  }
  const callTerm: CallTerm = {
    text: call.text,
    callee: target,
    arguments: call.arguments,
    place: call.place,
    calleePlace: { file: call.place.file, at: call.expression.callee.at },
    ...(call.expression.arguments.length === 0 && call.arguments.length > 0 ? { tagged: true } : {}),
  };
  const answered = answer(linker, activation, made, call);
  if (answered) return made;
  const inPlace = runMiddlewareInPlace(linker, activation, target, call, callTerm);
  if (inPlace) return inPlace;
  const guarded = callGuard(linker, activation, made, callTerm, path);
  if (guarded) return guarded;
  const ran = callSystem(linker, activation, made, call, callTerm, called);
  if (ran !== undefined) return ran;
  if (linker.named?.isMaker(target.package, path)) return made;
  if (call.arguments.some((argument) => alternatives(argument).some((option) => option.kind === "function"))) {
    const rows = rowsGoneThrough(linker, call);
    const told = terms.unknown([made]);
    if (rows) {
      const given = runCallbacks(linker, activation, call, () => [rows, terms.unknown([]), rows]);
      // What it makes of each row is in the list that it makes.
      if (MAKES.has(call.name ?? "") && made.base)
        return terms.external(made.package, made.path, made.base, [...(made.arguments ?? []), ...given], call.place);
    } else runCallbacks(linker, activation, call, () => anything(told), errorFirst(linker, made, told));
  }
  // Constructing does nothing, but for `new Script(code)`.
  if (!adapters.knows(target.package) && (!call.expression.new || target.package === "node:vm")) {
    activation.steps.push({ kind: "opaque", call: callTerm, result: made, place: call.place });
  }
  return made;
}

/** `orders.forEach((order) => …)` on rows that a system gave: the function is given each of them. */
function rowsGoneThrough(linker: Linker, { object, name }: Call): Term | undefined {
  if (!name || !EACH.has(name) || object?.kind !== "external") return undefined;
  // `snapshot.docs`, `result.rows`: the list that a call gave lies in its answer.
  const given = !object.arguments && LISTS.has(object.path.at(-1) ?? "") ? object.base : object;
  if (given?.kind !== "external" || !given.arguments) return undefined;
  const called = [...given.path.slice(0, -1), (given.path.at(-1) ?? "").replace(/\(\)$/, "")];
  return linker.adapters.call(given.package, called) ? elementOf(linker, object, undefined) : undefined;
}

const MAKES = new Set(["map", "flatMap"]);
const LISTS = new Set(["docs", "rows", "items", "data"]);
const EACH = new Set(["forEach", "map", "flatMap", "filter", "find", "some", "every"]);

function runDispatched(linker: Linker, activation: Activation, dispatched: Dispatched, call: Call): Term {
  const { run, arguments: args = call.arguments, transaction, memoised } = dispatched;
  if (transaction) return runInside(linker, activation, "transaction", run, args, call);
  if (memoised) return runInside(linker, activation, "memoised", run, args, call);
  return invoke(linker, activation, { ...call, object: undefined, target: run, arguments: args });
}

/** `client.insert.bind(client)` is the client's method. */
function boundMethod({ path, base }: ExternalTerm, call: Call): Term | undefined {
  if (path.at(-1) !== "bind" || call.arguments.length !== 1) return undefined;
  return base?.kind === "external" && base.base !== undefined && base.arguments === undefined ? base : undefined;
}

/** `promisify(jwt.verify)` is the package's function, called without its callback. */
function promisified({ package: name, path }: ExternalTerm, call: Call): Term | undefined {
  if (!/^(?:node:)?util$/.test(name) || path.at(-1) !== "promisify") return undefined;
  const [given] = call.arguments;
  return given?.kind === "external" && given.arguments === undefined ? given : undefined;
}

/** `inject: [getRepositoryToken(Order)]`: the token stands for what it is exchanged for. */
function tokenOf(linker: Linker, made: ExternalTerm): Term | undefined {
  return linker.adapters.isToken(made.package, made.path) ? linker.injection?.(made) : undefined;
}

/** A key that was asked for and is not known. */
export const ANY_KEY = "?";

/** `reflector.get("roles", …)` while a guard is read: what the decorators of this handler left under the key. */
function readMetadata(linker: Linker, target: ExternalTerm, call: Call): Term | undefined {
  for (const framework of linker.adapters.readers) {
    const keys = framework.metadata;
    if (!keys || !isOfFramework(framework, target.package)) continue;
    const position = keys[target.path.join(".")];
    const key = position === undefined ? undefined : call.arguments[position];
    if (!key) continue;
    linker.keysRead.add(key.kind === "literal" ? String(key.id) : ANY_KEY);
    if (!linker.metadata) return undefined;
    const found = linker.metadata.fields.find((field) => field.key === String(key.id));
    return found?.value ?? linker.terms.undefined;
  }
  return undefined;
}

/** Calls on a package that give what the framework hands to handlers: `getRequestHeaders()`. */
function frameworkValue(linker: Linker, target: ExternalTerm, given: readonly Term[]): Term | undefined {
  for (const framework of linker.adapters.readers) {
    const source =
      framework.values && isOfFramework(framework, target.package)
        ? (framework.values[target.path.join(".")] ?? framework.values[target.package])
        : undefined;
    if (!source) continue;
    // `getCookie(event, "session")`
    const name = source === "cookies" ? given.at(-1) : undefined;
    const path = name?.kind === "literal" && typeof name.value === "string" ? [name.value] : [];
    return linker.terms.input(source, path, framework.id);
  }
  return undefined;
}

/** The path of a call's result: the last segment called. The package itself, called, is its default export. */
function calledPath(path: readonly string[], isNew: boolean): readonly string[] {
  const name = path.at(-1) ?? "default";
  const head = path.slice(0, -1);
  if (isNew && name.endsWith("()")) return [...path, "new()"];
  return [...head, isNew ? `new ${name}()` : `${name}()`];
}

function register(
  activation: Activation,
  made: ExternalTerm,
  call: Call,
  match: { readonly framework: { readonly id: string }; readonly key: string; readonly receiver: number },
  called: readonly string[],
): void {
  activation.steps.push({
    kind: "register",
    framework: match.framework.id,
    call: match.key,
    method: called.at(-1) ?? "",
    receiver: receiverAt(made, match.receiver),
    callee: made,
    arguments: call.arguments,
    argumentPlaces: call.expression.arguments.map((argument): Place => ({ file: call.place.file, at: argument.at })),
    argumentNames: call.expression.arguments.map((argument) => nameOf(activation.facts, argument)),
    place: linkPlace(call),
  });
}

/** A call in a chain (`app.get(…).post(…)`) stands where its own name does; the first one too, where that begins a line. */
function linkPlace(call: Call): Place {
  const { callee, at } = call.expression;
  if (callee.kind !== "member") return call.place;
  const name = callee.at[1] - callee.name.length;
  const apart = name - callee.object.at[1] > "?.".length;
  if (callee.object.kind !== "call" && !apart) return call.place;
  return { file: call.place.file, at: [name, at[1]] };
}

/** `new Worker(…)` registers by the name `Worker`. */
function withoutNew(called: readonly string[]): readonly string[] {
  return [...called.slice(0, -1), (called.at(-1) ?? "").replace(/^new /, "")];
}

/** The value whose path has this many segments, below `term`. */
function receiverAt(term: Term, length: number): Term {
  let current = term;
  while (current.kind === "external" && current.path.length > length && current.base) current = current.base;
  return current;
}

/** A package's function that answers or refuses: `redirect("/login")`, `NextResponse.json(body, { status })`. */
function answer(linker: Linker, activation: Activation, made: ExternalTerm, call: Call): boolean {
  const definition = linker.adapters.response(made.package, made.path);
  if (!definition) return false;
  const status = readStatus(definition.status, call.arguments);
  const value = call.arguments[0];
  activation.steps.push({ kind: "respond", status, value, redirect: definition.redirect === true, place: call.place });
  if (definition.throws) activation.steps.push({ kind: "throw", value: made, place: call.place });
  return true;
}

/** `passport.authenticate("jwt")(req, res, next)`: a package's middleware that the code runs itself. */
function runMiddlewareInPlace(
  linker: Linker,
  activation: Activation,
  target: ExternalTerm,
  call: Call,
  callTerm: CallTerm,
): Term | undefined {
  const isRun = call.arguments.some(
    (argument) =>
      argument.kind === "input" &&
      (argument.source === "request" || argument.source === "context") &&
      argument.path.length === 0,
  );
  const match = isRun ? linker.adapters.guard(target.package, target.path) : undefined;
  if (!match) return undefined;
  const { definition } = match;
  const guard =
    typeof definition === "function"
      ? definition(createCallView(linker, target, target.arguments ?? [], 0))
      : definition;
  if (guard?.how !== "middleware") return undefined;
  activation.steps.push({
    kind: "guard",
    guard: guard.kind,
    how: "throws",
    call: callTerm,
    result: target,
    place: call.place,
  });
  const next = call.arguments.find((argument) => argument.kind === "input" && argument.source === "next");
  return next ? invoke(linker, activation, { ...call, object: undefined, target: next, arguments: [] }) : target;
}

function callGuard(
  linker: Linker,
  activation: Activation,
  made: ExternalTerm,
  call: CallTerm,
  path: readonly string[],
): Term | undefined {
  const match = linker.adapters.guard(made.package, path);
  if (!match) return undefined;
  const { definition } = match;
  const guard =
    typeof definition === "function" ? definition(createCallView(linker, made, call.arguments, 0)) : definition;
  if (!guard) return undefined;
  if (guard.how === "wraps") {
    const handler = call.arguments[guard.handler ?? 0];
    return handler ? linker.terms.operation(`guarded ${guard.kind}`, [made, handler]) : made;
  }
  if (guard.how === "middleware") return made;
  activation.steps.push({ kind: "guard", guard: guard.kind, how: guard.how, call, result: made, place: call.place });
  return made;
}

function callSystem(
  linker: Linker,
  activation: Activation,
  made: ExternalTerm,
  call: Call,
  callTerm: CallTerm,
  called: readonly string[],
): Term | undefined {
  if (endsTransaction(linker, made, called)) {
    activation.steps.push({ kind: "boundary", edge: "end", place: call.place });
    return made;
  }
  const match = linker.adapters.call(made.package, called);
  if (!match) return undefined;
  const client = receiverAt(made, match.client);
  if (match.transaction) {
    const { callback, client: position, as } = match.transaction;
    const inside = as === undefined ? client : linker.terms.external(made.package, [as], client, [], call.place);
    const argument = insideOf(call.arguments.slice(callback));
    if (argument && (gatherTransaction(activation, argument, call.place) || argument.kind === "array")) return argument;
    if (!argument || !alternatives(argument).some((option) => option.kind === "function")) {
      activation.steps.push({ kind: "boundary", edge: "begin", place: call.place });
      return made;
    }
    const args = position === undefined ? [] : [...Array(position).fill(linker.terms.unknown([])), inside];
    return runInside(linker, activation, "transaction", argument, args, call);
  }
  const pending = (): readonly Term[] => pendingRows(activation, match.system);
  const effects =
    match.key === undefined ? [] : withChanges(linker, activation, readEffects(linker, match, callTerm, made, pending));
  if (match.chained && call.object) {
    // One call may do several things: a statement that joins tables reads each of them.
    const earlier = activation.steps.filter((step) => step.kind === "effect" && step.result === call.object);
    if (earlier.length > 0) {
      activation.steps = activation.steps.filter((step) => !earlier.includes(step));
      for (const step of effects.length === 0 ? earlier : [])
        if (step.kind === "effect") activation.steps.push({ ...step, result: made });
    }
  }
  activation.steps.push(...effects);
  if (match.key === undefined && !match.same && !match.chained) return undefined;
  const given: ErrorFirst = { error: linker.terms.undefined, value: made, continues: true };
  runCallbacks(linker, activation, call, () => [match.chained ? made : linker.terms.unknown([made])], given);
  return made;
}

/** Who verifies a token hands the refusal on as the error: it is there exactly where nobody is told. */
function errorFirst({ adapters, terms }: Linker, made: ExternalTerm, told: Term): ErrorFirst {
  return adapters.isAuth(made.package, made.path)
    ? { error: terms.operation("!", [told]), value: told }
    : { error: terms.undefined, value: made, continues: true };
}

/** Options may stand ahead of the callback: `transaction("SERIALIZABLE", run)`, `transaction({ isolationLevel }, run)`. */
function insideOf(args: readonly Term[]): Term | undefined {
  const run = args.find((argument) => alternatives(argument).some((option) => option.kind === "function"));
  return args[0]?.kind === "array" ? args[0] : (run ?? args[0]);
}

/** `transaction.commit()` on what a call that opens a transaction gave. */
function endsTransaction(linker: Linker, made: ExternalTerm, called: readonly string[]): boolean {
  const name = called.at(-1) ?? "";
  if (!/^(?:commit|rollback|commitTransaction|rollbackTransaction|abortTransaction)$/.test(name)) return false;
  if (made.base?.kind !== "external") return false;
  const opened = made.base.path.map((segment, index, all) =>
    index === all.length - 1 ? segment.replace(/\(\)$/, "") : segment,
  );
  return linker.adapters.call(made.package, opened)?.transaction !== undefined;
}

/** A handler that a package's wrapper guards. */
export function invokeGuarded(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "operation" },
  call: Call,
): Term {
  const [wrapper, handler] = target.parts;
  if (!wrapper || !handler) return linker.terms.unknown([]);
  const kind = target.operator.slice("guarded ".length) as GuardKind;
  const callTerm: CallTerm = { text: call.text, callee: wrapper, arguments: call.arguments, place: call.place };
  activation.steps.push({
    kind: "guard",
    guard: kind,
    how: "throws",
    call: callTerm,
    result: wrapper,
    place: call.place,
  });
  return invoke(linker, activation, { ...call, object: undefined, target: handler });
}
