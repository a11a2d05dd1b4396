/**
 * Settings of the service that code reads in other ways than `process.env.NAME`: validated environments, bindings of a
 * platform, configuration services. The value stays what it is; that the path needs the setting is what is told.
 */
import type { Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import { alternatives } from "../evaluate/members.ts";

/**
 * Modules whose members are variables of the environment. https://svelte.dev/docs/kit/$env-dynamic-private ·
 * https://docs.astro.build/en/guides/environment-variables/#type-safe-environment-variables
 */
const MODULES = /^(?:\$env\/static\/(?:private|public)|astro:env\/(?:server|client))$/;
/** Modules with an `env` whose members are. https://developers.cloudflare.com/workers/runtime-apis/bindings/#importing-env-as-a-global */
const WITH_ENV = /^(?:\$env\/dynamic\/(?:private|public)|cloudflare:workers)$/;
/** What gives a validated environment. https://env.t3.gg/docs/core · https://github.com/af/envalid */
const MAKERS = /^(?:createEnv|cleanEnv|parseEnv|envsafe)\(\)$/;
const NAME = /^[A-Z][A-Z0-9_]*$/;

/** The setting that a value is, whatever object it was read from: a proxy, an object spread of the environment. */
export function settingIn(value: Term): string | undefined {
  for (const option of alternatives(value)) {
    if (option.kind === "environment") return option.name;
    if (
      option.kind === "external" &&
      WITH_ENV.test(option.package) &&
      option.path.length === 2 &&
      option.path[0] === "env"
    )
      return option.path[1];
  }
  return undefined;
}

/** The setting that `of.name` reads; undefined where it is something else. */
export function settingOf(of: Term, name: string): string | undefined {
  switch (of.kind) {
    case "global":
      return /^(?:process|import\.meta|Bun|globalThis\.process)\.env$/.test(of.path.join(".")) && NAME.test(name)
        ? name
        : undefined;
    case "input":
      // `c.env.DATABASE_URL`, `platform.env.KV`, the second parameter of a worker.
      return of.source === "context" && of.path.at(-1) === "env" && NAME.test(name) ? name : undefined;
    case "external":
      if (MODULES.test(of.package)) return of.path.length === 0 && NAME.test(name) ? name : undefined;
      if (WITH_ENV.test(of.package)) return of.path.join(".") === "env" && NAME.test(name) ? name : undefined;
      return NAME.test(name) && isEnvironment(of) ? name : undefined;
    default:
      return undefined;
  }
}

/** `createEnv({ … })`, `schema.parse(process.env)`, and the `data` of `schema.safeParse(process.env)`. */
function isEnvironment(of: Term & { readonly kind: "external" }): boolean {
  const last = of.path.at(-1) ?? "";
  if (MAKERS.test(last)) return true;
  if ((last === "data" || last === "value") && of.base?.kind === "external") return isEnvironment(of.base);
  return last.endsWith("()") && of.arguments?.some(isProcessEnvironment) === true;
}

function isProcessEnvironment(term: Term): boolean {
  return term.kind === "global" && /^(?:process|import\.meta|Bun)\.env$/.test(term.path.join("."));
}

/**
 * `config.getOrThrow("STRIPE_KEY")` of Nest's ConfigService, `Deno.env.get("STRIPE_KEY")`.
 * https://docs.nestjs.com/techniques/configuration#using-the-configservice
 */
export function settingAsked(call: Call): string | undefined {
  const [name] = call.arguments;
  if (name?.kind !== "literal" || typeof name.value !== "string" || !NAME.test(name.value)) return undefined;
  const { target } = call;
  if (target.kind === "global") return target.path.join(".") === "Deno.env.get" ? name.value : undefined;
  if (target.kind !== "external") return undefined;
  if (target.package === "@nestjs/config")
    return /^get(?:OrThrow)?$/.test(target.path.at(-1) ?? "") ? name.value : undefined;
  return target.package === "astro:env/server" && target.path.join(".") === "getSecret" ? name.value : undefined;
}
