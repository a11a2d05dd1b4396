/** Whether something on the way may have dropped fields of what was sent that nobody asked for. */

import { isOpenSchema } from "../../link/packages/shapes.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { GuardEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";

/** A schema ahead of the handler's work, read or only named so, may have dropped what does not stand in it. */
export function mayDropFields(entry: EntryPoint): boolean {
  const checked = entry.trail.events.filter((event) => event.kind === "guard" && event.guard === "validation");
  const open = checked.filter((event) => event.kind === "guard" && letsAllThrough(event));
  if (open.length < checked.length) return true;
  if (checked.length === 0 && entry.guards.some((guard) => guard.kind === "validation" && guard.proves.some(namesKeys)))
    return true;
  return entry.trail.events.some(
    (event) => event.kind === "opaque" && /valid|schema|parse|sanit|celebrate|dto|check/i.test(event.call.text),
  );
}

/** A test of the names that were sent, and not of one field or of how many there are. */
function namesKeys(test: Term): boolean {
  return someTerm(
    test,
    (part) =>
      part.kind === "operation" &&
      /^(?:includes|every|some|filter|in)$/.test(part.operator) &&
      someTerm(part, (one) => one.kind === "operation" && one.operator === "keys"),
  );
}

/** `z.record(z.any())`, `schema.passthrough()`, checks of single fields: whatever else was sent is still there. */
function letsAllThrough({ call }: GuardEvent): boolean {
  const { callee } = call;
  if (dropsInResultOnly(callee)) return true;
  if (callee.kind === "external" && callee.package === "express-validator")
    return !callee.path.some((part) => part.startsWith("checkExact"));
  return [call.callee, ...call.arguments].some(isOpenSchema);
}

/**
 * What does not stand in the schema is not refused, and is missing only in what the call gives back: whoever stores what
 * was sent stores that, too. https://zod.dev/api#strict · https://valibot.dev/guides/objects/ · https://github.com/jquense/yup
 */
function dropsInResultOnly(callee: Term): boolean {
  if (callee.kind !== "external" || !DROPPING.test(callee.package)) return false;
  if (!/^(?:safe)?_?parse(?:Async)?$|^validate(?:Sync)?$/i.test(callee.path.at(-1) ?? "")) return false;
  return !someTerm(
    callee,
    (part) => part.kind === "external" && part.path.some((name) => /strict|noUnknown|never/i.test(name)),
  );
}

const DROPPING = /^(?:zod|zod\/v[34]|zod\/mini|valibot|yup)$/;
