/** Binds patterns to terms: declarations, parameters, assignments. */

import type { Expression, Pattern } from "../../facts/file-facts.ts";
import type { Place, Term } from "../../model/term.ts";
import { isOwnExports } from "../files/file-index.ts";
import { noteReplaced } from "../packages/read-by-schema.ts";
import { settingOf } from "../packages/setting-reads.ts";
import { parsedShape } from "../packages/shapes.ts";
import { isSent } from "../terms/sent.ts";
import { containsTerm } from "../terms/terms.ts";
import { attachableOf, holderOfBag, leftAs, leftAsFlag, leftInBag, leftInSent, withLeft } from "../values/attached.ts";
import { undeclaredVariable } from "../values/global-values.ts";
import { keep } from "../values/kept.ts";
import { noteOnApplication } from "../values/on-application.ts";
import { answerByAssignment } from "./call-input.ts";
import { noteChange } from "./changed-rows.ts";
import { evaluate } from "./evaluate.ts";
import { OWN_EXPORTS } from "./filled-at-top.ts";
import { type Activation, type Linker, placeOf } from "./linker.ts";
import { isListed } from "./list-methods.ts";
import { alternatives, elementOf, memberOf } from "./members.ts";

/** Sets every variable of the pattern. Variables of outer functions are noted as writes for the caller. */
export function assignPattern(linker: Linker, activation: Activation, pattern: Pattern, value: Term): void {
  switch (pattern.kind) {
    case "binding":
      activation.given?.delete(pattern.binding);
      return setVariable(activation, pattern.binding, value);
    case "default":
      return assignPattern(
        linker,
        activation,
        pattern.pattern,
        withDefault(linker, value, () => evaluate(linker, activation, pattern.value)),
      );
    case "object":
      return assignObject(linker, activation, pattern, value);
    case "array":
      pattern.items.forEach((item, index) => {
        if (!item) return;
        const found = item.default;
        const element = elementOf(linker, value, index);
        assignPattern(
          linker,
          activation,
          item.pattern,
          found ? withDefault(linker, element, () => evaluate(linker, activation, found)) : element,
        );
      });
      if (pattern.rest) assignPattern(linker, activation, pattern.rest, linker.terms.unknown([value]));
      return;
    case "place":
      return assignPlace(linker, activation, pattern.place, value);
  }
}

/** `Object.assign(req.body, { user })`: each field as if it were set alone. */
export function assignMembers(linker: Linker, activation: Activation, target: Expression, given: Term): void {
  if (given.kind !== "object") return;
  for (const { key, value } of given.fields)
    if (key !== undefined)
      assignPlace(linker, activation, { kind: "member", object: target, name: key, at: target.at }, value);
}

function assignObject(
  linker: Linker,
  activation: Activation,
  pattern: Pattern & { readonly kind: "object" },
  value: Term,
): void {
  for (const field of pattern.fields) {
    if (field.computed) evaluate(linker, activation, field.computed);
    const member = field.key === undefined ? linker.terms.unknown([value]) : memberOf(linker, value, field.key);
    const setting = field.key !== undefined && settingOf(value, field.key);
    if (setting) activation.steps.push({ kind: "config", name: setting, place: placeOf(activation, field.pattern) });
    const fallback = field.default;
    const bound = fallback ? withDefault(linker, member, () => evaluate(linker, activation, fallback)) : member;
    assignPattern(linker, activation, field.pattern, bound);
  }
  if (!pattern.rest) return;
  const taken = new Set(pattern.fields.map((field) => field.key));
  const rest =
    value.kind === "object"
      ? linker.terms.object(value.fields.filter((field) => field.key === undefined || !taken.has(field.key)))
      : withoutTaken(linker, value, taken);
  assignPattern(linker, activation, pattern.rest, rest);
}

/** `const { role, ...rest } = req.body`: the rest is all that was sent, but for these; without its id, a row is no longer that row. */
function withoutTaken(linker: Linker, value: Term, taken: ReadonlySet<string | undefined>): Term {
  const { terms } = linker;
  const sent = value.kind === "input" ? isSent(value) : parsedShape(value) !== undefined;
  const gone = [...taken].flatMap((key) =>
    key !== undefined && (sent || (value.kind !== "input" && (key === "id" || key === "_id"))) ? [key] : [],
  );
  if (gone.length === 0) return value;
  return terms.object([{ value }, ...gone.map((key) => ({ key, value: terms.undefined }))]);
}

function setVariable(activation: Activation, binding: number, value: Term): void {
  activation.locals.set(binding, value);
  const owner = binding === OWN_EXPORTS ? 0 : activation.facts.bindings[binding]?.owner;
  if (owner === undefined || owner === activation.functionIndex) return;
  // Of what stands at the top, only loops there that fill it are followed.
  if (owner !== 0 || activation.captured.has(binding)) activation.writes.set(binding, value);
}

