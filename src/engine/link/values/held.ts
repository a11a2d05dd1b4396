/**
 * What a container of the workspace's own or of a package gives: `container.resolve(Orders)` (tsyringe),
 * `Container.get(Orders)` (TypeDI), `moduleRef.get(Orders)` (Nest), `container.get<Orders>(TYPES.Orders)` (Inversify),
 * `const orders: Orders = scope.resolve("orders")`. Where the call itself tells nothing, the class that it is given, or the
 * type that is said to come, does.
 */
import type { CallExpression, Expression, Pattern, TypeReference } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { typedValue } from "../evaluate/values.ts";
import { implementationOfClass } from "./implementations.ts";
import { doesSomething } from "./typed-members.ts";

/** How containers are asked. */
const ASKS =
  /^(?:get|resolve|make|inject|lookup|getInstance|getInstanceByToken|getService|getAsync|resolveAsync|useService)$/;

/** What a call gave, or what it must have given. */
export function heldInstead(
  linker: Linker,
  activation: Activation,
  call: CallExpression,
  args: readonly Term[],
  given: Term,
): Term {
  if (!asks(call) || !isVague(linker, given)) return given;
  const bound = boundFor(linker, activation.file, args[0], given);
  if (bound) return bound;
  const [type] = call.types ?? [];
  const typed = type && call.types?.length === 1 ? typedValue(linker, activation.file, type) : undefined;
  if (typed && doesSomething(linker, typed)) return typed;
  const [token] = args;
  const named = token?.kind === "literal" ? linker.named?.get(String(token.value)) : undefined;
  if (named) return named;
  if (args.length > 1) return given;
  if (token?.kind === "external") return packageClass(linker, token) ?? given;
  if (token?.kind !== "class") return given;
  const made = linker.provided?.(token) ?? implementationOfClass(linker, token) ?? linker.terms.instance(token, []);
  return doesSomething(linker, made) ? made : given;
}

/** What the container was told. A text may be the key of anything: it counts only where a container is asked. */
function boundFor({ bound }: Linker, file: string, token: Term | undefined, given: Term): Term | undefined {
  if (!bound || !token || (token.kind === "literal" && !bound.isOfContainer(given))) return undefined;
  return bound.get(token, file);
}

/** A client of a package by its class: `Container.get(DataSource)`. */
function packageClass(linker: Linker, token: Term & { readonly kind: "external" }): Term | undefined {
  const name = token.path.at(-1) ?? "";
  if (token.arguments || !/^[A-Z]\w*$/.test(name)) return undefined;
  const path = [...token.path.slice(0, -1), `new ${name}()`];
  const made = linker.terms.external(token.package, path, undefined, [], undefined);
  return isVague(linker, made) ? undefined : made;
}

/** The value of `const orders: Orders = …`. */
export function declaredAs(linker: Linker, activation: Activation, pattern: Pattern, expression: Expression): Term {
  const given = evaluate(linker, activation, expression);
  const type = pattern.kind === "binding" ? activation.facts.bindings[pattern.binding]?.type : undefined;
  return type ? heldByType(linker, activation.file, expression, type, given) : given;
}

/** The value of a declaration or a cast with this type, where a container gave it. */
export function heldByType(
  linker: Linker,
  file: string,
  expression: Expression,
  type: TypeReference,
  given: Term,
): Term {
  const call = expression.kind === "await" ? expression.value : expression;
  if (call.kind !== "call" || !asks(call) || !isVague(linker, given)) return given;
  const typed = typedValue(linker, file, type);
  return typed && doesSomething(linker, typed) ? typed : given;
}

function asks({ callee, arguments: args }: CallExpression): boolean {
  return (callee.kind === "member" || callee.kind === "name") && ASKS.test(callee.name) && args.length <= 2;
}

/** Nothing tells what it is: it came from code that was not read, or from a package that no adapter knows. */
function isVague({ adapters }: Linker, given: Term): boolean {
  if (given.kind === "external") return adapters.clientCall(given.package, [...given.path, "call"]) === undefined;
  return given.kind === "unknown" || given.kind === "result" || given.kind === "undefined" || given.kind === "element";
}
