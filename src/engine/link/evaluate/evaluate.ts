/** Evaluates expressions to terms. What running them does goes to the steps of the activation. */
import type { CallExpression, Expression, ObjectExpression } from "../../facts/file-facts.ts";
import type { Captured, Term, TermField } from "../../model/term.ts";
import { computedMethod } from "../adapters/receivers.ts";
import { functionAround } from "../files/file-index.ts";
import { settingIn, settingOf } from "../packages/setting-reads.ts";
import { isUnstable } from "../terms/fresh.ts";
import { fileName } from "../values/file-names.ts";
import { ownFolder } from "../values/folders.ts";
import { undeclaredFunction, undeclaredVariable } from "../values/global-values.ts";
import { heldByType, heldInstead } from "../values/held.ts";
import { nameInReach } from "../values/in-reach.ts";
import { noteAdded } from "../values/instance-state.ts";
import { keptIn } from "../values/kept.ts";
import { registeredInRecord } from "../values/registered.ts";
import { requiredSettings } from "../values/required-settings.ts";
import { assignPattern } from "./assign.ts";
import { invoke } from "./call.ts";
import { callFunction } from "./call-function.ts";
import { memberIfThere } from "./chosen-members.ts";
import { calledOnDeferred } from "./deferred.ts";
import { OWN_EXPORTS } from "./filled-at-top.ts";

import { countOf } from "./given-count.ts";
import { type Activation, type Linker, nameOf, placeOf } from "./linker.ts";
import { elementOf, memberOf } from "./members.ts";
import { oneOfListed } from "./one-of-listed.ts";
import { binary, conditional, logical, RANKED, unary } from "./operators.ts";
import { rightsOfRole } from "./rights-by-role.ts";
import { superMember } from "./super-member.ts";
import { takenFrom } from "./tables.ts";
import { tellsOfCaller } from "./tells-of-caller.ts";
import { notePromise } from "./unawaited.ts";
import { bindingValue, exportedValue, importedValue, indexOf, moduleValue, typedValue } from "./values.ts";

export function evaluate(linker: Linker, activation: Activation, expression: Expression): Term {
  const { terms } = linker;
  const inner = (child: Expression) => evaluate(linker, activation, child);
  switch (expression.kind) {
    case "literal":
      return terms.literal(expression.value);
    case "undefined":
      return terms.undefined;
    case "name": {
      const value = nameValue(linker, activation, expression.name, expression.binding);
      if (value.kind === "environment")
        activation.steps.push({ kind: "config", name: value.name, place: placeOf(activation, expression) });
      return value;
    }
    case "member":
      return readMember(
        linker,
        activation,
        expression.object,
        expression.name,
        expression.optional ? memberIfThere : memberOf,
      );
    case "index":
      return readIndex(linker, activation, inner(expression.object), inner(expression.index), expression);
    case "call":
      return evaluateCall(linker, activation, expression);
    case "module":
      return importedValue(linker, activation.file, expression.module, "*");
    case "function":
      return functionValue(linker, activation, expression.function);
    case "class":
      return terms.class(activation.file, expression.class, visibleHere(activation));
    case "object":
      return terms.object(objectFields(linker, activation, expression));
    case "array":
      return terms.array(
        expression.items.filter((item) => !isHole(item)).flatMap((item) => spreadItems(linker, activation, item)),
      );
    case "spread":
      return inner(expression.value);
    case "await": {
      const from = activation.steps.length;
      const value = inner(expression.value);
      markAwaited(activation, from);
      return value;
    }
    case "yield":
      return expression.value ? inner(expression.value) : terms.undefined;
    case "cast": {
      const value = inner(expression.value);
      return value.kind === "unknown" && value.parts.length === 0
        ? (typedValue(linker, activation.file, expression.type) ?? value)
        : heldByType(linker, activation.file, expression.value, expression.type, value);
    }
    case "conditional":
      return conditional(linker, activation, expression);
    case "logical":
      return logical(linker, activation, expression);
    case "binary":
      return (
        countOf(linker, activation, expression) ??
        binary(linker, expression.operator, inner(expression.left), inner(expression.right))
      );
    case "unary":
      return unary(linker, activation, expression);
    case "assign":
      return assign(linker, activation, expression);
    case "template":
      return template(linker, activation, expression);
    case "this":
      return activation.self ?? terms.unknown([]);
    case "super":
      return activation.self ?? terms.unknown([]);
    case "jsx":
    case "unknown":
      return terms.unknown(expression.parts.map(inner));
  }
}

/** Effects noted since `from` are waited for. */
export function markAwaited(activation: Activation, from: number): void {
  for (const step of activation.steps.slice(from)) if (step.kind === "effect") step.awaited = true;
}

