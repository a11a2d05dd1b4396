/**
 * A new role guard for a project that has none, in its framework: it asks the caller that the project's authentication has put
 * on the request.
 */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { insertArgument } from "../code/call-arguments.ts";
import type { FileStyle } from "../code/file-style.ts";
import { type AddedHelper, addHelper } from "../code/helper-file.ts";
import { addDecorators } from "../code/method-decorators.ts";
import { type Registration, registrationOf } from "../code/registration.ts";
import { insertRouteHooks } from "../code/route-hooks.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { exported, importLine, typed } from "../stores/store.ts";

export interface GuardToCreate {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
  readonly kind: Extract<GuardKind, "authentication" | "role">;
}

/** Undefined where nobody is authenticated here, or users have no role that could be asked for. */
export function createdGuard({ entryPoint, model, kind }: GuardToCreate): Fix | undefined {
  const form = FORMS[entryPoint.framework];
  if (kind !== "role" || !form) return undefined;
  if (!entryPoint.guards.some((guard) => guard.kind === "authentication")) return undefined;
  const users = ["users", "user", "accounts", "members"].map((name) => model.schema.tables.get(name)).find(Boolean);
  if (!users?.columns.some((column) => column.name === "role")) return undefined;
  const route = registrationOf(model, entryPoint);
  const source = form.put === "decorator" ? sourceText(model, entryPoint.place.file) : route?.source;
  if (!source) return undefined;
  const helper = addHelper(model, entryPoint.app, source, {
    name: "require-role",
    exports: form.exports,
    folders: ["middleware", "middlewares", "guards", "auth", "lib", "utils"],
    mark: "role",
    text: (_file, style) => form.text(style),
  });
  const inserted = helper && put(form, entryPoint, source, route, helper);
  const edits = inserted && composeEdits(inserted, helper.edits);
  if (!edits) return undefined;
  const tidy = tidyEdits(edits);
  return {
    title: `Ask for the role "admin"`,
    kind: "suggestion",
    edits: () => tidy,
    checklist: [
      `Check that "admin" is how this service calls the role, and that \`${form.user}\` comes from the session or the database.`,
    ],
  };
}

interface GuardForm {
  readonly exports: string;
  /** Where it stands on a route. */
  readonly put: "argument" | "hook" | "decorator";
  /** How the code of the guard names the caller. */
  readonly user: string;
  readonly text: (style: FileStyle) => string;
}

function put(
  form: GuardForm,
  entryPoint: EntryPoint,
  source: SourceText,
  route: Registration | undefined,
  { local }: AddedHelper,
): readonly Edit[] | undefined {
  const guard = `${local}("admin")`;
  if (form.put === "decorator") return addDecorators(source, entryPoint, [{ text: guard, decorator: "guard" }]);
  if (!route) return undefined;
  return form.put === "hook"
    ? insertRouteHooks(route, { preHandler: [guard] })
    : [insertArgument(route.source, route.call, route.handler, guard)];
}

const FORMS: Readonly<Record<string, GuardForm>> = {
  // https://expressjs.com/en/guide/using-middleware.html
  express: { exports: "requireRole", put: "argument", user: "req.user.role", text: expressGuard },
  // https://koajs.com
  koa: { exports: "requireRole", put: "argument", user: "ctx.state.user.role", text: koaGuard },
  // https://hono.dev/docs/guides/middleware
  hono: { exports: "requireRole", put: "argument", user: 'c.get("user").role', text: honoGuard },
  // https://fastify.dev/docs/latest/Reference/Hooks/#prehandler
  fastify: { exports: "requireRole", put: "hook", user: "request.user.role", text: fastifyGuard },
  // https://docs.nestjs.com/guards
  nestjs: { exports: "RequireRole", put: "decorator", user: "request.user.role", text: nestGuard },
};

/** The comment above every guard. */
function purpose(where: string): string {
  return `/** Lets only callers with one of the roles through. Stands behind what sets \`${where}\`. */`;
}

function parameters(style: FileStyle): string {
  return `...roles${typed(style, ": string[]")}`;
}

function expressGuard(style: FileStyle): string {
  const { before, after } = exported(style, "requireRole");
  const user = style.typed ? "(req as typeof req & { user?: { role?: string } }).user" : "req.user";
  return `${importLine(style, "{ RequestHandler }", "express", "type")}${style.typed ? "\n" : ""}${purpose("req.user")}
${before}function requireRole(${parameters(style)})${typed(style, ": RequestHandler")} {
  return (req, res, next) => {
    const role = ${user}?.role;
    if (role === undefined || !roles.includes(role)) {
      res.status(403).json({ error: "Forbidden" });
      return;
    }
    next();
  };
}
${after}`;
}

function koaGuard(style: FileStyle): string {
  const { before, after } = exported(style, "requireRole");
  return `${importLine(style, "{ Middleware }", "koa", "type")}${style.typed ? "\n" : ""}${purpose("ctx.state.user")}
${before}function requireRole(${parameters(style)})${typed(style, ": Middleware")} {
  return async (ctx, next) => {
    const role = ctx.state.user?.role;
    if (role === undefined || !roles.includes(role)) {
      ctx.status = 403;
      ctx.body = { error: "Forbidden" };
      return;
    }
    await next();
  };
}
${after}`;
}

function honoGuard(style: FileStyle): string {
  const { before, after } = exported(style, "requireRole");
  const user = style.typed ? '(c.get("user") as { role?: string } | undefined)' : 'c.get("user")';
  return `${importLine(style, "{ MiddlewareHandler }", "hono", "type")}${style.typed ? "\n" : ""}${purpose('c.get("user")')}
${before}function requireRole(${parameters(style)})${typed(style, ": MiddlewareHandler")} {
  return async (c, next) => {
    const role = ${user}?.role;
    if (role === undefined || !roles.includes(role)) return c.json({ error: "Forbidden" }, 403);
    await next();
  };
}
${after}`;
}

function fastifyGuard(style: FileStyle): string {
  const { before, after } = exported(style, "requireRole");
  const user = style.typed ? "(request as typeof request & { user?: { role?: string } }).user" : "request.user";
  return `${importLine(style, "{ preHandlerAsyncHookHandler }", "fastify", "type")}${style.typed ? "\n" : ""}${purpose("request.user")}
${before}function requireRole(${parameters(style)})${typed(style, ": preHandlerAsyncHookHandler")} {
  return async (request, reply) => {
    const role = ${user}?.role;
    if (role === undefined || !roles.includes(role)) return reply.code(403).send({ error: "Forbidden" });
  };
}
${after}`;
}

function nestGuard(): string {
  return `import { type CanActivate, type ExecutionContext, mixin, type Type } from "@nestjs/common";

${purpose("request.user")}
export function RequireRole(...roles: string[]): Type<CanActivate> {
  class RoleGuard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      const { user } = context.switchToHttp().getRequest<{ user?: { role?: string } }>();
      return user?.role !== undefined && roles.includes(user.role);
    }
  }
  return mixin(RoleGuard);
}
`;
}
