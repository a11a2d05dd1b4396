import { addGuard } from "../../fixes/add-guard.ts";
import { roleFromServer } from "../../fixes/role-from-server.ts";
import { roleFromSession } from "../../fixes/role-from-session.ts";
import { allowedValues } from "../../link/allowed-values.ts";
import { alternatives } from "../../link/members.ts";
import { columnsOf } from "../../link/row-columns.ts";
import { parsedShape } from "../../link/shapes.ts";
import { termsWithin } from "../../link/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { CheckEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { guardedBy } from "../guarded.ts";
import { isWhole } from "../raw-input.ts";
import { roleColumns } from "../role-columns.ts";
import { traceTo } from "../trace.ts";

/**
 * The role of an account, or the role that a check asks for, comes from the request.
 *
 * Whoever writes the request writes the role: sign-up becomes sign-up as administrator, and a check of a header or body
 * field is passed by sending it.
 *
 * ```ts bad
 * app.post("/sign-up", async (req, res) => {
 *   await prisma.user.create({ data: { email: req.body.email, role: req.body.role } });
 *   res.sendStatus(201);
 * });
 * ```
 * ```ts good
 * app.post("/sign-up", async (req, res) => {
 *   await prisma.user.create({ data: { email: req.body.email, role: "member" } });
 *   res.sendStatus(201);
 * });
 * ```
 *
 * An administrator may set roles: endpoints that check a role first are left alone.
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  cwe: [269, 602, 915],
  owasp: ["API3:2023"],
  asvs: ["8.3.1", "15.3.3"],
  remedy: {
    title: "Take the role from the server's side",
    steps: [
      "Drop the field from what the request may set; give new accounts the least role.",
      "Where a role decides, read it from the session or the user's row.",
      "Let a separate endpoint, for administrators only, change roles.",
      "Send the field: nothing may change.",
    ],
  },

  check(entry, report, model) {
    // The caller is another part of the team's own system: what it hands on was decided there.
    if (entry.delivery.by === "internal") return;
    for (const effect of entry.effects) {
      const field = roleWritten(effect, model);
      if (!field || guardedBy(entry, effect, ["role", "ownership", "signature"]) !== "no") continue;
      report({
        at: effect.call.calleePlace ?? effect.place,
        entryPoint: entry,
        message: `${entry.label} lets the caller choose "${field}": it goes from the request into ${effect.target ?? effect.system}. Set it on the server.`,
        trace: traceTo(entry, effect, `"${field}" of the request is stored`),
        fixes: () => fixesOf(entry, effect, field, model),
      });
    }
    for (const event of entry.trail.events) {
      if (event.kind !== "check" || !comparesClientRole(event, entry)) continue;
      report({
        at: event.place,
        entryPoint: entry,
        message: `${entry.label} decides by a role that the caller sends. Take it from the session or the database.`,
        trace: traceTo(entry, event, "the request decides about its own rights"),
        fixes: () =>
          [roleFromSession({ entryPoint: entry, at: event.place, model })].filter((fix) => fix !== undefined),
      });
    }
  },
});

/** A new row gets the role of new rows; changing a role is for those who may. */
function fixesOf(entry: EntryPoint, effect: Effect, field: string, model: ServiceModel): readonly Fix[] {
  if (effect.operation !== "insert") return addGuard({ entryPoint: entry, model, kind: "role" });
  const fix = roleFromServer({ at: effect.place, model, field, table: effect.target });
  return fix ? [fix] : [];
}

const ROLE = /^(?:role|roles|user_?role|is_?admin|is_?super_?user|is_?staff|permissions?|access_?level)$/i;
const CLIENT = new Set(["body", "query", "params", "headers", "arguments"]);

/** Name of the role column that is filled from the request itself. A value chosen by the code from a fixed list is not. */
function roleWritten(effect: Effect, model: ServiceModel): string | undefined {
  // What a key may do is its maker's choice.
  if (/(?:api|access)_?keys?$|tokens?$/i.test(effect.target ?? "")) return undefined;
  if (effect.access !== "write" || effect.category !== "database" || effect.data === undefined) return undefined;
  const columns = roleColumns(model);
  const isRole = (name: string): boolean => ROLE.test(name) || columns.has(name.toLowerCase());
  const whole = roleLetThrough(effect, isRole);
  if (whole !== undefined || effect.data.kind !== "object") return whole;
  for (const { key, value } of effect.data.fields) {
    if (key === undefined || !isRole(key)) continue;
    const sent = alternatives(value).find(
      (term): term is InputTerm => term.kind === "input" && CLIENT.has(term.source) && isRole(term.path.at(-1) ?? ""),
    );
    if (sent && mayBePrivileged(effect.entryPoint, sent.path.at(-1) ?? "")) return key;
  }
  return undefined;
}

/** The whole of what was sent is stored, and the schema that read it lets a role through: `create(dto)`. */
function roleLetThrough(effect: Effect, isRole: (name: string) => boolean): string | undefined {
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
    const written = [...names].find((name) => name.toLowerCase() === column) ?? column;
    if (mayBePrivileged(effect.entryPoint, written)) return written;
  }
  return undefined;
}

/** All of what was sent, as it was or as a schema gave it back. */
function isSentWhole(term: Term): boolean {
  if (isWhole(term) || parsedShape(term) !== undefined) return true;
  return term.kind === "object" && term.fields.some(({ key, value }) => key === undefined && isSentWhole(value));
}

type InputTerm = Term & { readonly kind: "input" };

/** The schema leaves no choice but between roles that anybody may have: `z.enum(["buyer", "seller"])`. */
function mayBePrivileged(entry: EntryPoint, field: string): boolean {
  const allowed = allowedValues(entry.trail, field);
  return allowed === undefined || allowed.some((value) => PRIVILEGED.test(value));
}

const PRIVILEGED =
  /admin|super|root|owner|staff|moderator|manager|operator|support|employee|internal|system|principal|director|boss|chief|head|lead/i;

function comparesClientRole(event: CheckEvent, entry: EntryPoint): boolean {
  const { status } = event.stop;
  if (status !== 401 && status !== 403) return false;
  const compared = [...termsWithin(event.test)].flatMap((part) => {
    if (part.kind !== "operation" || !/^(?:===|!==|includes)$/.test(part.operator)) return [];
    return part.parts.some((one) => one.kind === "literal" || one.kind === "array")
      ? part.parts.filter(isSentRole)
      : [];
  });
  if (compared.length === 0 || entry.guards.some((guard) => guard.kind === "signature")) return false;
  // Where somebody is signed in, a role in the body is what they want to give, and the check limits it.
  const isWish =
    guardedBy(entry, event, ["authentication", "role"]) === "yes" &&
    !compared.some(({ source }) => source === "headers" || source === "query");
  return !isWish;
}

function isSentRole(term: Term): term is InputTerm {
  return (
    term.kind === "input" && CLIENT.has(term.source) && ROLE.test((term.path.at(-1) ?? "").replace(/^x-(?:user-)?/, ""))
  );
}
