/** Plugins: a context of their own below the one that registers them, unless wrapped by fastify-plugin. */
import type { Term } from "../../model/term.ts";
import type { ParameterShape, RegisterCall, Registry, TermView } from "../define-framework.ts";
import { makeContext } from "../reading/graphql-context.ts";
import { registerResolvers } from "../reading/resolver-map.ts";
import { tellTrpcContext } from "../reading/trpc-context.ts";
import { registerClient } from "./client-plugins.ts";

/** What Fastify gives a hook. */
export const HOOK_SHAPE = { parameters: ["request", "response", "next"], returns: "passes" } as const;

export function registerPlugin(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const plugin = call.argument(0);
  if (!plugin) return;
  const autoload = autoloadOf(plugin);
  if (autoload) return loadFolder(call, model);
  if (registerClient(call, model, plugin)) return;
  const given = call.argument(1);
  // https://mercurius.dev/#/docs/api/options
  if (plugin.kind === "external" && plugin.package === "mercurius") {
    makeContext(call, model, call.option(1, "context"), ["request", "response"], "fastify");
    return registerResolvers(model, terms, call.option(1, "resolvers"));
  }
  if (
    plugin.kind === "external" &&
    plugin.package.startsWith("@trpc/server") &&
    plugin.path.at(-1) === "fastifyTRPCPlugin"
  )
    return tellTrpcContext(call, model, terms.member(terms.member(given, "trpcOptions"), "createContext"));
  if (plugin.kind === "external" && /^(?:@fastify\/|fastify-)http-proxy$/.test(plugin.package))
    return handOn(call, model, plugin, given);
  const options = given?.kind === "function" ? terms.result(given, [{ term: call.receiver }]) : given;
  const prefix = terms.texts(terms.member(options, "prefix"))?.[0];
  registerOne(call, model, plugin, prefix, options);
}

/** https://github.com/fastify/fastify-http-proxy#options */
function handOn({ terms }: RegisterCall, model: Registry, plugin: Term, options: Term | undefined): void {
  const path = `${terms.text(terms.member(options, "prefix")) ?? ""}/*`;
  const ahead = terms.items(terms.member(options, "preHandler"));
  const handlers = [
    ...ahead.map((hook) => ({ ...terms.handler(hook), shape: HOOK_SHAPE })),
    terms.handler(plugin, "proxy"),
  ];
  model.entryPoint({ kind: "http", method: "ALL", path, handlers, forwards: true });
}

function registerOne(
  call: RegisterCall,
  model: Registry,
  plugin: Term,
  prefix: string | undefined,
  options: Term | undefined,
  key = "",
  hooks: readonly Term[] = [],
): void {
  const { terms } = call;
  for (const item of terms.items(plugin)) {
    const shared = sharedPlugin(item);
    const target = shared ?? (item.kind === "module" ? terms.member(item, "default") : item);
    if (!target) continue;
    if (target.kind === "external" && target.package === "@ts-rest/fastify" && target.path.at(-1) === "plugin()") {
      mountContract(call, model, target.arguments?.[0], prefix, terms.member(options, "hooks"));
      continue;
    }
    const inner = target.kind === "external" ? sharedPlugin(target) : undefined;
    const rest: readonly ParameterShape[] = [{ term: options ?? terms.object({}) }, "next"];
    if (shared || inner) {
      model.run(inner ?? target, [{ term: call.receiver }, ...rest]);
      continue;
    }
    const base = terms.array([call.result, target, terms.literal(`${prefix ?? ""}${key}`)]);
    const child = terms.external("fastify", ["default()"], base, call.place);
    model.mount({ path: prefix ?? "", router: child });
    for (const hook of hooks) model.on(child).run(hook, [{ term: child }, ...rest]);
    model.on(child).run(target, [{ term: child }, ...rest]);
  }
}