function nameValue(linker: Linker, activation: Activation, name: string, binding: number): Term {
  const { terms } = linker;
  const exported = binding < 0 && name === "exports" && ownExports(activation);
  if (exported) return exported;
  if (binding < 0 && name === "exports" && activation.facts.exports.length > 0) return terms.module(activation.file);
  if (binding < 0 && name === "__dirname") return ownFolder(linker, activation.file);
  if (binding < 0 && name === "__filename") return fileName(linker, activation.file);
  if (binding < 0)
    return (
      setBefore(linker, activation, name) ??
      nameInReach(linker, activation.file, name) ??
      undeclaredFunction(linker, activation.file, name) ??
      terms.global([name])
    );
  const local = activation.locals.get(binding) ?? activation.captured.get(binding);
  if (local) return local;
  const bound = activation.facts.bindings[binding];
  if (!bound) return terms.unknown([]);
  if (bound.kind === "function" && bound.function !== undefined && bound.owner !== 0)
    return functionValue(linker, activation, bound.function);
  if (bound.kind === "class" && bound.class !== undefined && bound.owner !== 0)
    return terms.class(activation.file, bound.class, visibleHere(activation));
  if (bound.owner === 0) return bindingValue(linker, activation.file, binding);
  const around = functionAround(activation.facts, activation.functionIndex, bound);
  if (around !== undefined) return functionValue(linker, activation, around);
  if (bound.type) return typedValue(linker, activation.file, bound.type) ?? terms.unknown([]);
  return terms.unknown([]);
}

/** What the file exports, while its loops fill that. */
function ownExports({ locals, captured }: Activation): Term | undefined {
  return locals.get(OWN_EXPORTS) ?? captured.get(OWN_EXPORTS);
}

/** What this run, or the one around it, has set a variable to that nothing declares: `name = parse(file).name`. */
function setBefore(linker: Linker, { file, locals, captured }: Activation, name: string): Term | undefined {
  const variable = undeclaredVariable(linker, file, name);
  return variable === undefined ? undefined : (locals.get(variable) ?? captured.get(variable));
}

function functionValue(linker: Linker, activation: Activation, index: number): Term {
  const free = indexOf(linker, activation.file)?.freeVariables(index) ?? [];
  const kind = activation.facts.functions[index]?.kind;
  const self = kind === "arrow" || kind === "method" ? activation.self : undefined;
  const seen = [...new Set([...free, ...ofLoops(linker, activation)])];
  return linker.terms.function({ file: activation.file, index }, capture(linker, activation, seen), self);
}

/** What loops at the top of a file go through, which each function that they make sees as it was, and what they are filling. */
function ofLoops(linker: Linker, activation: Activation): readonly number[] {
  const { file, facts, filling, functionIndex, locals, captured } = activation;
  // A function within such a function sees it, too.
  if (functionIndex !== 0) return [...captured.keys()].filter((binding) => facts.bindings[binding]?.owner === 0);
  if (locals.size === 0) return [];
  const declared = indexOf(linker, file)?.declarations;
  return [...locals.keys()].filter((binding) => filling || !declared?.has(binding));
}

/** A class that a function makes sees the function's variables. */
function visibleHere(activation: Activation): Captured {
  if (activation.functionIndex === 0) return activation.captured;
  return new Map([...activation.captured, ...activation.locals]);
}

/** Values of outer variables as they are now. One that is set again later is only partly known. */
function capture(linker: Linker, activation: Activation, free: readonly number[]): Captured {
  const captured = new Map<number, Term>();
  for (const binding of free) {
    const value = activation.locals.get(binding) ?? activation.captured.get(binding);
    if (!value) continue;
    const again = activation.facts.bindings[binding]?.reassigned;
    captured.set(binding, again ? linker.terms.unknown([value]) : value);
  }
  return captured;
}

function readMember(
  linker: Linker,
  activation: Activation,
  object: Expression,
  name: string,
  read: typeof memberOf = memberOf,
): Term {
  // `module.exports.list(…)` in the file that exports it.
  if (name === "exports" && object.kind === "name" && object.name === "module" && object.binding < 0)
    return ownExports(activation) ?? exportedValue(linker, activation.file, "*");
  const of = evaluate(linker, activation, object);
  const above = object.kind === "super" ? superMember(linker, activation, of, name) : undefined;
  if (above) return above;
  const kept = activation.kept && keptIn(activation, of, linker.terms.literal(name));
  if (kept) return kept;
  const found = read(linker, of, name);
  const isRequired = found.kind === "environment" && requiredSettings(activation.facts).has(found.name);
  const member = isRequired ? linker.terms.environment(found.name, "set") : found;
  noteSetting(activation, of, name, member, object);
  // `this.queues.mail` of an object that the constructor fills.
  if (object.kind === "member" && (member.kind === "unknown" || member.kind === "undefined"))
    return registeredInRecord(linker, activation, object, linker.terms.literal(name)) ?? member;
  return member;
}

