/** A check that believes a role from the request asks the session instead, where the project's authentication puts it. */
import type { Expression } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { handlerCode } from "../code/handler-code.ts";
import { sourceText } from "../code/source-text.ts";
import { deep, expressionsIn, functionAround, holds } from "../code/visit-facts.ts";

export interface RoleToCheck {
  readonly entryPoint: EntryPoint;
  /** The test: `req.body.role !== "admin"`. */
  readonly at: Place;
  readonly model: ServiceModel;
}

/** Undefined where nobody is logged in here, or the role of who is has no name in the code. */
export function roleFromSession({ entryPoint, at, model }: RoleToCheck): Fix | undefined {
  const source = sourceText(model, at.file);
  const role = entryPoint.guards.some((guard) => guard.kind === "authentication")
    ? sessionRole(model, entryPoint)
    : undefined;
  if (!source || role === undefined) return undefined;
  const request = source.facts.functions[functionAround(source.facts, at.at[0])]?.parameters[0]?.pattern;
  const name = request?.kind === "binding" ? source.facts.bindings[request.binding]?.name : undefined;
  if (name === undefined) return undefined;
  const claimed: Expression[] = [];
  for (const expression of expressionsIn(source.facts)) {
    if (holds(at.at, expression.at) && isClaim(expression, source.text, name)) claimed.push(expression);
  }
  const outer = claimed.filter((one) => !claimed.some((other) => other !== one && holds(other.at, one.at)));
  const [only] = outer;
  if (!only || outer.length > 1) return undefined;
  const text = `${name}${role}`;
  return {
    title: `Ask ${text} instead`,
    kind: "suggestion",
    edits: () => [{ kind: "replace", file: at.file, at: only.at, text }],
  };
}

/** `req.body.role`, `req.get("x-role")`, `req.headers["x-user-role"]`. */
function isClaim(expression: Expression, text: string, request: string): boolean {
  if (expression.kind !== "member" && expression.kind !== "call" && expression.kind !== "index") return false;
  const written = text.slice(...expression.at);
  if (!written.startsWith(`${request}.`)) return false;
  const last = /([\w-]+)["'`]?[\])]*$/.exec(written)?.[1] ?? "";
  return /(?:^|[-_])(?:user_?)?roles?$|is_?admin$/i.test(last) && !/\.(?:user|auth|session|account)\b/.test(written);
}

/** `.user?.role`, as another place of the service reads it. */
function sessionRole(model: ServiceModel, entryPoint: EntryPoint): string | undefined {
  const files = new Set<string>();
  for (const other of [entryPoint, ...model.entryPoints.filter((one) => one.app === entryPoint.app)]) {
    for (const link of other.chain) files.add(link.place.file);
    files.add(handlerCode(model, other)?.source.file ?? other.place.file);
  }
  for (const file of files) {
    const facts = model.facts(file);
    if (!facts) continue;
    for (const expression of deep([...expressionsIn(facts)].filter((one) => one.kind === "member"))) {
      if (expression.kind !== "member" || !/^roles?$/.test(expression.name)) continue;
      const { object } = expression;
      if (
        object.kind === "member" &&
        object.object.kind === "name" &&
        /^(?:user|auth|session|account)$/.test(object.name)
      ) {
        return `.${object.name}?.${expression.name}`;
      }
    }
  }
  return undefined;
}
