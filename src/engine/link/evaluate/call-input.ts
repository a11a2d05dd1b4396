/** Calls on what the framework hands to a handler: the response, the context, the continuation, the request. */

import type { ResponseDefinition } from "../../frameworks/define-framework.ts";
import type { InputSource, Place, Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { noteSchema } from "../packages/read-by-schema.ts";
import { fieldOf } from "../terms/field-of.ts";
import { leftInBag } from "../values/attached.ts";
import { decoratedMethod } from "../values/unwrapped.ts";
import { entryOf } from "./as-text.ts";
import { pushAssertion } from "./assertions.ts";
import { type Call, callUnknown, enter, runCallbacks, runInside } from "./call.ts";
import { callExternal } from "./call-external.ts";
import type { Activation, Linker } from "./linker.ts";
import { memberOf } from "./members.ts";
import { setStatus, statusSet } from "./set-status.ts";
import type { Block, Step } from "./steps.ts";
import { namedStatus } from "./stops.ts";

export function callInput(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "input" },
  call: Call,
): Term {
  const { terms } = linker;
  if (target.source === "next" && target.path.length === 0) {
    const [error] = call.arguments;
    const takes = linker.adapters.framework(target.framework)?.next;
    if (takes === "context") {
      const context =
        error &&
        ["ctx", "context"].map((name) => memberOf(linker, error, name)).find((one) => one.kind !== "undefined");
      const given = context ? { context } : {};
      activation.steps.push({ kind: "next", failing: false, of: "chain", ...given, place: call.place });
      return terms.input("next", ["result"], target.framework);
    }
    activation.steps.push(nextWith(takes === "request" ? undefined : error, call.place));
    return terms.input("next", ["result"], target.framework);
  }
  const decorated = decoratedMethod(linker, target);
  if (decorated) return enter(linker, activation, decorated, call.arguments, call);
  const framework = linker.adapters.framework(target.framework);
  const key = [target.source, ...target.path.filter((part) => !part.startsWith("status:"))].join(".");
  const taken = bagByCall(linker, activation, target, call);
  if (taken) return taken;
  const response = framework?.responses?.[key];
  if (response && isMeant(response, call)) return respond(linker, activation, target, call, response);
  const memoised = framework?.memoised?.[key];
  if (memoised !== undefined)
    return runInside(linker, activation, "memoised", call.arguments[memoised] ?? terms.undefined, [], call);
  const guard = framework?.guards?.[key] ?? framework?.guards?.[key.replace(/\w+JwtVerify$/, "*JwtVerify")];
  if (guard) {
    const result = terms.input("identity", []);
    const callTerm = { text: call.text, callee: target, arguments: call.arguments, place: call.place };
    activation.steps.push({ kind: "guard", guard, how: "throws", call: callTerm, result, place: call.place });
    return result;
  }
  if (framework?.same?.includes(key)) return terms.input(target.source, target.path.slice(0, -1), target.framework);
  const transport = framework?.transports?.[key];
  if (transport !== undefined) return terms.literal(linker.transport ?? transport);
  const [first] = call.arguments;
  const given = framework?.methods?.[key];
  if (given && typeof given !== "string")
    return terms.input((first?.kind === "literal" && given[String(first.value)]) || "body", []);
  const gives = given as InputSource | `!${InputSource}` | undefined;
  if (gives) {
    if (isMissing(gives)) return terms.operation("!", [terms.input(gives.slice(1) as InputSource, [])]);
    const keeps = gives === "request" || gives === "response" || gives === "context";
    const path = first?.kind === "literal" ? [String(first.value)] : [];
    const given = terms.input(gives, path, keeps ? target.framework : "");
    noteSchema(activation, call, given);
    // `request.on("end", () => …)`
    runCallbacks(linker, activation, call, () => [given]);
    return given;
  }
  if (target.source === "response") {
    // `res.set(…)`, `res.cookie(…)`: it is the response again.
    runCallbacks(linker, activation, call, () => []);
    return terms.input("response", statusOf(target), target.framework);
  }
  const onRow = target.source === "identity" ? askedOfRow(linker, target) : undefined;
  if (onRow) return callExternal(linker, activation, onRow, call);
  if (target.source === "identity" && call.arguments.length === 0 && TELLS.test(target.path.at(-1) ?? ""))
    return terms.input("session", []);
  if (
    target.source === "request" ||
    target.source === "context" ||
    target.source === "identity" ||
    target.source === "session"
  )
    return callUnknown(linker, activation, call);
  const entry = entryOf(linker, target, call.arguments) ?? partByName(linker, target, call.arguments);
  if (entry) return entry;
  runCallbacks(linker, activation, call, () => [terms.element(target)]);
  return terms.unknown([target, ...call.arguments]);
}

