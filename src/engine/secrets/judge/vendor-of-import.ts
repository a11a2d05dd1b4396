/**
 * Whose secret it is, told by the package that the called class or function comes from: `new Redis({ token: "…" })` of
 * `@upstash/redis` is a key of Upstash.
 *
 * Only for words to people: nothing is a secret because of it.
 */
import { serviceIn, snakeCase } from "./secret-names.ts";
import { plausibleVendor } from "./vendor.ts";

/** The service whose package gives what is called, by the names that a literal goes by. */
export function vendorOfImport(text: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    if (!name.includes("#")) continue;
    const root = /^(?:new )?([A-Za-z_$][\w$]*)/.exec(name)?.[1];
    const from = root === undefined || root === "process" ? undefined : packageOf(text, root);
    const vendor = from === undefined ? undefined : vendorOfPackage(from);
    if (vendor !== undefined) return vendor;
  }
  return undefined;
}

/** The package that `local` is imported from. */
function packageOf(text: string, local: string): string | undefined {
  for (const match of text.slice(0, 20_000).matchAll(/(?:\bfrom|\brequire\()\s{0,3}["']([@a-z][\w@./-]{1,80})["']/g)) {
    const before = text.slice(Math.max(0, match.index - 300), match.index);
    const statement = before.slice(
      Math.max(before.lastIndexOf(";"), before.lastIndexOf("import"), before.search(/(?:const|let|var)\s[^;]*$/)),
    );
    if (new RegExp(`(?:^|[^\\w$])${local.replaceAll("$", "\\$")}(?![\\w$])`).test(statement)) return match[1];
  }
  return undefined;
}

/** `@datocms/cma-client-node` → `datocms`, `unsplash-js` → `unsplash`; undefined for what everybody builds on. */
function vendorOfPackage(name: string): string | undefined {
  const [scope, base] = name.startsWith("@")
    ? (name.slice(1).split("/") as [string, string?])
    : ["", name.split("/")[0]];
  const own = serviceIn(snakeCase(scope)) ?? serviceIn(snakeCase(base ?? ""));
  if (own !== undefined) return own;
  if (scope !== "") return SHARED_SCOPES.test(scope) ? undefined : plausibleVendor(snakeCase(scope));
  const plain = (base ?? "").replace(/^node-|[-.](?:js|node|nodejs|sdk|client|api|ts)(?=$|[-.])/g, "");
  return plain === base ? undefined : plausibleVendor(snakeCase(plain));
}

/** Scopes of frameworks and of people, who open nothing. */
const SHARED_SCOPES =
  /^(?:nestjs|types|fastify|hapi|koa|hono|trpc|angular|nuxt|nuxtjs|remix-run|react-router|sveltejs|vue|tanstack|prisma|mikro-orm|typeorm|apollo|graphql-\w+|ai-sdk|langchain|auth|next-auth|better-auth|app|lib|libs|shared|utils|config|server|modules|src|repo|workspace|oclif|noble|scure|ethersproject|solana|effect|project|company|acme|org|my\w*)$/;
