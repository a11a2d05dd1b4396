import { parseInput } from "../../fixes/statements/parse-input.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { columnsOf } from "../questions/columns.ts";
import { mayDropFields } from "../questions/may-drop-fields.ts";
import { isCallers, ownerScoped } from "../questions/ownership.ts";
import { isWhole } from "../questions/raw-input.ts";
import { signsInStaff } from "../questions/staff-login.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A whole object of a request becomes a row.
 *
 * Whoever writes the request fills every column: prices, owners, flags that no form shows. Pick the fields, or parse the
 * body with a schema that drops what it does not know.
 *
 * ```ts bad
 * app.post("/profiles", requireUser, async (req, res) => {
 *   res.json(await prisma.profile.create({ data: req.body }));
 * });
 * ```
 * ```ts good
 * app.post("/profiles", requireUser, async (req, res) => {
 *   res.json(await prisma.profile.create({ data: { name: req.body.name, userId: req.user.id } }));
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [915],
  owasp: ["API3:2023"],
  asvs: ["15.3.3"],
  remedy: {
    title: "Pick the fields that a caller may set",
    steps: [
      "List the fields in the code: destructure them, or parse the body with a schema that drops unknown ones.",
      "Set owner, role, price and state on the server's side.",
      "Send a field that is not in the list: it must not be stored.",
    ],
  },

  check(effect, report, model) {
    const entry = effect.entryPoint;
    if (!isStored(effect) || !effect.data || !alternatives(effect.data).some(isWhole)) return;
    // An input type of GraphQL lists the fields: whatever else was sent is refused.
    if (entry.kind === "graphql" || mayDropFields(entry) || mayFillAll(effect, model)) return;
    if (setsRights(effect, model) || (effect.within && !hasDecisive(effect, model))) return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      message: `${entry.label} stores whatever the request holds in ${effect.target ?? effect.system}: every column can be set. Pick the fields.`,
      trace: traceTo(entry, effect, "the whole object is stored"),
      fixes: () => [parseInput({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
    });
  },
});

function isStored(effect: Effect): boolean {
  return (
    effect.category === "database" &&
    (effect.operation === "insert" || effect.operation === "set" || effect.operation === "upsert")
  );
}

/** Details below a row whose own fields were picked decide nothing, unless a column of theirs does. */
function hasDecisive(effect: Effect, model: ServiceModel): boolean {
  return columnsOf(effect, model).some((name) => DECISIVE.test(name));
}

/** `{ ...body, role: "user", verified: false }`: whatever says what somebody may do or has, the code settles afterwards. */
function setsRights(effect: Effect, model: ServiceModel): boolean {
  const { data } = effect;
  if (data?.kind !== "object") return false;
  const last = data.fields.findLastIndex(({ key, value }) => key === undefined && alternatives(value).some(isWhole));
  const settled = new Set(
    data.fields.slice(last + 1).flatMap(({ key, value }) => (key !== undefined && !holdsSent(value) ? [key] : [])),
  );
  const decisive = columnsOf(effect, model).filter((name) => DECISIVE.test(name));
  return decisive.some((name) => RIGHTS.test(name)) && decisive.every((name) => settled.has(name));
}

function holdsSent(value: Term): boolean {
  return holds(value, HOLDS_CLIENT_DATA);
}

const RIGHTS = /^(?:(?:user|account)_?)?(?:roles?|type)$|^(?:is_?)?(?:super_?)?admin$|permission|privilege/i;
/** Rights, and what is worth something. */
const DECISIVE =
  /^(?:(?:user|account)_?)?(?:roles?|type)$|^(?:is_?)?(?:super_?)?admin$|permission|privilege|^(?:is_?)?(?:verified|approved|active|enabled|banned|blocked|blacklisted|suspended)$|status|balance|credits?$|points$|wallet/i;

/** An administrator may fill every column of other people's rows; what callers do to their own, a role does not excuse. */
function mayFillAll(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  const { guards } = entry;
  // `row.buyerId !== user.id && user.role !== "admin"` lets the buyer in as well.
  const isStaffs = guards.some(
    (guard) =>
      guard.kind === "role" && !guards.some((other) => other.kind === "ownership" && other.order === guard.order),
  );
  return (isStaffs || signsInStaff(entry, model)) && !ownerScoped(entry, effect) && !isPutOverOwn(effect);
}

/** `{ orgId: user.orgId, ...body }`: whoever may add to their own writes into another's, by naming it in the body. */
function isPutOverOwn({ entryPoint: entry, data }: Effect): boolean {
  if (data?.kind !== "object") return false;
  const last = data.fields.findLastIndex(({ key, value }) => key === undefined && isWhole(value));
  return data.fields.some(
    ({ key, value }, index) => index < last && key !== undefined && !NOTES.test(key) && isCallers(entry, value),
  );
}

/** Who made or changed a row, for the record. */
const NOTES = /(?:^|_)by(?:_?id)?$|[a-z]By(?:Id)?$/;