/** The caller is a row of a package whose rows alone have such a method: `req.user.$relatedQuery("orders")`. */
function askedOfRow({ terms, adapters }: Linker, target: Term & { readonly kind: "input" }): ExternalTerm | undefined {
  const name = target.path.at(-1) ?? "";
  const system = adapters.systems.find(({ restarts, finds }) => finds && restarts?.includes(name));
  const [packageName] = system?.packages ?? [];
  const finds = system?.finds;
  if (packageName === undefined || !finds) return undefined;
  const caller = terms.input(target.source, target.path.slice(0, -1), target.framework);
  const rows = terms.external(packageName, finds.slice(0, -1), undefined, undefined, undefined);
  const row = terms.external(packageName, finds, rows, [caller], undefined);
  const asked = terms.external(packageName, [...finds, name], row, undefined, undefined);
  return asked.kind === "external" ? asked : undefined;
}

/** `c.set("db", drizzle(…))` leaves it for later handlers, and `c.get("db")` gives what was left; undefined where that is not known. */
function bagByCall(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "input" },
  call: Call,
): Term | undefined {
  const bag = linker.adapters.framework(target.framework)?.bag;
  const [name, value] = call.arguments;
  const key = `${target.source}.${target.path.join(".")}`;
  if (!bag || (key !== bag.puts && key !== bag.takes) || name?.kind !== "literal" || !call.object) return undefined;
  const all = memberOf(linker, call.object, bag.member);
  if (key === bag.takes) {
    const left = all.kind === "object" ? memberOf(linker, all, String(name.value)) : undefined;
    return left && left.kind !== "input" ? left : undefined;
  }
  const left = value && leftInBag(linker, value);
  const held = memberOf(linker, linker.terms.input(target.source, [], target.framework), bag.member);
  if (left) {
    const step = { on: target.source, bag: { key: bag.member, value: held }, name: String(name.value), value: left };
    activation.steps.push({ kind: "attach", ...step, place: call.place });
  }
  return undefined;
}

/** `cookies.get("session")`, `headers.get("X-Tenant")`: https://developer.mozilla.org/docs/Web/API/Headers/get */
function partByName(
  { terms }: Linker,
  target: Term & { readonly kind: "input" },
  given: readonly Term[],
): Term | undefined {
  const [name] = given;
  const { source, path } = target;
  if ((source !== "cookies" && source !== "headers") || path.length !== 1 || path[0] !== "get") return undefined;
  if (name?.kind !== "literal" || typeof name.value !== "string") return undefined;
  if (source === "cookies") return terms.input(source, [name.value], target.framework);
  // A header that was not sent is `null` then, where a member is undefined.
  return terms.unknown([terms.input(source, [name.value.toLowerCase(), "get"], target.framework)]);
}

/** `locals.getSession()`: it tells who is signed in, and turns nobody away. */
const TELLS = /^(?:auth|session|(?:safe)?get(?:server)?(?:session|user|auth)|validate(?:user)?)$/i;