/** The variable that holds the object; the exports of the file are one while loops fill them. */
function holderOf({ locals, captured }: Activation, object: Expression): number | undefined {
  if (isOwnExports(object)) return locals.has(OWN_EXPORTS) || captured.has(OWN_EXPORTS) ? OWN_EXPORTS : undefined;
  return object.kind === "name" ? object.binding : undefined;
}

/** `order.total = x` on a local object makes a new object with that field. */
function assignPlace(
  linker: Linker,
  activation: Activation,
  place: (Pattern & { readonly kind: "place" })["place"],
  value: Term,
): void {
  const undeclared = place.kind === "name" ? undeclaredVariable(linker, activation.file, place.name) : undefined;
  if (undeclared !== undefined) activation.locals.set(undeclared, value);
  const target = evaluate(linker, activation, place.kind === "member" || place.kind === "index" ? place.object : place);
  if (place.kind === "index") {
    const index = evaluate(linker, activation, place.index);
    keep(activation, target, index, value);
    const whole = keysOf(activation, index);
    if (whole) noteChange(linker, activation, target, undefined, whole);
  }
  if (place.kind === "member") keep(activation, target, linker.terms.literal(place.name), value);
  if (place.kind === "member" && target === activation.self && target.kind === "instance") {
    activation.own ??= new Map();
    activation.own.set(place.name, value);
  }
  if (place.kind === "member") noteOnApplication(linker, activation.file, target, place.name, value);
  if (place.kind === "member") noteChange(linker, activation, target, place.name, value);
  const whole = attachableOf(target);
  const request = whole ?? target;
  if (place.kind === "member" && request.kind === "input")
    answerByAssignment(linker, activation, request, place.name, value, placeOf(activation, place));
  if (target.kind === "input" && target.source === "response" && target.path.length === 0 && value.kind === "function")
    activation.steps.push({ kind: "replacesAnswer", place: placeOf(activation, place) });
  const name = nameOfPlace(linker, activation, place);
  const on = name === undefined ? undefined : whole;
  const left =
    on && name !== undefined
      ? (leftAs(linker, on, name, value) ?? leftAsFlag(linker, on, name, value, activation.conditions ?? []))
      : undefined;
  if (whole && !left) noteReplaced(linker, activation, { on: whole, name, value }, placeOf(activation, place));
  if (on && name !== undefined && left) {
    activation.steps.push({ kind: "attach", on: on.source, name, value: left, place: placeOf(activation, place) });
    if (target.kind === "input" && "object" in place && place.object.kind === "name")
      return setVariable(
        activation,
        place.object.binding,
        linker.terms.object([{ value: target }, { key: name, value: left }]),
      );
  }
  if (name !== undefined) replaceBag(linker, activation, { target, name, value }, placeOf(activation, place));
  if (name !== undefined && "object" in place && place.object.kind === "member")
    leaveInBag(linker, activation, place.object, { target, name, value }, placeOf(activation, place));
  const holder = place.kind === "index" ? holderOf(activation, place.object) : undefined;
  if (place.kind === "index" && holder !== undefined && target.kind === "object")
    return setVariable(activation, holder, withIndex(linker, activation, place.index, target, value));
  if (place.kind !== "member" || place.object.kind !== "name") return;
  // `body.workspaceId = req.user.workspaceId`: what was sent under that name is gone.
  if (isSent(target)) {
    const known = linker.terms.object([{ value: target }, { key: place.name, value }]);
    return setVariable(activation, place.object.binding, known);
  }
  const options = alternatives(target);
  const changed = options.flatMap((option) => withMember(linker, activation, option, place.name, value));
  // What a helper made on one of several ways is set on all of them.
  if (changed.length === options.length)
    setVariable(
      activation,
      place.object.binding,
      changed.length > 1 ? linker.terms.choice(changed) : (changed[0] ?? target),
    );
}

/** An object with the member; an instance has it besides its own: `booking.id = uuid()`, `service.inTransaction = async (run) => …`. */
function withMember({ terms }: Linker, activation: Activation, of: Term, key: string, value: Term): readonly Term[] {
  if (of.kind === "object") return [terms.object([...of.fields.filter((field) => field.key !== key), { key, value }])];
  return of.kind === "instance" && of !== activation.self ? [terms.object([{ value: of }, { key, value }])] : [];
}

/** `changes[name] = value` on an object of the code's own: a field where the name is known, what was sent where its keys are gone through. */
function withIndex(
  linker: Linker,
  activation: Activation,
  written: Expression,
  target: Term & { readonly kind: "object" },
  value: Term,
): Term {
  const index = evaluate(linker, activation, written);
  if (index.kind === "literal") {
    const key = String(index.value);
    return linker.terms.object([...target.fields.filter((field) => field.key !== key), { key, value }]);
  }
  const whole = keysOf(activation, index);
  if (whole && target.fields.some((one) => one.value === whole)) return target;
  // Any name may be there from now on, and a switch may have been turned.
  const switched = target.fields.map((field) => ({ ...field, value: turned(linker, field.value) }));
  if (whole) return linker.terms.object([{ value: whole }, ...switched]);
  // `cookies[name] = text`
  const fields = switched.filter((one) => one.key !== undefined || !saysNothing(one.value));
  const isOpen = fields.some((one) => one.key === undefined && one.value.kind !== "object");
  return linker.terms.object(isOpen ? fields : [{ value: linker.terms.unknown([value]) }, ...fields]);
}

