/** The role of an account, where it is written as the request says: the column itself, a choice by a sent value, a table of administrators. */

import { alternatives } from "../../link/evaluate/members.ts";
import { literalsOf } from "../../link/guards/test-parts.ts";
import { allowedValues } from "../../link/packages/allowed-values.ts";
import { parsedShape } from "../../link/packages/shapes.ts";
import { columnsOf } from "../../link/retry/row-columns.ts";
import { HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import type { Effect } from "../../model/effect.ts";
import type { Scope } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { InputSource, Term } from "../../model/term.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { mayDropFields } from "./may-drop-fields.ts";
import { isWhole } from "./raw-input.ts";
import { ADMIN, roleColumns, typesOfStaff } from "./role-columns.ts";
import { tableOf } from "./tables.ts";

export type InputTerm = Term & { readonly kind: "input" };

export interface SentRole {
  /** The column, or the field of the request that decides. */
  readonly name: string;
  /** The part of the request, where it is one. */
  readonly sent: InputTerm | undefined;
  /** The roles that a schema leaves to choose from, where it lists them. */
  readonly allowed: readonly string[] | undefined;
  /** Anybody may have each of these, as far as their names tell. */
  readonly ordinary: boolean;
}

/** Undefined where the request does not say. */
export function sentRole(effect: Effect, model: ServiceModel): SentRole | undefined {
  // What a key may do is its maker's choice, as what another program that signs people in here asks for is its maker's.
  if (/(?:api|access)_?keys?$|tokens?$|^o(?:auth2?|idc)_?(?:applications?|clients?|apps?)$/i.test(effect.target ?? ""))
    return undefined;
  if (effect.access !== "write" || effect.category !== "database" || effect.data === undefined) return undefined;
  const isRole = (name: string): boolean => isRoleColumn(name, effect, model);
  const role =
    letThrough(effect, isRole) ??
    written(effect, isRole) ??
    chosenTable(effect, model) ??
    leftOpen(effect, isRole, model);
  return role && leftByModel(role, effect, model);
}

/** The model itself refuses a new row with any other role than those that it lists. */
function leftByModel(role: SentRole, effect: Effect, model: ServiceModel): SentRole {
  if (role.allowed !== undefined || effect.operation !== "insert") return role;
  const column = tableOf(effect, model)?.columns.find(({ name }) => name.toLowerCase() === role.name.toLowerCase());
  return column?.values ? { ...role, allowed: column.values, ordinary: !mayBePrivileged(column.values) } : role;
}

/** Names of columns and fields that say what an account may do. */
export const ROLE =
  /^(?:role|roles|role_?(?:id|name)|(?:user|account|member)_?role|(?:id_?)?rol|is_?(?:super_?)?admin|is_?super_?user|is_?staff|is_?moderator|permissions?|privileges?|access_?level)$/i;

/** They may as well say whether somebody is a person or a company. */
const TYPE = /^(?:(?:user|account|member|person|profile)_?)?(?:type|kind|level|group|rank)$/i;

function isRoleColumn(name: string, effect: Effect, model: ServiceModel): boolean {
  if (ROLE.test(name) || roleColumns(model).has(name.toLowerCase())) return true;
  return TYPE.test(name) && typesOfStaff(model).has(plain(name)) && isAccount(effect, model);
}

function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** The rows are people who sign in. */
export function isAccount(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  if (table && hasPassword(table)) return true;
  if (ACCOUNTS.test(effect.target ?? "")) return true;
  return effect.data?.kind === "object" && effect.data.fields.some(({ key }) => /^pass(?:word|wd)/i.test(key ?? ""));
}

const ACCOUNTS =
  /^(?:app_?|auth_?|admin_?)?(?:user|account|profile|member|customer|people|person|admin|administrator|employee|staff)s?(?:_?(?:user|account|profile))?s?$/i;

/** A column is filled with what was sent. A value chosen by the code from a fixed list is not, unless what was sent decides for the rights. */
function written(effect: Effect, isRole: (name: string) => boolean): SentRole | undefined {
  for (const data of alternatives(effect.data as Term)) {
    if (data.kind !== "object") continue;
    for (const { key, value } of data.fields) {
      if (key === undefined) {
        const inner = value.kind === "object" ? written({ ...effect, data: value }, isRole) : undefined;
        if (inner) return inner;
        continue;
      }
      if (!isRole(key)) continue;
      for (const { sent, among } of sentIn(value)) {
        const name = sent.path.at(-1) ?? "";
        const allowed = among ?? allowedValues(effect.entryPoint.trail, name);
        // An id that finds a role, and whatever else is called otherwise, is read by somebody first.
        if (isRole(name)) return { name: key, sent, allowed, ordinary: !mayBePrivileged(allowed) };
      }
    }
  }
  return undefined;
}

interface Sent {
  readonly sent: InputTerm;
  /** What the code lets it be. */
  readonly among: readonly string[] | undefined;
}

const CLIENT: ReadonlySet<InputSource> = new Set(["body", "query", "params", "headers", "arguments"]);

/** Parts of the request that the value may be, or that decide which of several rights it is; not where a test asks first who is calling. */
function sentIn(value: Term): readonly Sent[] {
  if (value.kind === "input") return CLIENT.has(value.source) ? [{ sent: value, among: undefined }] : [];
  if (value.kind === "choice") return value.options.flatMap(sentIn);
  // `String(body.role)`
  if (value.kind === "text") return value.parts.length === 1 ? value.parts.flatMap(sentIn) : [];
  if (value.kind !== "operation") return [];
  if (value.operator !== "?:") return /^(?:\|\||\?\?)$/.test(value.operator) ? value.parts.flatMap(sentIn) : [];
  const [test, ...options] = value.parts;
  if (!test || holds(test, HOLDS_CREDENTIAL)) return [];
  const asked = askedFor(test);
  const given = options.flatMap(literalsOf).filter(isPrivileged);
  if (asked && given.length > 0) return [{ sent: asked.sent, among: given }];
  const inner = options.flatMap(sentIn);
  return inner.map((one) => (one.sent === asked?.sent ? { sent: one.sent, among: asked.values } : one));
}

/** `body.role === "admin"`, `["admin", "clerk"].includes(body.role)`. */
function askedFor(test: Term): { readonly sent: InputTerm; readonly values: readonly string[] } | undefined {
  if (test.kind !== "operation" || !/^(?:===|includes|&&)$/.test(test.operator)) return undefined;
  if (test.operator === "&&") return test.parts.map(askedFor).find((one) => one !== undefined);
  const sent = test.parts
    .flatMap((part) => (part.kind === "text" && part.parts.length === 1 ? part.parts : [part]))
    .find((part): part is InputTerm => part.kind === "input" && CLIENT.has(part.source));
  const values = literalsOf(test);
  return sent && values.length > 0 ? { sent, values } : undefined;
}

/** The whole of what was sent is stored, and the schema that read it lets a role through: `create(dto)`. */
function letThrough(effect: Effect, isRole: (name: string) => boolean): SentRole | undefined {
  if (!alternatives(effect.data as Term).some(isSentWhole)) return undefined;
  const names = new Set(
    effect.entryPoint.trail.events.flatMap((event) =>
      event.kind === "guard" && event.guard === "validation" ? [...(event.fields?.keys() ?? [])] : [],
    ),
  );
  for (const data of alternatives(effect.data as Term)) {
    const { filled, maybe } = columnsOf(data, effect.entryPoint.trail);
    const column = [...filled.keys(), ...maybe].find(
      (name) => isRole(name) && (maybe.has(name) || isSentWhole(filled.get(name) as Term)),
    );
    if (column === undefined) continue;
    const name = [...names].find((one) => one.toLowerCase() === column) ?? column;
    const allowed = allowedValues(effect.entryPoint.trail, name);
    return { name, sent: undefined, allowed, ordinary: !mayBePrivileged(allowed) };
  }
  return undefined;
}

/** All of what was sent, as it was or as a schema gave it back. */
function isSentWhole(term: Term): boolean {
  if (isWhole(term) || parsedShape(term) !== undefined) return true;
  return term.kind === "object" && term.fields.some(({ key, value }) => key === undefined && isSentWhole(value));
}

/**
 * An account is made of whatever was sent, or changed so, which nothing read before, and its table has a column for a role:
 * `create(body)`, `findByIdAndUpdate(user.id, body)`.
 */
function leftOpen(effect: Effect, isRole: (name: string) => boolean, model: ServiceModel): SentRole | undefined {
  const { entryPoint: entry, operation, data } = effect;
  const table = tableOf(effect, model);
  if (!FILLS.has(operation) || !data || !table || !hasPassword(table) || entry.kind === "graphql") return undefined;
  if (!alternatives(data).some(isWhole) || mayDropFields(entry)) return undefined;
  const column = table.columns.find(({ name }) => isRole(name));
  if (!column || alternatives(data).some((row) => columnsOf(row, entry.trail).filled.has(column.name.toLowerCase())))
    return undefined;
  return { name: column.name, sent: undefined, allowed: undefined, ordinary: false };
}

const FILLS: ReadonlySet<Effect["operation"]> = new Set(["insert", "set", "upsert"]);

/** `if (body.userType === "ADMIN") await admins.create(…)`: an account is made where the request asks for that of an administrator. */
function chosenTable(effect: Effect, model: ServiceModel): SentRole | undefined {
  if (effect.operation !== "insert" && effect.operation !== "upsert") return undefined;
  if (!isAccount(effect, model)) return undefined;
  for (const scope of effect.scopes) {
    const asked = askedBy(scope);
    const name = asked?.sent.path.at(-1) ?? "";
    if (!asked || !(ROLE.test(name) || TYPE.test(name)) || !asked.values.every((value) => ADMIN.test(value))) continue;
    return { name, sent: asked.sent, allowed: asked.values, ordinary: false };
  }
  return undefined;
}

function askedBy(scope: Scope): ReturnType<typeof askedFor> {
  if (scope.kind === "branch") return scope.when ? askedFor(scope.test) : undefined;
  if (scope.kind !== "case" || scope.on.kind !== "input" || !CLIENT.has(scope.on.source)) return undefined;
  const values = scope.value ? literalsOf(scope.value) : [];
  return values.length > 0 ? { sent: scope.on, values } : undefined;
}

/** A schema leaves no choice but between roles that anybody may have: `z.enum(["buyer", "seller"])`. */
function mayBePrivileged(allowed: readonly string[] | undefined): boolean {
  return allowed === undefined || allowed.some(isPrivileged);
}

export function isPrivileged(value: string): boolean {
  return PRIVILEGED.test(value);
}

const PRIVILEGED =
  /admin|super|root|owner|staff|moderator|manager|operator|support|employee|internal|system|principal|director|boss|chief|head|lead|treasurer/i;
