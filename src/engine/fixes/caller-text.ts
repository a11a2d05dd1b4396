/** How the code at a place names the caller: `req.user!.id`. */
import type { EntryPoint } from "../model/entry-point.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { styleOf } from "./file-style.ts";
import { handlerCode } from "./handler-code.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { expressionsIn, holds } from "./visit-facts.ts";

/**
 * The caller's id, as this file or another handler of the application reads it, on the request that is in reach. Undefined
 * outside the handler itself, and where nobody is authenticated.
 */
export function callerText(
  model: ServiceModel,
  entryPoint: EntryPoint,
  source: SourceText,
  offset: number,
): string | undefined {
  const handler = handlerCode(model, entryPoint);
  const target = handler && handler.source.file === source.file ? source.facts.functions[handler.index] : undefined;
  const request = handler?.parameters[0];
  if (!target || request === undefined || !holds(target.bodyAt, [offset, offset])) return undefined;
  const identity = identityOf(model, entryPoint);
  return identity && `${request}.${styleOf(source).typed ? identity.replace(/^(\w+)\./, "$1!.") : identity}`;
}

/** `user.id`, as handlers of the application read it off the request; undefined where nobody is authenticated. */
export function identityOf(model: ServiceModel, entryPoint: EntryPoint): string | undefined {
  if (!entryPoint.guards.some((guard) => guard.kind === "authentication")) return undefined;
  const files = new Set([entryPoint.handler.place.file, entryPoint.place.file]);
  for (const other of model.entryPoints) if (other.app === entryPoint.app) files.add(other.handler.place.file);
  for (const file of files) {
    const found = identityIn(sourceText(model, file));
    if (found !== undefined) return found;
  }
  return undefined;
}

function identityIn(source: SourceText | undefined): string | undefined {
  if (!source) return undefined;
  for (const expression of expressionsIn(source.facts)) {
    if (expression.kind !== "member" || !/^(?:id|_id|sub|userId|uid)$/.test(expression.name)) continue;
    const { object } = expression;
    if (
      object.kind === "member" &&
      /^(?:user|auth|session|account)$/.test(object.name) &&
      object.object.kind === "name"
    ) {
      return `${object.name}.${expression.name}`;
    }
    if (object.kind === "name" && /^req(?:uest)?$/.test(object.name) && expression.name === "userId") return "userId";
  }
  return undefined;
}
