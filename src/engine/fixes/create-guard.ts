/**
 * A new role guard for a project that has none, in Express: it asks the caller that the project's authentication has
 * put on the request.
 */
import type { EntryPoint } from "../model/entry-point.ts";
import type { Fix } from "../model/finding.ts";
import type { GuardKind } from "../model/guard.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { insertArgument } from "./call-arguments.ts";
import type { FileStyle } from "./file-style.ts";
import { addHelper } from "./helper-file.ts";
import { registrationOf } from "./registration.ts";
import { exported, importLine, typed } from "./stores/store.ts";
import { composeEdits, tidyEdits } from "./text-edits.ts";

export interface GuardToCreate {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
  readonly kind: Extract<GuardKind, "authentication" | "role">;
}

/** Undefined where nobody is authenticated here, or users have no role that could be asked for. */
export function createdGuard({ entryPoint, model, kind }: GuardToCreate): Fix | undefined {
  if (kind !== "role" || entryPoint.framework !== "express") return undefined;
  if (!entryPoint.guards.some((guard) => guard.kind === "authentication")) return undefined;
  const users = ["users", "user", "accounts", "members"].map((name) => model.schema.tables.get(name)).find(Boolean);
  if (!users?.columns.some((column) => column.name === "role")) return undefined;
  const route = registrationOf(model, entryPoint);
  if (!route) return undefined;
  const helper = addHelper(model, entryPoint.app, route.source, {
    name: "require-role",
    exports: "requireRole",
    folders: ["middleware", "middlewares", "auth", "lib", "utils"],
    mark: "role",
    text: (_file, style) => guardText(style),
  });
  if (!helper) return undefined;
  const edits = composeEdits(
    [insertArgument(route.source, route.call, route.handler, `${helper.local}("admin")`)],
    helper.edits,
  );
  if (!edits) return undefined;
  const tidy = tidyEdits(edits);
  return {
    title: `Ask for the role "admin"`,
    kind: "suggestion",
    edits: () => tidy,
    checklist: [
      `Check that "admin" is how this service calls the role, and that \`req.user.role\` comes from the session or the database.`,
    ],
  };
}

function guardText(style: FileStyle): string {
  const { before, after } = exported(style, "requireRole");
  const user = style.typed ? "(req as typeof req & { user?: { role?: string } }).user" : "req.user";
  return `${importLine(style, "{ RequestHandler }", "express", "type")}${style.typed ? "\n" : ""}/** Lets only callers with one of the roles through. Stands behind the middleware that sets \`req.user\`. */
${before}function requireRole(...roles${typed(style, ": string[]")})${typed(style, ": RequestHandler")} {
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