/** Which setting is read here, if one is: the paths that come by need it. */
function noteSetting(activation: Activation, of: Term, name: string, value: Term, at: Expression): void {
  const setting = settingIn(value) ?? settingOf(of, name);
  if (setting !== undefined) activation.steps.push({ kind: "config", name: setting, place: placeOf(activation, at) });
}

function readIndex(linker: Linker, activation: Activation, object: Term, index: Term, at: Expression): Term {
  const kept =
    keptIn(activation, object, index) ??
    (at.kind === "index" ? registeredInRecord(linker, activation, at.object, index) : undefined);
  if (kept) return kept;
  if (index.kind === "literal") {
    if (typeof index.value === "number") return elementOf(linker, object, index.value);
    const name = String(index.value);
    const member = memberOf(linker, object, name);
    noteSetting(activation, object, name, member, at);
    return member;
  }
  if (object.kind === "object") {
    const taken = takenFrom(linker, object, index) ?? rightsOfRole(linker, object, index);
    if (taken) return taken;
    // `Role[member.role]` of an enum whose members are called like their values.
    if (object.fields.length > 0 && object.fields.every(isCalledAsItsValue)) return index;
    const known = object.fields.map((field) => field.value);
    // `RANKS[user.role]`: what stands there tells of the caller.
    if (known.every(isData) && tellsOfCaller(linker, index))
      return known.every(isNumber)
        ? linker.terms.operation(RANKED, [index, ...known])
        : linker.terms.unknown([index, ...known]);
    return linker.terms.choice(known.length > 0 ? known : [linker.terms.unknown([index])]);
  }
  if (object.kind === "array") {
    // `letters[Math.floor(Math.random() * letters.length)]`
    if (object.items.every((item) => item.kind === "literal") && isUnstable(index))
      return linker.terms.unknown([index]);
    return lastOf(object, index) ?? elementOf(linker, object, undefined);
  }
  if (isPlaceIn(object, index)) return elementOf(linker, object, undefined);
  return computedMethod(linker, object, index) ?? linker.terms.unknown([object, index]);
}

/** `const at = lines.findIndex((line) => …); lines[at]` is one of the lines. */
function isPlaceIn(list: Term, index: Term): boolean {
  if (index.kind === "unknown") return index.parts[0] === list && index.parts.length > 1;
  return (
    index.kind === "external" && index.base === list && /^(?:findIndex|indexOf)\(\)$/.test(index.path.at(-1) ?? "")
  );
}

function isCalledAsItsValue({ key, value }: TermField): boolean {
  return value.kind === "literal" && value.value === key;
}

function isNumber(term: Term): boolean {
  return term.kind === "literal" && typeof term.value === "number";
}

/** `args[args.length - 1]`: the last of what a function was given. */
function lastOf(list: Term & { readonly kind: "array" }, index: Term): Term | undefined {
  if (index.kind !== "operation" || index.operator !== "-") return undefined;
  const [length, back] = index.parts;
  if (length?.kind !== "member" || length.of !== list || length.name !== "length") return undefined;
  return back?.kind === "literal" && typeof back.value === "number" ? list.items.at(-back.value) : undefined;
}

function isData(term: Term): boolean {
  return term.kind === "literal" || (term.kind === "array" && term.items.every(isData));
}

function evaluateCall(linker: Linker, activation: Activation, call: CallExpression): Term {
  const { callee } = call;
  const isSuper = callee.kind === "super";
  const object = callee.kind === "member" ? evaluate(linker, activation, callee.object) : undefined;
  const target = isSuper
    ? linker.terms.undefined
    : callee.kind === "member"
      ? readMemberOf(linker, activation, callee.object, object as Term, callee.name)
      : evaluate(linker, activation, callee);
  const args = call.arguments.flatMap((argument) => spreadItems(linker, activation, argument));
  const followed = object && calledOnDeferred(linker, activation, call, object, args);
  if (followed) return followed;
  if (isSuper) return linker.terms.undefined;
  if (callee.kind === "member" && object && (callee.name === "push" || callee.name === "unshift"))
    noteAdded(linker, activation, callee.object, object, args);
  notePromise(linker, activation, call, target, nameOf(activation.facts, callee));
  const given = invoke(linker, activation, {
    target,
    object,
    name: callee.kind === "member" ? callee.name : undefined,
    arguments: args,
    expression: call,
    text: nameOf(activation.facts, callee),
    place: placeOf(activation, call),
  });
  return heldInstead(linker, activation, call, args, given);
}

