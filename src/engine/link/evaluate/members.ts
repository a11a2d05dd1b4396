/** What `object.name` and `object[i]` stand for. */

import type { ClassMember, Expression, FunctionFacts, Pattern } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { handedBack } from "../adapters/receivers.ts";
import { parsedMember } from "../packages/parsed.ts";
import { resultMember } from "../packages/results.ts";
import { isWrittenOut } from "../terms/written-out.ts";
import { addedMember, memberBeside } from "../values/added-members.ts";
import { partsPaths } from "../values/file-names.ts";
import { givenMethod } from "../values/given-methods.ts";
import { globalValue } from "../values/global-values.ts";
import { memberInReach } from "../values/in-reach.ts";
import { injected } from "../values/injected.ts";
import { constructorArguments, withAdded } from "../values/instance-state.ts";
import {
  fieldsSetOn,
  fieldsSetOnClass,
  flagOf,
  isEmpty,
  setLater,
  setLaterOn,
  setLaterOnClass,
  untilReplaced,
} from "../values/late-fields.ts";
import { lentMethod } from "../values/lent-methods.ts";
import { modelName } from "../values/model-names.ts";
import { namedMember } from "../values/named-values.ts";
import { applicationOf } from "../values/on-application.ts";
import { handedMember, platformValue } from "../values/platform-values.ts";
import { memberByFunction } from "../values/prototypes.ts";
import { proxyMember } from "../values/proxies.ts";
import { registeredMember } from "../values/registered-models.ts";
import { rowMember } from "../values/row-methods.ts";
import { sameClient } from "../values/same-client.ts";
import { decoratedInput, decoratedMember } from "../values/unwrapped.ts";
import { pathnameOf, queryOf } from "./address-parts.ts";
import { assignPattern } from "./assign.ts";
import { callFunction } from "./call-function.ts";
import { choiceMember, operationMember } from "./chosen-members.ts";
import { evaluate } from "./evaluate.ts";
import { type Activation, createActivation, factsOf, type Linker } from "./linker.ts";
import { parentOf } from "./parents.ts";
import { memberOfRoute, routeInput } from "./route.ts";
import { exportedValue, exportNames, indexOf, typedValue } from "./values.ts";

export function memberOf(linker: Linker, of: Term, name: string): Term {
  const { terms } = linker;
  const named = linker.named && namedMember(linker, of, name);
  if (named) return named;
  const handed = platformValue(linker, of, name);
  if (handed) return handed;
  switch (of.kind) {
    case "object":
      return objectMember(linker, of, name);
    case "instance":
      if (name === "constructor") return of.class;
      return instanceMember(linker, of, of.class, name, of) ?? terms.member(of, name);
    case "class":
      return classMember(linker, of, name) ?? memberBeside(linker, of, name) ?? terms.member(of, name);
    case "function":
      return memberBeside(linker, of, name) ?? terms.member(of, name);
    case "module": {
      if (name !== "default" || exportNames(linker, of.file).has("default"))
        return exportedValue(linker, of.file, name);
      return of;
    }
    case "external": {
      const added =
        addedMember(linker, of, name) ??
        memberBeside(linker, of, name) ??
        givenMethod(linker, of, name) ??
        rowMember(linker, of, name) ??
        lentMethod(linker, of, name) ??
        modelName(linker, of, name) ??
        registeredMember(linker, of, name) ??
        partsPaths(linker, of, name);
      if (added) return added;
      const trapped = proxyMember(linker, of, name);
      if (trapped) return trapped;
      const handedOut = handedMember(linker, of, name);
      if (handedOut) return handedOut;
      const reached = memberInReach(linker, of, name);
      if (reached) return reached;
      const known = name === "pathname" ? pathnameOf(linker, of) : queryOf(linker, of, name);
      if (known) return known;
      const parsed = parsedMember(linker, of, name) ?? resultMember(linker, of, name);
      if (parsed) return parsed;
      const router = of.arguments && handedBack(linker, of);
      if (router) return memberOf(linker, router, name);
      const path = of.path.length === 1 && of.path[0] === "default" ? [] : of.path;
      const [exported] = path;
      if (path.length === 1 && exported !== undefined && linker.adapters.isEnum(of.package, exported))
        return terms.literal(name);
      const member = terms.external(of.package, [...path, name], of, undefined, undefined);
      return (member.kind === "external" && decoratedMember(linker, member)) || sameClient(linker, member);
    }
    case "global":
      if (of.path.join(".") === "process.env") return terms.environment(name);
      return (
        (of.path.length === 1 && /^global(?:This)?$/.test(of.path[0] ?? "") && globalValue(linker, name)) ||
        terms.global([...of.path, name])
      );
    case "input":
      return inputMember(linker, of, name);
    case "choice":
      return choiceMember(linker, of, name);
    case "operation":
      return operationMember(linker, of, name);
    case "array":
      // What a list holds that is written out is at least that long.
      if (name === "length" && of.items.length > 0 && of.items.every(isWrittenOut))
        return terms.literal(of.items.length);
      if (name === "length" && of.isEmpty) return terms.literal(0);
      return /^\d+$/.test(name) ? (of.items[Number(name)] ?? terms.undefined) : terms.member(of, name);
    case "undefined":
      return of;
    case "literal":
    case "text":
      return memberOfRoute(linker, of, name) ?? terms.unknown([of]);
    default:
      return terms.member(of, name);
  }
}

