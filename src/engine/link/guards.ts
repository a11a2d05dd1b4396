/**
 * Reads guards off a path: what each check proves about the caller, by what it compares and how it refuses.
 *
 * A name proves nothing here. A check counts because it can stop the path and because of the terms it tests; the only
 * names looked at are those of compared fields and values (`user.role`, `"admin"`), which are the data model's own.
 */
import type { Config } from "../model/config.ts";
import type { Guard, GuardKind } from "../model/guard.ts";
import type { CheckEvent, EffectEvent, Path, PathEvent } from "../model/path.ts";
import type { Term } from "../model/term.ts";
import { type IdentityView, viewIdentity } from "./identity.ts";
import { partsOf, someTerm, termsWithin } from "./terms.ts";

const ROLE_FIELD =
  /(?:^|[^a-z])(?:is_?)?(?:role|roles|admin|admins|superuser|staff|moderator|owner|permission|permissions|privilege|privileges|scope|scopes|access_?level|capabilit(?:y|ies)|authorit(?:y|ies)|groups?)(?:[^a-z]|$)/i;
const COMPARISONS = new Set([
  "===",
  "!==",
  "includes",
  "some",
  "every",
  "in",
  ">",
  "<",
  ">=",
  "<=",
  "instanceof",
  "switch",
]);

export function readGuards(path: Path, config: Config, isAuth: (packageName: string) => boolean): readonly Guard[] {
  const view = viewIdentity(path, isAuth);
  const guards: Guard[] = [];
  for (const event of path.events) {
    if (event.kind === "guard")
      guards.push(guardOf(event, event.guard as GuardKind, event.call.text, [event.result], []));
    if (event.kind === "check") guards.push(...readCheck(event, path, view));
    if (event.kind === "opaque") {
      const declared = declaredKind(config, event.call.text);
      if (declared) guards.push(guardOf(event, declared, event.call.text, [event.result], []));
    }
  }
  return guards.concat(declaredGuards(path, config));
}

/** Guards that the team declared by name, where their own body was read and showed nothing. */
function declaredGuards(path: Path, config: Config): readonly Guard[] {
  if (Object.keys(config.guards).length === 0) return [];
  const found = new Map<string, Guard>();
  for (const event of path.events) {
    for (const site of event.stack) {
      const name = site.text.replace(/\(.*$/s, "").split(".").at(-1) ?? "";
      const kind = declaredKind(config, name);
      if (kind && !found.has(name))
        found.set(name, { kind, name, place: site.place, order: event.order, scopes: [], detail: [], proves: [] });
    }
  }
  return [...found.values()];
}

function declaredKind(config: Config, text: string): GuardKind | undefined {
  const last = text.split(".").at(-1) ?? "";
  const name = Object.hasOwn(config.guards, text) ? text : last;
  return Object.hasOwn(config.guards, name) ? config.guards[name] : undefined;
}

function guardOf(
  event: PathEvent,
  kind: GuardKind,
  name: string,
  proves: readonly Term[],
  detail: readonly string[],
): Guard {
  return {
    kind,
    name,
    place: event.place,
    order: event.order,
    scopes: event.scopes.map((scope) => scope.id),
    detail,
    proves,
  };
}

function readCheck(event: CheckEvent, path: Path, view: IdentityView): readonly Guard[] {
  const name = event.stack.at(-1)?.text ?? "inline check";
  const kinds = new Map<GuardKind, readonly string[]>();
  const { test } = event;
  const { status } = event.stop;
  const identity = view.isIdentity(test);
  const credential = identity || view.isCredential(test);
  const role = identity || view.isCredential(test) ? roleDetail(test, view) : [];
  if (status === 429) kinds.set("rateLimit", []);
  const owner = tiesOwner(test, path, view);
  if (status === 401 || (credential && !owner && role.length === 0)) kinds.set("authentication", []);
  if (role.length > 0) kinds.set("role", role);
  if (
    status === 403 &&
    identity &&
    role.length === 0 &&
    !view.isStored(test) &&
    someTerm(test, (part) => part.kind === "result")
  )
    kinds.set("role", []);
  if (owner) kinds.set("ownership", []);
  if (provesSignature(test)) kinds.set("signature", []);
  const dedupe = provesDuplicate(event, path, view);
  if (dedupe) kinds.set("dedupe", dedupe);
  if ((status === 400 || status === 422) && view.isClientData(test)) kinds.set("validation", []);
  return [...kinds].map(([kind, detail]) => guardOf(event, kind, name, [test], detail));
}

/** Fields and values by which the test tells one caller's rights from another's. Empty where it does not. */
function roleDetail(test: Term, view: IdentityView): readonly string[] {
  const found = new Set<string>();
  someTerm(test, (part) => {
    const name =
      part.kind === "member"
        ? part.name
        : part.kind === "input"
          ? (part.path.at(-1) ?? "")
          : part.kind === "external"
            ? (part.path.at(-1) ?? "")
            : "";
    const field = name.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/\(\)$/, "");
    if (name !== "" && ROLE_FIELD.test(field) && view.isCredential(part)) found.add(name.replace(/\(\)$/, ""));
    if (part.kind === "operation" && COMPARISONS.has(part.operator) && part.parts.some((one) => view.isIdentity(one))) {
      for (const literal of literalsOf(part)) if (ROLE_FIELD.test(literal)) found.add(literal);
    }
    if (
      part.kind === "result" &&
      view.isIdentity(part) &&
      part.of.arguments.some((argument) => literalsOf(argument).length > 0)
    ) {
      for (const argument of part.of.arguments) for (const literal of literalsOf(argument)) found.add(literal);
    }
    return false;
  });
  if (found.size > 0) {
    someTerm(test, (part) => {
      if (part.kind === "operation" && COMPARISONS.has(part.operator))
        for (const literal of literalsOf(part)) found.add(literal);
      return false;
    });
  }
  return [...found];
}

