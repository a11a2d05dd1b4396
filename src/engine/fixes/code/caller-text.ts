/** How the code at a place names the caller: `req.user!.id`, `c.get("user").id`, `session.user.id`. */
import type { Binding, FunctionFacts } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { styleOf } from "./file-style.ts";
import { handlerCode } from "./handler-code.ts";
import { parameterLike } from "./method-parameters.ts";
import { nameInReach, rootName } from "./names-in-reach.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { expressionsIn, functionAround, holds, statementsAround } from "./visit-facts.ts";

export interface CallerCode {
  readonly code: string;
  /** What the code needs: a parameter that other handlers have. */
  readonly edits: readonly Edit[];
}

/**
 * The caller's id, as this file or another handler of the application reads it, by names that are in reach. Undefined where
 * nobody is authenticated.
 */
export function callerCode(
  model: ServiceModel,
  entryPoint: EntryPoint,
  source: SourceText,
  offset: number,
): CallerCode | undefined {
  if (!isAuthenticated(entryPoint)) return undefined;
  const handler = handlerCode(model, entryPoint);
  const target = handler && handler.source.file === source.file ? source.facts.functions[handler.index] : undefined;
  if (!target || !holds(target.bodyAt, [offset, offset])) return undefined;
  const request = handler?.parameters[0];
  const identity = request === undefined ? undefined : identityOf(model, entryPoint);
  if (identity === undefined) return localCaller(model, entryPoint, source, target, offset);
  return { code: `${request}.${styleOf(source).typed ? assured(identity) : identity}`, edits: [] };
}

/**
 * `(req) => req.user?.id`: the caller of any request of this application; nobody where the route is open. Undefined where
 * somebody is authenticated whom no code names.
 */
export function callerFunction(model: ServiceModel, entryPoint: EntryPoint, parameter: string): string | undefined {
  if (!isAuthenticated(entryPoint)) return "() => undefined";
  const identity = identityOf(model, entryPoint);
  return identity === undefined ? undefined : `(${parameter}) => ${parameter}.${careful(identity)}`;
}

/**
 * `user.id`, as handlers of the application read it off the request or the context; undefined where nobody is
 * authenticated.
 */
export function identityOf(model: ServiceModel, entryPoint: EntryPoint): string | undefined {
  const form = forms[entryPoint.framework];
  if (!form || !isAuthenticated(entryPoint)) return undefined;
  for (const file of filesAround(model, entryPoint)) {
    const found = identityIn(sourceText(model, file), form);
    if (found !== undefined) return found;
  }
  // The whole user is handed on: it has an id.
  const whole = wholeUsers[entryPoint.framework];
  const files = [...filesAround(model, entryPoint)];
  return whole && files.some((file) => whole.form.test(model.text(file) ?? "")) ? whole.identity : undefined;
}

