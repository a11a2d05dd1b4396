/** Calls into packages: adapters tell what they do. A package that nobody knows is an opaque step. */

import type { Dispatched } from "../../frameworks/define-framework.ts";
import type { CallTerm, Place, Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { callLetterCase } from "../packages/letter-case.ts";
import { loadedFolder } from "../packages/loaded-folder.ts";
import { promisified, withoutTwin } from "../packages/promised-calls.ts";
import { noteSchema } from "../packages/read-by-schema.ts";
import { callResult } from "../packages/results.ts";
import { unstablePackageCall } from "../packages/unstable.ts";
import { callUtility } from "../packages/utility-library.ts";
import { partOfPath } from "../values/file-names.ts";
import { givenInReach } from "../values/in-reach.ts";
import { askedOfFile } from "../values/kinds-of-files.ts";
import { lentClient } from "../values/lent-methods.ts";
import { listedFiles } from "../values/listed-files.ts";
import { settingByCall } from "../values/on-application.ts";
import { anythingDecorated } from "../values/own-decorators.ts";
import { sameClient } from "../values/same-client.ts";
import { wrappedBy } from "../values/unwrapped.ts";
import { assertedBy, pushAssertion } from "./assertions.ts";
import { anything, type Call, type ErrorFirst, invoke, runCallbacks, runInside } from "./call.ts";
import { callGuard, runMiddlewareInPlace } from "./call-guard.ts";
import { readStatus } from "./call-input.ts";
import { callSystem, receiverAt } from "./call-system.ts";
import { hashedBefore } from "./changed-rows.ts";
import { noteDeferred } from "./deferred.ts";
import { noteFilledBytes } from "./filled-bytes.ts";
import { frameworkValue, readMetadata, tokenOf } from "./given-by-framework.ts";
import { type Activation, type Linker, nameOf } from "./linker.ts";
import { alternatives, elementOf } from "./members.ts";
import { fitsByPackage } from "./route-texts.ts";
import { typedValue } from "./values.ts";

export function callExternal(linker: Linker, activation: Activation, target: ExternalTerm, call: Call): Term {
  const { terms, adapters } = linker;
  const bound =
    boundMethod(target, call) ??
    promisified(target.package, target.path, call.arguments) ??
    callLetterCase(linker, target, call.arguments) ??
    callResult(linker, target, call) ??
    callUtility(linker, activation, target, call);
  if (bound) return bound;
  const setting = settingByCall(linker, target, call.arguments, call.place.file);
  if (setting) return setting;
  const twin = withoutTwin(linker, target);
  if (twin?.kind === "external") return callExternal(linker, activation, twin, call);
  const path = calledPath(linker, target, call.expression.new);
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
  // `return super.init(columns, { sequelize })`: the class that it is called on.
  if (target.base?.kind === "class" && adapters.registers(target.package, target.path.at(-1) ?? "")) return target.base;
  const lent = lentClient(linker, made, call.arguments);
  if (lent) return lent;
  const fits = linker.route && fitsByPackage(linker, target, path, call.arguments);
  if (fits) return fits;
  const read =
    readMetadata(linker, target, call) ??
    frameworkValue(linker, target, call.arguments) ??
    partOfPath(linker, target, call) ??
    listedFiles(linker, activation, target, call) ??
    askedOfFile(linker, activation, target, call) ??
    loadedFolder(linker, activation, target, call) ??
    givenInReach(linker, call.place.file, target.path, call.arguments) ??
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
  if (unstable) {
    noteFilledBytes(linker, activation, call);
    return terms.unstable(unstable);
  }
  const called = [...path.slice(0, -1), (path.at(-1) ?? "").replace(/\(\)$/, "")];
  const registration = adapters.registration(target.package, withoutNew(called));
  if (registration) {
    register(linker, activation, made, call, registration, called);
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
  if (linker.named?.isMaker(target.package, path) || wrappedBy(linker, made)) return made;
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
  const isApplied = call.arguments[0] === anythingDecorated(linker);
  if (isApplied || (!adapters.knows(target.package) && (!call.expression.new || target.package === "node:vm"))) {
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
  const { run, arguments: args = call.arguments, transaction, memoised, deferred } = dispatched;
  if (deferred) noteDeferred(activation, call, deferred);
  if (transaction) return runInside(linker, activation, "transaction", run, args, call);
  if (memoised) return runInside(linker, activation, "memoised", run, args, call);
  return invoke(linker, activation, { ...call, object: undefined, target: run, arguments: args });
}

/** `client.insert.bind(client)` is the client's method. */
function boundMethod({ path, base }: ExternalTerm, call: Call): Term | undefined {
  if (path.at(-1) !== "bind" || call.arguments.length !== 1) return undefined;
  return base?.kind === "external" && base.base !== undefined && base.arguments === undefined ? base : undefined;
}

/**
 * The path of a call's result: the last segment called. The package itself, called, is its default export. A function that
 * gives a client gives it also where it is called like a class: `new model("Order", schema)`.
 */
function calledPath({ adapters }: Linker, { package: name, path }: ExternalTerm, isNew: boolean): readonly string[] {
  const last = path.at(-1) ?? "default";
  const head = path.slice(0, -1);
  const called = [...head, `${last}()`];
  if (!isNew) return called;
  if (last.endsWith("()")) return [...path, "new()"];
  const made = [...head, `new ${last}()`];
  return adapters.isClient(name, called) && !adapters.isClient(name, made) ? called : made;
}

function register(
  linker: Linker,
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
    arguments: call.arguments.length > 0 ? call.arguments : givenTypes(linker, activation, call),
    argumentPlaces: call.expression.arguments.map((argument): Place => ({ file: call.place.file, at: argument.at })),
    argumentNames: call.expression.arguments.map((argument) => nameOf(activation.facts, argument)),
    place: linkPlace(call),
  });
}

/** Given a type and nothing else, `initTRPC.context<Context>()`: the clients and services that a value of it has. */
function givenTypes(linker: Linker, activation: Activation, { expression }: Call): readonly Term[] {
  const typed = (expression.types ?? []).map((type) => typedValue(linker, activation.file, type));
  return typed.length === 1 ? typed.filter((one) => one !== undefined) : [];
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

/** Who verifies a token hands the refusal on as the error: it is there exactly where nobody is told. */
function errorFirst({ adapters, terms }: Linker, made: ExternalTerm, told: Term): ErrorFirst {
  return adapters.isAuth(made.package, made.path)
    ? { error: terms.operation("!", [told]), value: told }
    : { error: terms.undefined, value: made, continues: true };
}