function literalsOf(term: Term): readonly string[] {
  return partsOf(term)
    .flatMap((part) => {
      if (part.kind === "literal") return typeof part.value === "string" ? [part.value] : [];
      return part.kind === "array" ? literalsOf(part) : [];
    })
    .concat(term.kind === "literal" && typeof term.value === "string" ? [term.value] : []);
}

/** A stored row's field compared with the caller, or a row that was looked up for the caller and tested for presence. */
function tiesOwner(test: Term, path: Path, view: IdentityView): boolean {
  if (!view.isIdentity(test)) return false;
  const within = termsWithin(test);
  const compares = someTerm(
    test,
    (part) =>
      part.kind === "operation" &&
      (part.operator === "===" ||
        part.operator === "!==" ||
        part.operator === "includes" ||
        part.operator === "some") &&
      part.parts.some((one) => view.isIdentity(one) && !view.isClientData(one)) &&
      part.parts.some((one) => (view.isStored(one) || view.isClientData(one)) && !view.isIdentity(one)),
  );
  if (compares) return true;
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.access === "read" &&
      event.where !== undefined &&
      view.isIdentity(event.where) &&
      view.isClientData(event.where) &&
      within.has(event.result),
  );
}

function provesSignature(test: Term): boolean {
  return someTerm(
    test,
    (part) =>
      part.kind === "external" &&
      part.package === "node:crypto" &&
      /^(?:timingSafeEqual|createHmac|verify|createVerify)\(\)$/.test(part.path[0] ?? ""),
  );
}

/** The path stops where something was found that this very request would make: a row by its key, a state already reached. */
function provesDuplicate(event: CheckEvent, path: Path, view: IdentityView): readonly string[] | undefined {
  const within = termsWithin(event.test);
  for (const earlier of path.events) {
    if (earlier.kind !== "effect" || earlier.order > event.order || !within.has(earlier.result)) continue;
    const name = [earlier.target ?? earlier.system];
    const presence = presenceOf(event.test, earlier.result);
    if (earlier.access !== "read") {
      if (presence !== undefined) return name;
      continue;
    }
    if (!isKeyed(earlier, view) || !isWrittenLater(earlier, event, path)) continue;
    const stopsOnPresence =
      presence === "present" ? event.stopsWhen : presence === "absent" ? !event.stopsWhen : undefined;
    if (stopsOnPresence === true || comparesState(event.test, earlier.result)) return name;
  }
  return undefined;
}

/** The row is found by something of the request: its key, its event's id. */
function isKeyed(effect: EffectEvent, view: IdentityView): boolean {
  if (effect.where && (view.isClientData(effect.where) || view.isStored(effect.where))) return true;
  return typeof effect.key === "object";
}

/** What was looked up is changed later on the path: the next request finds it so. */
function isWrittenLater(read: EffectEvent, check: CheckEvent, path: Path): boolean {
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.order > check.order &&
      event.access === "write" &&
      event.system === read.system &&
      event.target === read.target,
  );
}

/** Whether a test is true when the value is there, or when it is missing. */
export function presenceOf(test: Term, value: Term): "present" | "absent" | undefined {
  if (test === value) return "present";
  if (test.kind === "operation") {
    const [left, right] = test.parts;
    if (test.operator === "!" && left) {
      const inner = presenceOf(left, value);
      return inner === undefined ? undefined : inner === "present" ? "absent" : "present";
    }
    const empty = [left, right].some(
      (part) => part?.kind === "undefined" || (part?.kind === "literal" && (part.value === null || part.value === 0)),
    );
    if (
      empty &&
      (test.operator === "===" || test.operator === "!==") &&
      test.parts.some((part) => someTerm(part, (one) => one === value))
    ) {
      return test.operator === "===" ? "absent" : "present";
    }
    if (empty && (test.operator === ">" || test.operator === "<") && someTerm(test, (one) => one === value))
      return "present";
    if (test.operator === "||" || test.operator === "&&") {
      for (const part of test.parts) {
        const inner = presenceOf(part, value);
        if (inner) return inner;
      }
    }
    if (test.operator === "===" && right?.kind === "literal" && someTerm(test, (one) => one === value))
      return typeof right.value === "number" ? "present" : undefined;
  }
  if (
    test.kind === "member" &&
    test.of === value &&
    /^(?:length|count|rowCount|affectedRows|modifiedCount|upsertedCount|id)$/.test(test.name)
  )
    return "present";
  if (
    test.kind === "external" &&
    test.base === value &&
    /^(?:length|count|rowCount|affectedRows|affected|modifiedCount|upsertedCount|id)$/.test(test.path.at(-1) ?? "")
  )
    return "present";
  return undefined;
}

/** A field of the row is compared with a fixed state: `order.status === "paid"`, `order.paidAt`. */
function comparesState(test: Term, row: Term): boolean {
  return someTerm(test, (part) => {
    if (part.kind === "operation" && COMPARISONS.has(part.operator)) {
      const field = part.parts.some((one) => one !== row && someTerm(one, (inner) => inner === row));
      return field && part.parts.some((one) => one.kind === "literal" || one.kind === "array");
    }
    const name =
      part.kind === "external" && part.base === row
        ? (part.path.at(-1) ?? "")
        : part.kind === "member" && part.of === row
          ? part.name
          : "";
    return /(?:At|_at|ed)$|^(?:status|state|is[A-Z]|processed|done|sent|paid)/.test(name);
  });
}