/** `app.register(s.plugin(router), { hooks: { onRequest: login } })`. https://ts-rest.com/server/fastify */
function mountContract(
  call: RegisterCall,
  model: Registry,
  router: Term | undefined,
  prefix: string | undefined,
  hooks: Term | undefined,
): void {
  const { terms } = call;
  const handlers = terms
    .fields(hooks)
    .flatMap(({ value }) => terms.items(value))
    .map((hook) => ({ ...terms.handler(hook), shape: HOOK_SHAPE, framework: "fastify" }));
  if (router) model.mount({ path: prefix ?? "", router, handlers });
}

/** `fp(plugin)`: what it adds, it adds to the context that registers it. */
function sharedPlugin(term: Term): Term | undefined {
  if (term.kind !== "external" || term.package !== "fastify-plugin") return undefined;
  return term.arguments?.[0];
}

function autoloadOf(term: Term): boolean {
  return term.kind === "external" && (term.package === "@fastify/autoload" || term.package === "fastify-autoload");
}

/** Every file of a folder is a plugin; its folders are prefixes, `_id` is a parameter where asked for. */
function loadFolder(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const folder = terms.folder(call.option(1, "dir"));
  if (!folder) return;
  const options = call.option(1, "options");
  const prefix = terms.texts(terms.member(options, "prefix"))?.[0] ?? "";
  const named = call.option(1, "dirNameRoutePrefix");
  const asked = call.option(1, "routeParams");
  const parameters = asked?.kind === "literal" && asked.value === true;
  const isTrue = (name: string): boolean => {
    const option = call.option(1, name);
    return option?.kind === "literal" && option.value === true;
  };
  const hooked = isTrue("autoHooks");
  const cascades = isTrue("cascadeHooks");
  const byFolder = !(named?.kind === "literal" && named.value === false);
  for (const file of folder.files) {
    const relative = file.slice(folder.path === "" ? 0 : folder.path.length + 1);
    if (/(?:^|\/)(?:autohooks|\.autohooks)\.|(?:^|\/)(?:test|__tests__)\/|\.(?:test|spec|d)\.|schema/i.test(relative))
      continue;
    const plugin = terms.exported(file, "default");
    // https://github.com/fastify/fastify-autoload#plugin-configuration
    if (setOf(terms, plugin, file, "autoload") === false) continue;
    const override = setOf(terms, plugin, file, "prefixOverride");
    const own = terms.text(definite(terms.exported(file, "autoPrefix")));
    const folders = byFolder
      ? relative
          .split("/")
          .slice(0, -1)
          .map((name) => (parameters ? asParameter(name) : name))
          .join("/")
      : "";
    const ahead = hooked ? hooksAhead(folder.files, file, folder.path, cascades) : [];
    const hooks = ahead.map((path) => terms.exported(path, "default"));
    const below = typeof override === "string" ? override : (own ?? folders);
    registerOne(call, model, plugin, `${prefix}/${below}`, options, file, hooks);
  }
}

/** What a plugin's file says of itself: `export const autoload = false`, `module.exports.autoload = false`. */
function setOf(
  terms: TermView,
  plugin: Term,
  file: string,
  name: string,
): string | number | boolean | null | undefined {
  const told = definite(terms.exported(file, name)) ?? terms.member(plugin, name);
  return told?.kind === "literal" ? told.value : undefined;
}

/** Files `autohooks` of the plugin's folder, and with `cascadeHooks` those of the folders above it, outermost first. */
function hooksAhead(files: readonly string[], file: string, root: string, cascades: boolean): readonly string[] {
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));
  const own = folderOf(file);
  return files
    .filter((path) => /\/\.?autohooks\.\w+$/.test(path))
    .filter((path) => {
      const folder = folderOf(path);
      return folder === own || (cascades && folder.startsWith(root) && own.startsWith(`${folder}/`));
    })
    .sort((a, b) => a.length - b.length);
}

function asParameter(segment: string): string {
  return segment.startsWith("_") ? segment.replace(/^_+/, ":") : segment;
}

function definite(term: Term): Term | undefined {
  return term.kind === "literal" ? term : undefined;
}