function readMemberOf(linker: Linker, activation: Activation, expression: Expression, of: Term, name: string): Term {
  return expression.kind === "super" ? readMember(linker, activation, expression, name) : memberOf(linker, of, name);
}

/** `["admin", , "owner"]`: what goes over a list leaves it out. */
function isHole({ kind, at: [from, to] }: Expression): boolean {
  return kind === "undefined" && from === to;
}

/** The item of a list, or all that it spreads. */
export function spreadItems(linker: Linker, activation: Activation, item: Expression): readonly Term[] {
  const value = evaluate(linker, activation, item);
  if (item.kind !== "spread") return [value];
  if (value.kind === "array") return value.items;
  return [linker.terms.element(value)];
}

function objectFields(linker: Linker, activation: Activation, expression: ObjectExpression): readonly TermField[] {
  const read = expression.fields.filter((field) => field.accessor !== "set");
  return read.map((field): TermField => {
    const computed = field.computed ? evaluate(linker, activation, field.computed) : undefined;
    const given = evaluate(linker, activation, field.value);
    // `get orders() { return primary.orders; }` is what it gives.
    const value =
      field.accessor === "get" && given.kind === "function" ? callFunction(linker, given, []).result : given;
    const key = computed ? keyNamed(linker, computed) : field.key;
    if (computed && key === undefined) return { value: linker.terms.unknown([computed, value]) };
    return key === undefined ? { value } : { key, value };
  });
}

/** `{ ["status"]: … }`, `{ [Op.in]: … }`; undefined where the key cannot be read. */
function keyNamed({ adapters }: Linker, computed: Term): string | undefined {
  if (computed.kind === "literal") return String(computed.value);
  return computed.kind === "external" && !computed.arguments
    ? adapters.operator(computed.package, computed.path)
    : undefined;
}

function assign(linker: Linker, activation: Activation, expression: Expression & { readonly kind: "assign" }): Term {
  const module = exportedPlace(expression);
  if (module && activation.functionIndex === 0) {
    const made = moduleValue(linker, activation.file, expression.value);
    activation.steps.push(...made.steps);
    return made.term;
  }
  const value = evaluate(linker, activation, expression.value);
  if (expression.operator === "=") {
    assignPattern(linker, activation, expression.target, value);
    return value;
  }
  const place = expression.target;
  const before =
    place.kind === "binding"
      ? nameValue(linker, activation, "", place.binding)
      : place.kind === "place"
        ? evaluate(linker, activation, place.place)
        : linker.terms.unknown([]);
  const operator = expression.operator.slice(0, -1);
  const changed = binary(linker, operator, before, value);
  assignPattern(linker, activation, place, changed);
  return changed;
}

/** `module.exports = …`, `exports.name = …`: the value stands among the exports of the file too. */
function exportedPlace(expression: Expression & { readonly kind: "assign" }): boolean {
  if (expression.target.kind !== "place") return false;
  let place: Expression = expression.target.place;
  while (place.kind === "member") place = place.object;
  return place.kind === "name" && place.binding < 0 && (place.name === "module" || place.name === "exports");
}

function template(
  linker: Linker,
  activation: Activation,
  expression: Expression & { readonly kind: "template" },
): Term {
  const { terms } = linker;
  const values = expression.values.map((value) =>
    oneOfListed(linker, evaluate(linker, activation, value), activation.conditions),
  );
  const parts: Term[] = [];
  expression.texts.forEach((text, index) => {
    if (text !== "") parts.push(terms.literal(text));
    const value = values[index];
    if (value) parts.push(...(value.kind === "text" ? value.parts : [value]));
  });
  const literal = parts.every((part) => part.kind === "literal");
  const text = literal
    ? terms.literal(parts.map((part) => (part.kind === "literal" ? String(part.value) : "")).join(""))
    : terms.text(parts);
  if (!expression.tag) return text;
  const { tag } = expression;
  const object = tag.kind === "member" ? evaluate(linker, activation, tag.object) : undefined;
  return invoke(linker, activation, {
    target: evaluate(linker, activation, tag),
    object,
    name: tag.kind === "member" ? tag.name : undefined,
    arguments: [text],
    expression: { kind: "call", callee: tag, arguments: [], new: false, at: expression.at },
    text: nameOf(activation.facts, tag),
    place: placeOf(activation, expression),
  });
}
