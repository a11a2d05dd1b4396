/** What one Nest application says for all its routes: prefix, versioning, guards, pipes, middleware. */
import type { Term } from "../../model/term.ts";
import type { Handler, Program, Registry } from "../define-framework.ts";
import { globalGuards } from "./guards.ts";
import { globalInterceptors } from "./interceptors.ts";
import { type AppliedMiddleware, appliedMiddleware } from "./middleware.ts";
import type { ModuleClosure } from "./modules.ts";

export interface Application {
  readonly model: Registry;
  readonly prefix: string;
  readonly exclude: readonly ExcludedRoute[];
  readonly versioning: Versioning | undefined;
  readonly guards: readonly Handler[];
  readonly interceptors: readonly Handler[];
  /** A `ValidationPipe` stands ahead of every handler. */
  readonly validates: boolean;
  readonly middleware: readonly AppliedMiddleware[];
  /** Prefixes that `RouterModule.register()` gives to the controllers of modules. */
  readonly prefixes: ReadonlyMap<Term, string>;
  /** More may stand ahead: the application itself was not found. */
  readonly loose: boolean;
}

export interface ExcludedRoute {
  readonly path: string;
  readonly method: string | undefined;
}

export interface Versioning {
  readonly prefix: string;
  readonly byUri: boolean;
  readonly defaults: readonly (string | undefined)[] | undefined;
}

export function readApplication(program: Program, model: Registry, closure: ModuleClosure): Application {
  const { terms } = program;
  const pipes = terms.items(model.kept("pipes"));
  return {
    model,
    prefix: prefixOf(program, model.kept("prefix"), closure.configs),
    exclude: terms.items(model.kept("exclude")).flatMap((item): readonly ExcludedRoute[] => {
      const path = terms.text(item) ?? terms.text(terms.member(item, "path"));
      return path === undefined ? [] : [{ path, method: methodOf(terms.member(item, "method")) }];
    }),
    versioning: readVersioning(program, model.kept("versioning")),
    guards: globalGuards(program, closure, model.kept("guards")),
    interceptors: globalInterceptors(program, closure, model.kept("interceptors")),
    validates: closure.validates || pipes.some(isValidationPipe),
    middleware: appliedMiddleware(program, model, closure),
    prefixes: closure.prefixes,
    loose: false,
  };
}

/** `"api"`, or `config.get("app.apiPrefix")` of what `registerAs("app", () => ({ apiPrefix }))` gives. */
function prefixOf(program: Program, prefix: Term | undefined, configs: readonly Term[]): string {
  const { terms } = program;
  const text = terms.texts(prefix)?.[0];
  if (text !== undefined) return text;
  const asked = prefix?.kind === "external" && /^get(?:OrThrow)?\(\)$/.test(prefix.path.at(-1) ?? "");
  const key = asked && prefix.kind === "external" ? terms.text(prefix.arguments?.[0]) : undefined;
  if (key === undefined) return "";
  for (const config of configs) {
    const named = config.kind === "external" && config.path.at(-1) === "registerAs()" ? config.arguments : undefined;
    const [name, make] = named ?? [undefined, config];
    const fields = key.split(".");
    if (named && terms.text(name) !== fields.shift()) continue;
    let value = make && terms.result(make, []);
    for (const field of fields) value = terms.member(value, field);
    const found = terms.texts(value)?.[0];
    if (found !== undefined) return found;
  }
  return "";
}

/** `ValidationPipe`, `ZodValidationPipe` of nestjs-zod and their like, also where a class extends one. */
export function isValidationPipe(term: Term): boolean {
  if (term.kind === "external") return /ValidationPipe/.test(term.path.join("."));
  return false;
}

/** `RequestMethod.GET` as `GET`; nothing for all. */
export function methodOf(term: Term | undefined): string | undefined {
  const name = term?.kind === "external" ? (term.path.at(-1) ?? "") : "";
  return /^[A-Z]+$/.test(name) && name !== "ALL" ? name : undefined;
}

function readVersioning(program: Program, options: Term | undefined): Versioning | undefined {
  if (!options) return undefined;
  const { terms } = program;
  const type = terms.member(options, "type");
  const name = type?.kind === "external" ? type.path.at(-1) : undefined;
  const prefix = terms.member(options, "prefix");
  return {
    prefix: prefix?.kind === "literal" ? (prefix.value === false ? "" : String(prefix.value)) : "v",
    byUri: name === undefined || name === "URI",
    defaults: versionsOf(program, terms.member(options, "defaultVersion")),
  };
}

/** Versions as texts; `undefined` among them is `VERSION_NEUTRAL`. */
export function versionsOf(program: Program, term: Term | undefined): readonly (string | undefined)[] | undefined {
  if (!term) return undefined;
  const { terms } = program;
  const all = terms.items(term).map((item) => (isNeutral(item) ? undefined : terms.text(item)));
  if (term.kind === "literal") return [String(term.value)];
  return all.length > 0 ? all : undefined;
}

function isNeutral(term: Term): boolean {
  return term.kind === "external" && term.path.at(-1) === "VERSION_NEUTRAL";
}