export function elementOf(linker: Linker, of: Term, index: number | undefined): Term {
  if (of.kind === "array") {
    if (index !== undefined) return of.items[index] ?? linker.terms.undefined;
    return of.items.length > 0 ? linker.terms.choice(of.items) : linker.terms.unknown([]);
  }
  if (of.kind === "choice" && index === undefined) {
    const filled = of.options.filter((option) => option.kind !== "array" || option.items.length > 0);
    if (filled.some((option) => option.kind === "array"))
      return linker.terms.choice(filled.map((option) => elementOf(linker, option, undefined)));
  }
  // Requests are no lists, and what a framework gives as one starts with the request: `context.getArgs()`.
  if (index === 0 && of.kind === "input" && of.source === "request" && of.path.length === 0) return of;
  // A row of a list is as good as the list: it keeps the path of the call that found it.
  if (of.kind === "external" || of.kind === "input") return of.kind === "external" ? of : linker.terms.element(of);
  return linker.terms.element(of);
}

/** Terms that a value may be, conditions dropped. */
export function alternatives(term: Term): readonly Term[] {
  if (term.kind === "choice") return term.options.flatMap(alternatives);
  if (term.kind !== "operation") return [term];
  if (term.operator === "?:") return term.parts.slice(1).flatMap(alternatives);
  if (term.operator === "||" || term.operator === "??") return term.parts.flatMap(alternatives);
  if (term.operator === "&&") return term.parts.slice(1).flatMap(alternatives);
  return [term];
}

export function isSomething(term: Term): boolean {
  return term.kind !== "undefined" && !(term.kind === "literal" && (term.value === null || term.value === false));
}

function objectMember(linker: Linker, of: Term & { readonly kind: "object" }, name: string): Term {
  for (const field of of.fields.toReversed()) {
    if (field.key === name)
      return isEmpty(field.value)
        ? (setLaterOn(linker, of, name) ?? field.value)
        : flagOf(linker, field.value, () => fieldsSetOn(linker, of, name));
    if (field.key === undefined) {
      const inside = alternatives(field.value).filter(isSomething);
      if (inside.every((option) => option.kind === "object")) {
        const found = inside.map((option) => objectMember(linker, option, name)).filter(isSomething);
        if (found.length > 0) return linker.terms.choice(found);
        continue;
      }
      const keyed = of.fields.some((other) => other.key === name);
      // A getter sees what was set on the object.
      const got = field.value.kind === "instance" && instanceMember(linker, field.value, field.value.class, name, of);
      if (!keyed) return got || memberOf(linker, field.value, name);
    }
  }
  return setLaterOn(linker, of, name) ?? linker.terms.undefined;
}

function inputMember(linker: Linker, of: Term & { readonly kind: "input" }, name: string): Term {
  const { terms } = linker;
  // `cookies.get("session").value` is the cookie.
  if (of.source === "cookies" && of.path.length === 1 && name === "value" && of.path[0] !== "get") return of;
  const ofRow = of.row && rowMember(linker, of, name, of.row);
  if (ofRow) return ofRow;
  const onRoute = linker.route && routeInput(linker, of.source, [...of.path, name]);
  if (onRoute) return onRoute;
  const left = leftOnRequest(linker, of, name);
  if (left) return left;
  const given = decoratedInput(linker, of, name) ?? applicationOf(linker, of, name);
  if (given) return given;
  const members = linker.adapters.framework(of.framework)?.members;
  const source = members?.[[of.source, ...of.path, name].join(".")];
  if (source) {
    const keeps = source === "request" || source === "response" || source === "context";
    return terms.input(source, [], keeps ? of.framework : "");
  }
  return of.path.length >= 8 ? terms.unknown([of]) : terms.input(of.source, [...of.path, name], of.framework);
}

function leftOnRequest(
  linker: Linker,
  { source, path }: Term & { readonly kind: "input" },
  name: string,
): Term | undefined {
  if (!linker.left || source !== "request" || path.length > 0) return undefined;
  return linker.left.fields.find(({ key }) => key === name)?.value;
}