const wholeUsers: Readonly<Record<string, { readonly form: RegExp; readonly identity: string }>> = {
  express: { form: /\breq(?:uest)?\.user\b/, identity: "user.id" },
  fastify: { form: /\breq(?:uest)?\.user\b/, identity: "user.id" },
  koa: { form: /\bctx\.state\.user\b/, identity: "state.user.id" },
  hono: { form: /\bc\.get\(["']user["']\)/, identity: 'get("user").id' },
};

function isAuthenticated(entryPoint: EntryPoint): boolean {
  return entryPoint.guards.some((guard) => guard.kind === "authentication");
}

/** Own files first, then those of other handlers, then those of what stands ahead of them. */
function filesAround(model: ServiceModel, entryPoint: EntryPoint): ReadonlySet<string> {
  const files = new Set([entryPoint.handler.place.file, entryPoint.place.file]);
  const others = model.entryPoints.filter((other) => other.app === entryPoint.app);
  for (const other of others) files.add(other.handler.place.file);
  for (const other of others) for (const link of other.chain) files.add(link.place.file);
  return files;
}

const ID = "(?:id|_id|sub|userId|uid)";
const WHO = "(?:user|auth|account|currentUser)";

/** What stands behind the name of the request or context, without `!` and `?`. */
const onRequest = new RegExp(`^(?:\\w+\\.((?:session\\.)?${WHO}\\.${ID}|session\\.${ID})|req(?:uest)?\\.(userId))$`);
const forms: Readonly<Record<string, RegExp>> = {
  express: onRequest,
  fastify: onRequest,
  koa: new RegExp(`^\\w+\\.((?:state|session)\\.(?:${WHO}\\.${ID}|userId|uid))$`),
  hono: new RegExp(
    `^\\w+\\.(get\\("(?:${WHO}|session|jwtPayload)"\\)\\.${ID}|get\\("(?:userId|uid)"\\)|var\\.(?:${WHO}\\.${ID}|userId))$`,
  ),
};

function identityIn(source: SourceText | undefined, form: RegExp): string | undefined {
  if (!source) return undefined;
  for (const expression of expressionsIn(source.facts)) {
    if (expression.kind !== "member" && expression.kind !== "call") continue;
    const written = source.text.slice(...expression.at);
    if (written.length > 80) continue;
    const plain = written.replace(/[\s!?]/g, "").replace(/['`]/g, '"');
    const found = form.exec(plain);
    // A call is a whole identity only where it is what is read: `c.get("userId")`.
    if (found && (expression.kind === "member" || plain.endsWith(")"))) return found[1] ?? found[2];
  }
  return undefined;
}

/** `user.id` → `user!.id`: whoever comes here is known. */
function assured(identity: string): string {
  return identity.replace(new RegExp(`^(user|auth|account|currentUser)\\.(${ID})$`), "$1!.$2");
}

/** `user.id` → `user?.id`. */
function careful(identity: string): string {
  return identity.replace(new RegExp(`((?:^|\\.)${WHO}|\\))\\.(${ID})$`), "$1?.$2");
}

/** A variable or parameter of the handler that knows the caller, as this or another handler reads it. */
function localCaller(
  model: ServiceModel,
  entryPoint: EntryPoint,
  source: SourceText,
  target: FunctionFacts,
  offset: number,
): CallerCode | undefined {
  const owner = functionAround(source.facts, offset);
  const local =
    /^(?:(?:ctx|context)\.)?(?:(?:session|auth|token|payload|claims|identity)(?:\.(?:user|account))?|user|currentUser|viewer|me|req(?:uest)?\.user)[!?]*\.(?:id|_id|sub|userId|uid)$|^(?:(?:ctx|context)\.)?userId$/;
  for (const file of filesAround(model, entryPoint)) {
    const there = sourceText(model, file);
    if (!there) continue;
    for (const expression of expressionsIn(there.facts)) {
      if (expression.kind !== "member" && expression.kind !== "name") continue;
      const written = there.text.slice(...expression.at);
      if (written.length > 60 || !local.test(written.replace(/[!?](?=\.)/g, ""))) continue;
      const root = rootName(written);
      const binding = root === undefined ? undefined : nameInReach(source.facts, root, owner, offset);
      const code = styleOf(source).typed ? written.replace(/\?\./g, "!.") : written;
      if (binding && binding.owner !== 0) {
        if (!namesCaller(source, owner, binding)) continue;
        return { code, edits: [] };
      }
      if (binding || root === undefined || entryPoint.framework !== "nestjs") continue;
      const added = parameterLike(model, there, root, source, target);
      if (added) return { code, edits: added.edits };
    }
  }
  return undefined;
}

/** The name was given by what knows the caller, and not by what the caller sent: `userId` may be anybody's. */
function namesCaller({ facts, text }: SourceText, owner: number, binding: Binding): boolean {
  if (/^(?:session|auth|claims|identity|viewer)$/.test(binding.name)) return true;
  if (binding.kind === "parameter") {
    const parameter = facts.functions[binding.owner]?.parameters.find((one) => holds(one.pattern.at, binding.at));
    const decorators = parameter?.decorators.map((one) => text.slice(...one.at)).join(" ") ?? "";
    return (
      /^(?:req(?:uest)?|ctx|context)$/.test(binding.name) || /user|auth|session|account|jwt|\bReq/i.test(decorators)
    );
  }
  const last = statementsAround(facts.functions[owner]?.body ?? [], binding.at[0]).at(-1);
  const statement = last?.list[last.index];
  const value = statement?.kind === "declare" && statement.value ? text.slice(...statement.value.at) : "";
  if (/\.json\(|body|params|query|formData/i.test(value)) return false;
  return /auth|session|current|verify|token|jwt|cookie|headers|locals|\bc(?:on)?te?xt\b|req(?:uest)?\.user|user\w*\((?:req|request)\b/i.test(
    value,
  );
}
