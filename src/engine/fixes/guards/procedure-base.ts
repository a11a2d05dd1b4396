/** Builds a tRPC procedure on the base that siblings have: `publicProcedure` → `protectedProcedure`. https://trpc.io/docs/server/procedures */
import type { Expression } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { callsOfChain } from "../code/call-chain.ts";
import { handlerCode } from "../code/handler-code.ts";
import { movedInto } from "../code/move-expression.ts";
import { registrationOf } from "../code/registration.ts";
import type { SourceText } from "../code/source-text.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { holds } from "../code/visit-facts.ts";

export interface ProcedureToBase {
  readonly entryPoint: EntryPoint;
  /** Nearest first. */
  readonly siblings: readonly EntryPoint[];
  readonly kind: GuardKind;
  readonly model: ServiceModel;
}

/** At most two bases, those of the nearest siblings. */
export function procedureBase({ entryPoint, siblings, kind, model }: ProcedureToBase): readonly Fix[] {
  const own = baseOf(model, entryPoint);
  if (!own) return [];
  const fixes: Fix[] = [];
  const seen = new Set([own.text]);
  for (const sibling of siblings) {
    const other = checksInHandler(model, sibling, kind) ? undefined : baseOf(model, sibling);
    if (!other || seen.has(other.text)) continue;
    seen.add(other.text);
    const moved = movedInto(model, { file: other.source.file, at: other.at }, own.source);
    if (!moved) continue;
    const replaced: Edit = { kind: "replace", file: own.source.file, at: own.at, text: moved.text };
    const edits = composeEdits([replaced], moved.edits);
    if (!edits) continue;
    const tidy = tidyEdits(edits);
    fixes.push({ title: `Build it on ${moved.text}, as ${sibling.label} does`, kind: "suggestion", edits: () => tidy });
    if (fixes.length === 2) break;
  }
  return fixes;
}

interface Base {
  readonly source: SourceText;
  readonly at: readonly [number, number];
  readonly text: string;
}

/** What the chain of calls begins with: `publicProcedure` of `publicProcedure.input(…).mutation(…)`. */
function baseOf(model: ServiceModel, entryPoint: EntryPoint): Base | undefined {
  const route = registrationOf(model, entryPoint);
  const first = route && callsOfChain(route.call).at(-1);
  const root: Expression | undefined = first?.callee.kind === "member" ? first.callee.object : undefined;
  if (!route || (root?.kind !== "name" && root?.kind !== "member")) return undefined;
  return { source: route.source, at: root.at, text: route.source.text.slice(...root.at) };
}

/** The sibling's own code asks, and not what it is built on. */
function checksInHandler(model: ServiceModel, sibling: EntryPoint, kind: GuardKind): boolean {
  const handler = handlerCode(model, sibling);
  const body = handler?.source.facts.functions[handler.index]?.bodyAt;
  if (!handler || !body) return true;
  return sibling.guards
    .filter((guard) => guard.kind === kind && !guard.taken)
    .every((guard) => {
      // What the handler calls stands in another file; the call stands in the handler.
      const event = sibling.trail.events.find((one) => one.order === guard.order);
      const places = [guard.place, ...(event?.stack.map((site) => site.place) ?? [])];
      return places.some((place) => place.file === handler.source.file && holds(body, place.at));
    });
}