/** `self` is the class that was asked, `of` it or one that it extends: what is inherited works on the class that was asked. */
export function classMember(
  linker: Linker,
  of: Term & { readonly kind: "class" },
  name: string,
  self: Term = of,
): Term | undefined {
  const facts = factsOf(linker, of.file);
  const found = facts?.classes[of.index];
  if (!facts || !found) return undefined;
  const member = found.members.find((candidate) => candidate.static && candidate.name === name);
  if (member?.function !== undefined) {
    const method = linker.terms.function({ file: of.file, index: member.function }, of.captured, self);
    return member.kind === "getter" && method.kind === "function" ? callFunction(linker, method, []).result : method;
  }
  const value = member?.value && fieldValue(linker, of, member, self);
  if (value && !isEmpty(value)) return flagOf(linker, value, () => fieldsSetOnClass(linker, of, name));
  // Set when it is first asked for: what it is declared to be, or is set to.
  const typed = member?.type && typedValue(linker, of.file, member.type);
  const later = typed ?? setLaterOnClass(linker, of, name, self) ?? value;
  if (later) return later;
  if (name === "name" && of === self && found.name !== undefined) return linker.terms.literal(found.name);
  const parent = parentOf(linker, of);
  if (parent?.kind === "class") return classMember(linker, parent, name, self);
  if (parent?.kind === "external")
    return linker.terms.external(parent.package, [...parent.path, name], self, undefined, undefined);
  return undefined;
}

function instanceMember(
  linker: Linker,
  instance: Term & { readonly kind: "instance" },
  of: Term,
  name: string,
  self: Term,
): Term | undefined {
  if (of.kind === "function") return memberByFunction(linker, instance, of, name);
  if (of.kind !== "class") return undefined;
  const key = `member ${instance.id} ${of.id} ${self.id} ${name} ${linker.route?.key ?? ""}${linker.left?.id ?? ""}`;
  const value = linker.memo.get(
    key,
    () => readInstanceMember(linker, instance, of, name, self),
    () => undefined,
  );
  return value?.kind === "array" && of === instance.class ? withAdded(linker, instance, name, value) : value;
}

function readInstanceMember(
  linker: Linker,
  instance: Term & { readonly kind: "instance" },
  of: Term & { readonly kind: "class" },
  name: string,
  self: Term,
): Term | undefined {
  const facts = factsOf(linker, of.file);
  const found = facts?.classes[of.index];
  if (!facts || !found) return undefined;
  const member = found.members.find(
    (candidate) => !candidate.static && candidate.name === name && candidate.kind !== "constructor",
  );
  if (member?.function !== undefined) {
    const method = linker.terms.function({ file: of.file, index: member.function }, of.captured, self);
    return member.kind === "getter" && method.kind === "function" ? callFunction(linker, method, []).result : method;
  }
  const given = constructorValue(linker, of, name, constructorArguments(linker, instance, of), self);
  // `this.client = null` in the constructor, which a method fills.
  const filled = given ?? (member?.value && withFilled(linker, of.file, member, fieldValue(linker, of, member, self)));
  if (filled)
    return isEmpty(filled) ? (setLater(linker, of, name, self) ?? filled) : untilReplaced(linker, of, name, filled);
  if (member && (member.type || member.decorators.length > 0)) {
    const typed = member.type && typedValue(linker, of.file, member.type);
    // What is made (`onModuleInit() { this.users = new Repository(this.userModel); }`) knows more than its type.
    const made = typed?.kind === "instance" ? setLater(linker, of, name, self) : undefined;
    if (made?.kind === "instance") return made;
    const activation = createActivation(of.file, facts, 0, of.captured, self);
    const value = injected(linker, activation, member, typed ?? linker.terms.unknown([]));
    if (value.kind !== "unknown" || value.parts.length > 0) return value;
  }
  // Also one that nothing declares: `constructor() { if (local) this.app = connect(); else this.app = app(); }`.
  const later = setLater(linker, of, name, self);
  if (later) return later;
  if (member && (member.type || member.decorators.length > 0)) return undefined;
  const parent = parentOf(linker, of);
  if (parent?.kind === "class") return instanceMember(linker, instance, parent, name, self);
  if (parent?.kind === "external") {
    const path = [...parent.path.slice(0, -1), `new ${parent.path.at(-1) ?? "default"}()`, name];
    return linker.terms.external(parent.package, path, instance, undefined, undefined);
  }
  return undefined;
}

function fieldValue(linker: Linker, of: Term & { readonly kind: "class" }, member: ClassMember, self: Term): Term {
  const facts = factsOf(linker, of.file);
  if (!facts || !member.value) return linker.terms.unknown([]);
  const activation = createActivation(of.file, facts, 0, of.captured, self);
  activation.context = () => self;
  return evaluate(linker, activation, member.value);
}

