import { addGuard } from "../../fixes/guards/add-guard.ts";
import { roleFromServer } from "../../fixes/guards/role-from-server.ts";
import { roleFromSession } from "../../fixes/guards/role-from-session.ts";
import { termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { CheckEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { guardedBy } from "../questions/guarded.ts";
import { isKeyOfNobody } from "../questions/key-of-nobody.ts";
import { mayGrant } from "../questions/role-grants.ts";
import { type InputTerm, ROLE, sentRole } from "../questions/sent-role.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * The role of an account, or the role that a check asks for, comes from the request.
 *
 * Whoever writes the request writes the role: sign-up becomes sign-up as administrator, and a check of a header or body
 * field is passed by sending it. So it is with a role in the part of an account that its user writes: `user_metadata` of
 * Supabase and Auth0, `unsafeMetadata` of Clerk.
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
    if (entry.delivery.by === "internal" || isKeyOfNobody(entry, model)) return;
    for (const effect of entry.effects) {
      const role = sentRole(effect, model);
      if (!role || mayGrant(entry, effect, role, model)) continue;
      const field = role.name;
      report({
        at: effect.call.calleePlace ?? effect.place,
        entryPoint: entry,
        message: `${entry.label} lets the caller choose "${field}": it goes from the request into ${effect.target ?? effect.system}. Set it on the server.`,
        trace: traceTo(entry, effect, `"${field}" of the request is stored`),
        fixes: () => fixesOf(entry, effect, field, model),
      });
    }
    for (const event of entry.trail.events) {
      const kept = event.kind === "check" ? roleOfOwn(event, model.writtenByUser) : undefined;
      if (kept !== undefined) {
        report({
          at: event.place,
          entryPoint: entry,
          message: `${entry.label} decides by a role in ${kept}, which every user may change in their own account. Keep it where only the server writes.`,
          trace: traceTo(entry, event, `${kept} is the user's own to change`),
        });
      }
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

/** The part of the account that its user may write, where a check compares a role in it with a word: `user.user_metadata.role !== "admin"`. */
function roleOfOwn({ test, stop: { status } }: CheckEvent, writtenByUser: ReadonlySet<string>): string | undefined {
  if (status !== 401 && status !== 403) return undefined;
  for (const part of termsWithin(test)) {
    if (part.kind !== "operation" || !/^(?:===|!==|includes)$/.test(part.operator)) continue;
    if (!part.parts.some((one) => one.kind === "literal" || one.kind === "array")) continue;
    for (const one of part.parts) {
      const names = namesOf(one);
      const kept = names.find((name) => writtenByUser.has(name));
      if (kept !== undefined && ROLE.test(names.at(-1) ?? "")) return kept;
    }
  }
  return undefined;
}

/** `session.user.user_metadata.role` as its names. */
function namesOf(term: Term): readonly string[] {
  if (term.kind === "member") return [...namesOf(term.of), term.name];
  return term.kind === "input" || term.kind === "external" ? term.path : [];
}

const CLIENT = new Set(["body", "query", "params", "headers", "arguments"]);

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