/** A setting stands in a group of a group. */
const MAXIMUM_LEVELS = 3;

/** `{ mail: { enabled: false } }` once settings were put over it by names that are not known. */
function turned(linker: Linker, value: Term, levels = MAXIMUM_LEVELS): Term {
  if (value.kind === "literal" && typeof value.value === "boolean")
    return linker.terms.choice([value, linker.terms.unknown([])]);
  if (value.kind !== "object" || levels === 0) return value;
  const fields = value.fields.map((field) => ({ ...field, value: turned(linker, field.value, levels - 1) }));
  return fields.every((field, index) => field.value === value.fields[index]?.value)
    ? value
    : linker.terms.object(fields);
}

function saysNothing(value: Term): boolean {
  return value.kind === "unknown" && value.parts.length === 0;
}

/** `event.locals.db = db`: later handlers find it there, and so does what comes next. */
function leaveInBag(
  linker: Linker,
  activation: Activation,
  bag: Expression & { readonly kind: "member" },
  { target, name, value }: { readonly target: Term; readonly name: string; readonly value: Term },
  place: Place,
): void {
  if (target.kind !== "input" && target.kind !== "object") return;
  const whole = evaluate(linker, activation, bag.object);
  const holder = holderOfBag(whole);
  if (!holder) return;
  const field = { key: bag.name, value: memberOf(linker, holder, bag.name) };
  const left = leftInSent(linker, field.value, name, value) ?? leftInBag(linker, value);
  if (!left || field.value.kind !== "input") return;
  activation.steps.push({ kind: "attach", on: holder.source, bag: field, name, value: left, place });
  if (bag.object.kind !== "name") return;
  const fields = whole.kind === "object" ? whole.fields.filter(({ key }) => key !== bag.name) : [{ value: whole }];
  const filled = { key: bag.name, value: withLeft(linker, target, name, left) };
  setVariable(activation, bag.object.binding, linker.terms.object([...fields, filled]));
}

/** `res.locals = { ...repositories, team }`: each of its fields is left there. */
function replaceBag(
  linker: Linker,
  activation: Activation,
  { target, name, value }: { readonly target: Term; readonly name: string; readonly value: Term },
  place: Place,
): void {
  const holder = value.kind === "object" && BAGS.test(name) ? holderOfBag(target) : undefined;
  if (!holder || value.kind !== "object") return;
  const bag = { key: name, value: memberOf(linker, holder, name) };
  if (bag.value.kind !== "input") return;
  for (const key of keysIn(value)) {
    const left = leftInBag(linker, memberOf(linker, value, key));
    if (left) activation.steps.push({ kind: "attach", on: holder.source, bag, name: key, value: left, place });
  }
}

/** Names of fields, also of objects that are spread into it. */
function keysIn(value: Term & { readonly kind: "object" }): ReadonlySet<string> {
  return new Set(
    value.fields.flatMap((field) => {
      if (field.key !== undefined) return [field.key];
      return field.value.kind === "object" ? [...keysIn(field.value)] : [];
    }),
  );
}

const BAGS = /^(?:locals|state)$/;

/** `for (const key of Object.keys(body)) row[key] = body[key]` sets whatever was sent, unless the key is looked up in a list first. */
function keysOf(activation: Activation, index: Term): Term | undefined {
  // `names[`#${key}`] = key`
  const made = index.kind === "text" ? index.parts.find((part) => part.kind !== "literal") : index;
  const list = made?.kind === "element" ? made.of : undefined;
  const keys = list?.kind === "element" ? list.of : list;
  if (!made || keys?.kind !== "operation" || keys.operator !== "keys") return undefined;
  const listed = (test: Term): boolean => isListed(test) && containsTerm(test, made);
  if (activation.conditions?.some(listed)) return undefined;
  const before = activation.steps.some((step) => step.kind === "branch" && listed(step.test));
  return before ? undefined : keys.parts[0];
}

/** `request.account`, `request["account"]`. */
function nameOfPlace(
  linker: Linker,
  activation: Activation,
  place: (Pattern & { readonly kind: "place" })["place"],
): string | undefined {
  if (place.kind === "member") return place.name;
  if (place.kind !== "index") return undefined;
  const index = evaluate(linker, activation, place.index);
  return index.kind === "literal" && typeof index.value === "string" ? index.value : undefined;
}

function withDefault(linker: Linker, value: Term, fallback: () => Term): Term {
  if (value.kind === "undefined") return fallback();
  if (value.kind === "literal" || value.kind === "object" || value.kind === "function" || value.kind === "array")
    return value;
  return linker.terms.choice([value, fallback()]);
}
