/** Recognises states that are asked for, and that the path has left by then on some of its ways. */
import type { EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";
import { containsTerm } from "../terms/terms.ts";
import { effectsOf } from "../trail/effects-of.ts";
import { leavesWhatIsAsked, MAYBE } from "./state-guards.ts";

/**
 * `if (row.status !== told.status) await mail()`, behind `update({ status: told.isOver ? "over" : told.status })`: what the
 * row holds now is one of several things, and with one of them the next run does not come here.
 */
export function mayLeaveState(effect: EffectEvent, path: Path): boolean {
  return effect.scopes.some((scope) => {
    if (scope.kind !== "branch") return false;
    const check = { test: scope.test, stopsWhen: !scope.when };
    return effectsOf(path).some(
      (read) =>
        read.access === "read" &&
        read.order < effect.order &&
        containsTerm(scope.test, read.result) &&
        effectsOf(path).some(
          (write) =>
            write.target === read.target &&
            write.order < effect.order &&
            write.scopes.every((one) => effect.scopes.includes(one) || !MAYBE.has(one.kind)) &&
            waysOf(write).some((way) => leavesWhatIsAsked(way, check, read)),
        ),
    );
  });
}

/** The write with each of the values that one of its columns may get. */
function waysOf(write: EffectEvent): readonly EffectEvent[] {
  const { data } = write;
  if (write.access !== "write" || data?.kind !== "object") return [];
  return data.fields.flatMap(({ key, value }) => {
    const values = key === undefined ? [] : alternatives(value);
    return values.length < 2 ? [] : values.map((one) => ({ ...write, data: withColumn(data, key, one) }));
  });
}

function withColumn(data: Term & { readonly kind: "object" }, column: string | undefined, value: Term): Term {
  return { ...data, fields: data.fields.map((field) => (field.key === column ? { ...field, value } : field)) };
}
