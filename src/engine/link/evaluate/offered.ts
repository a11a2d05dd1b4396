/** Calls into the workspace that are given a method, a path and a function: they may be calls of a router of its own. */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place, Term } from "../../model/term.ts";
import { callsNamed } from "../files/file-index.ts";
import { pathOfPattern } from "../terms/path-of-pattern.ts";
import { alternatives } from "./members.ts";
import type { Frame, Step } from "./steps.ts";

/** One route as it was offered. */
export interface OfferedRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: Term;
  /** The path begins without a slash: it may be a key of anything. */
  readonly bare?: true;
}

export const VERB = /^(?:get|post|put|patch|delete|del|head|options|all|any)$/i;
export const VERB_AND_PATH = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL|ANY|\*)[ :]+(\/\S*)$/;
const BARE = /^[a-z][\w-]*(?:\/[\w:.{}*-]+)*$/i;
const PATHS = ["path", "url", "route", "pattern", "pathname", "regex"];
const HANDLERS = ["handler", "handle", "action", "run", "fn", "controller", "callback", "execute"];

/** What a call of the workspace's own is offered by these arguments. */
export function offeredBy(name: string | undefined, args: readonly Term[]): OfferedRoute | undefined {
  const [first, second] = args;
  if (first?.kind === "object" && args.length === 1) return routeOf(first);
  if (first?.kind !== "literal" || typeof first.value !== "string" || args.length < 2) return undefined;
  const handler = args.findLast(isCalled);
  if (!handler) return undefined;
  const both = VERB_AND_PATH.exec(first.value);
  if (both) return made(both[1], both[2], handler);
  const path = pathIn(first);
  if (path !== undefined) return name !== undefined && VERB.test(name) ? made(name, path, handler) : undefined;
  if (name !== undefined && VERB.test(name) && BARE.test(first.value))
    return { ...made(name, `/${first.value}`, handler), bare: true };
  const given = VERB.test(first.value) ? pathIn(second) : undefined;
  return given === undefined || args.length < 3 ? undefined : made(first.value, given, handler);
}

/** `{ method: "GET", path: "/users", handler: list }`. */
export function routeOf(value: Term & { readonly kind: "object" }): OfferedRoute | undefined {
  const field = (names: readonly string[]): Term | undefined =>
    value.fields.find(({ key }) => key !== undefined && names.includes(key))?.value;
  const method = field(["method", "verb"]);
  const path = pathIn(field(PATHS));
  const handler = field(HANDLERS);
  if (path === undefined || !handler || !isCalled(handler)) return undefined;
  if (method?.kind !== "literal" || !VERB.test(String(method.value))) return undefined;
  return made(String(method.value), path, handler);
}

export function made(method: string | undefined, path: string | undefined, handler: Term): OfferedRoute {
  const verb = (method ?? "ALL").toUpperCase();
  return { method: verb === "DEL" ? "DELETE" : /^(?:ANY|\*)$/.test(verb) ? "ALL" : verb, path: path ?? "/*", handler };
}

function pathIn(value: Term | undefined): string | undefined {
  if (value?.kind === "external" && value.package === "global:RegExp") return undefined;
  if (value?.kind !== "literal" || typeof value.value !== "string") return undefined;
  if (/^\/\^.*\/[a-z]*$/s.test(value.value)) return pathOfPattern(value.value) ?? value.value;
  return /^\/[^\s]*$/.test(value.value) ? value.value : undefined;
}

/** Something that a router could call. */
export function isCalled(value: Term): boolean {
  return alternatives(value).some(
    (one) =>
      one.kind === "function" ||
      one.kind === "bound" ||
      (one.kind === "operation" && one.operator.startsWith("guarded ")) ||
      (one.kind === "external" && one.arguments?.some(isCalled) === true),
  );
}

/** The step of a call that offers a route; nothing of it is an event on a path. */
export function offerStep(
  name: string | undefined,
  args: readonly Term[],
  facts: FileFacts | undefined,
  frame: Frame,
  place: Place,
): (Step & { readonly kind: "offered" }) | undefined {
  const route = offeredBy(name, args);
  if (!route) return undefined;
  const { file, index } = frame.function;
  const kept = keepsOnly(frame) && !callsParameter(facts, index, args.indexOf(route.handler));
  return { kind: "offered", ...route, kept, by: file, place };
}

/** It does nothing that could be seen, but for what it notes. */
function keepsOnly({ quiet, block }: Frame): boolean {
  return quiet || block.steps.every(({ kind }) => kind === "added" || kind === "return" || kind === "branch");
}

/** What it is given there is called in it: `get(key, make) { return this.known[key] ?? make(); }`. */
function callsParameter(facts: FileFacts | undefined, index: number, position: number): boolean {
  const pattern = facts?.functions[index]?.parameters[position]?.pattern;
  const name = pattern?.kind === "binding" ? facts?.bindings[pattern.binding]?.name : undefined;
  return facts !== undefined && name !== undefined && callsNamed(facts, name).length > 0;
}