/** `next()`, `next(error)`, and `next(user ? undefined : new Error("…"))`, which is both. */
function nextWith(error: Term | undefined, place: Place): Step {
  const [test, yes, no]: readonly Term[] = error?.kind === "operation" && error.operator === "?:" ? error.parts : [];
  if (test && yes && no && isNothing(yes) !== isNothing(no)) {
    const way = (given: Term): Block => ({ steps: [nextWith(given, place)], ends: "falls" });
    return { kind: "branch", test, then: way(yes), otherwise: way(no), place };
  }
  const failing =
    error !== undefined &&
    !isNothing(error) &&
    !(error.kind === "literal" && /^(?:route|router)$/.test(String(error.value)));
  return { kind: "next", failing, ...(failing && { error }), of: "chain", place };
}

function isMeant({ only }: ResponseDefinition, { arguments: [first] }: Call): boolean {
  return only === undefined || (first?.kind === "literal" && first.value === only);
}

function isNothing(term: Term): boolean {
  return term.kind === "undefined" || (term.kind === "literal" && term.value === null);
}

function isMissing(gives: string): gives is `!${InputSource}` {
  return gives.startsWith("!");
}

function respond(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "input" },
  call: Call,
  definition: ResponseDefinition,
): Term {
  const { terms } = linker;
  const given = readStatus(definition.status, call.arguments);
  const inherited = statusOf(target)[0]?.slice("status:".length);
  const chained = given ?? (inherited === undefined || inherited === "?" ? undefined : Number(inherited));
  const status = chained ?? (inherited === undefined ? statusSet(activation) : undefined);
  if (definition.sets && definition.status !== undefined) setStatus(activation, given);
  if (definition.sets) return terms.input("response", [`status:${status ?? "?"}`], target.framework);
  const asserted = definition.unless && argumentOf(definition.unless, call.arguments);
  if (asserted) {
    pushAssertion(linker, activation, asserted, { status, place: call.place });
    return terms.undefined;
  }
  const value = definition.value ? argumentOf(definition.value, call.arguments) : undefined;
  activation.steps.push({
    kind: "respond",
    status,
    value,
    redirect: definition.redirect === true,
    ...(definition.throws && { throws: true }),
    place: call.place,
  });
  if (definition.throws) activation.steps.push({ kind: "throw", value: terms.unknown([]), place: call.place });
  return terms.input("response", ["answered"], target.framework);
}

/** `ctx.status = 403`, `ctx.body = order`: the framework answers with what was set. */
export function answerByAssignment(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "input" },
  name: string,
  value: Term,
  place: Place,
): void {
  const definition = linker.adapters.framework(target.framework)?.responses?.[
    `${[target.source, ...target.path, name].join(".")}=`
  ];
  if (!definition) return;
  const status = readStatus(definition.status, [value]);
  if (definition.sets) {
    setStatus(activation, status);
    return;
  }
  activation.steps.push({
    kind: "respond",
    status,
    value: definition.value ? value : undefined,
    redirect: definition.redirect === true,
    place,
  });
}

/** `"$0"` an argument, `"=403"` a number, `"$1.status"` a field of an argument. */
export function readStatus(reference: string | undefined, args: readonly Term[]): number | undefined {
  if (reference === undefined || reference === "chain") return undefined;
  for (const option of reference.split("|")) {
    if (option.startsWith("=")) return Number(option.slice(1));
    const value = argumentOf(option, args);
    if (value?.kind === "literal" && typeof value.value === "number") return value.value;
    const named = namedStatus(value);
    if (named !== undefined) return named;
  }
  return undefined;
}

function argumentOf(reference: string, args: readonly Term[]): Term | undefined {
  const [position, ...fields] = reference.slice(1).split(".");
  return fields.reduce<Term | undefined>(fieldOf, args[Number(position)]);
}

function statusOf(target: Term & { readonly kind: "input" }): readonly string[] {
  return target.path.filter((part) => part.startsWith("status:"));
}