/** `private data: Partial<Order> = {}`, which methods fill: nothing in it is known to be missing. */
function withFilled(linker: Linker, file: string, member: ClassMember, value: Term): Term {
  if (value.kind !== "object" || indexOf(linker, file)?.filled.has(member.name) !== true) return value;
  return linker.terms.object([{ value: linker.terms.unknown([]) }, ...value.fields]);
}

/** A field that the constructor sets: as a parameter property, or by `this.name = …`. */
function constructorValue(
  linker: Linker,
  of: Term & { readonly kind: "class" },
  name: string,
  args: readonly Term[],
  self: Term,
): Term | undefined {
  const facts = factsOf(linker, of.file);
  const found = facts?.classes[of.index];
  const index = found?.members.find((member) => member.kind === "constructor")?.function;
  const builder = index === undefined ? undefined : facts?.functions[index];
  if (!facts || !builder || index === undefined) return undefined;
  const activation = createActivation(of.file, facts, index, of.captured, self);
  activation.context = () => self;
  for (const [position, parameter] of builder.parameters.entries()) {
    const value = parameterValue(linker, activation, parameter, args[position]);
    // `constructor(private readonly orders = new Orders()) {}`
    if (parameter.property === name)
      return parameter.pattern.kind === "default" && value.kind === "undefined"
        ? evaluate(linker, activation, parameter.pattern.value)
        : value;
    assignPattern(linker, activation, parameter.pattern, value);
  }
  for (const statement of builder.body) {
    if (statement.kind === "declare" && statement.value) {
      assignPattern(linker, activation, statement.pattern, evaluate(linker, activation, statement.value));
    }
    if (statement.kind !== "expression") continue;
    const copied = copiedOnto(linker, activation, statement.value, name);
    if (copied) return copied;
    if (statement.value.kind !== "assign") continue;
    const { target, value } = statement.value;
    if (target.kind !== "place" || target.place.kind !== "member" || target.place.object.kind !== "this") continue;
    if (target.place.name === name) return evaluate(linker, activation, value);
  }
  return undefined;
}

/** `Object.assign(this, given)`: the members of what is given. */
function copiedOnto(linker: Linker, activation: Activation, called: Expression, name: string): Term | undefined {
  if (called.kind !== "call" || called.callee.kind !== "member" || called.callee.name !== "assign") return undefined;
  const { object } = called.callee;
  const [onto, ...given] = called.arguments;
  if (object.kind !== "name" || object.binding >= 0 || object.name !== "Object" || onto?.kind !== "this")
    return undefined;
  for (const one of given.toReversed()) {
    const copied = evaluate(linker, activation, one);
    // `Object.assign(this, this.$extends(…))` of a package's client: it stays that client.
    if (copied.kind === "result" && copied.of.callee.kind === "member" && copied.of.callee.of === activation.self)
      continue;
    const value = memberOf(linker, copied, name);
    if (value.kind !== "undefined") return value;
  }
  return undefined;
}

/** What a constructor is given there, or what a container gives it. */
export function parameterValue(
  linker: Linker,
  activation: Activation,
  parameter: FunctionFacts["parameters"][number],
  given: Term | undefined,
): Term {
  const declared = parameter.type && typedValue(linker, activation.file, parameter.type);
  const typed = given === undefined && saysMore(linker, activation, parameter.pattern, declared) ? undefined : declared;
  const vague = given === undefined || (given.kind === "unknown" && given.parts.length === 0);
  // What is cut, because it lies too deep, is what its type says.
  const value = (vague ? typed : given) ?? given ?? missing(linker, parameter.pattern);
  return injected(linker, activation, parameter, value);
}

/** `model: Model<Order> = OrderModel`: what is taken where nothing is given is of the type's package, and says more than it. */
function saysMore(linker: Linker, activation: Activation, pattern: Pattern, declared: Term | undefined): boolean {
  if (pattern.kind !== "default" || declared?.kind !== "external") return false;
  const taken = evaluate(linker, activation, pattern.value);
  return taken.kind === "external" && taken.package === declared.package;
}

/** An argument that is left out: the default stands for it, where there is one. */
function missing(linker: Linker, pattern: Pattern): Term {
  return pattern.kind === "default" ? linker.terms.undefined : linker.terms.unknown([]);
}

/** The constructor's own text of a class, for its parameters. */
export function constructorOf(linker: Linker, of: Term & { readonly kind: "class" }): number | undefined {
  return factsOf(linker, of.file)?.classes[of.index]?.members.find((member) => member.kind === "constructor")?.function;
}
