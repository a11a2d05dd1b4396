// https://supabase.com/docs/reference/javascript/insert · https://supabase.com/docs/reference/javascript/auth-getuser
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, conditionsOf, named, tableName } from "./reading/chain.ts";
import { rowInConflict } from "./reading/conflict-row.ts";
import { procedureEffects } from "./reading/sql-call.ts";
import { isLiteral, literalText } from "./reading/terms.ts";

const FILTERS = [
  "eq",
  "neq",
  "gt",
  "gte",
  "lt",
  "lte",
  "like",
  "ilike",
  "is",
  "in",
  "match",
  "contains",
  "not",
  "filter",
];

export default defineSystem({
  title: "Supabase",
  category: "database",
  packages: [
    "@supabase/supabase-js",
    "@supabase/ssr",
    "@supabase/server",
    "@supabase/auth-helpers-nextjs",
    "@supabase/auth-helpers-remix",
    "@supabase/auth-helpers-sveltekit",
  ],
  clients: [
    ..."createClient createServerClient createBrowserClient createRouteHandlerClient createServerComponentClient createServerActionClient createMiddlewareClient createPagesServerClient createSupabaseServerClient createSupabaseLoadClient"
      .split(" ")
      .map((name) => `${name}()`),
    "new SupabaseClient()",
    "new TypedSupabaseClient()",
    "getSupabase().supabaseClient",
  ],
  same: ["schema"],
  // https://supabase.com/docs/guides/auth/managing-user-data#user-metadata
  writtenByUser: ["user_metadata", "raw_user_meta_data"],
  builders: ["from", "rpc"],
  calls: {
    "rpc|rpc().**": remoteProcedure,
    "storage.from().upload|uploadToSignedUrl": {
      access: "write",
      operation: "set",
      category: "filestore",
      target: "$from().0",
      data: "$1",
    },
    "storage.from().update|move|copy": {
      access: "write",
      operation: "set",
      category: "filestore",
      target: "$from().0",
    },
    "storage.from().remove": {
      access: "write",
      operation: "delete",
      category: "filestore",
      target: "$from().0",
      where: "$0",
    },
    // Whoever has the address may store the file.
    "storage.from().createSignedUploadUrl": {
      access: "call",
      operation: "call",
      category: "filestore",
      target: "$from().0",
      where: "$0",
    },
    "storage.from().download|list|info|exists|createSignedUrl|createSignedUrls": {
      access: "read",
      category: "filestore",
      target: "$from().0",
    },
    "functions.invoke": { access: "call", category: "externalApi", target: "$0" },
    "auth.signUp": { access: "write", operation: "insert", category: "auth", target: "=users", data: "$0" },
    "auth.admin.createUser": { access: "write", operation: "insert", category: "auth", target: "=users", data: "$0" },
    "auth.admin.inviteUserByEmail|generateLink": { access: "call", operation: "send", category: "auth" },
    "auth.admin.deleteUser": { access: "write", operation: "delete", category: "auth", target: "=users", where: "$0" },
    "auth.admin.updateUserById": {
      access: "write",
      operation: "set",
      category: "auth",
      target: "=users",
      where: "$0",
      data: "$1",
    },
    "auth.updateUser": { access: "write", operation: "set", category: "auth", target: "=users", data: "$0" },
    "auth.admin.getUserById|listUsers": { access: "read", category: "auth", target: "=users" },
    "auth.signInWithPassword|signInWithOtp|signInWithOAuth|signInWithIdToken|signOut|exchangeCodeForSession|verifyOtp|refreshSession|resetPasswordForEmail|resend":
      { access: "call", category: "auth" },
    "from().**": chain,
  },
  guards: {
    "**.auth.getUser()|getClaims()|getSession()": { kind: "authentication", how: "returns" },
    "getSupabase().session": { kind: "authentication", how: "returns" },
  },
});

/** A function of the database, whose body a migration may tell. https://supabase.com/docs/reference/javascript/rpc */
function remoteProcedure(call: CallView): CallDefinition | readonly CallDefinition[] {
  const name = call.name(call.earlier("rpc", 0));
  const procedure = name === undefined ? undefined : call.procedure(name);
  const effects = procedure ? procedureEffects(call.terms, procedure, call.earlier("rpc", 1)) : [];
  return effects.length > 0 ? effects : { access: "call", target: "$rpc().0", data: "$rpc().1" };
}

/**
 * A client with the key that browsers have acts for the caller, by the policies of the tables; the service's own key passes
 * over them. https://supabase.com/docs/guides/database/postgres/row-level-security
 */
function isForCaller({ client }: CallView): boolean {
  const made = client.kind === "choice" ? client.options.find((option) => option.kind === "external") : client;
  if (made?.kind !== "external") return false;
  const key = made.arguments?.[1];
  // Helpers of frameworks read the key that browsers have from the environment themselves.
  if (key === undefined || key.kind === "object")
    return !/^(?:createClient|new SupabaseClient)\(\)$/.test(made.path.at(-1) ?? "");
  const names = settingsIn(key);
  return (
    names.length > 0 && names.every((name) => /anon|publishable|public/i.test(name) && !/service|secret/i.test(name))
  );
}

/** Names of the settings that a value may have: `process.env.KEY ?? ""`, `import { KEY } from "$env/static/public"`. */
function settingsIn(value: Term): readonly string[] {
  if (value.kind === "environment") return [value.name];
  if (value.kind === "external")
    return value.arguments === undefined ? value.path.slice(-1) : value.arguments.flatMap(settingsIn);
  if (value.kind === "choice") return value.options.flatMap(settingsIn);
  return value.kind === "operation" || value.kind === "text" ? value.parts.flatMap(settingsIn) : [];
}

function chain(call: CallView): CallDefinition | undefined {
  const found = tableCall(call);
  return found && isForCaller(call) ? { ...found, asCaller: true } : found;
}

function tableCall(call: CallView): CallDefinition | undefined {
  // `(await supabase.from("posts").select()).data.filter(…)` asks nothing more.
  if (call.path.includes("data")) return undefined;
  const steps = chainOf(call);
  const table = tableName(call.name(call.earlier("from", 0)));
  const where = conditionsOf(call.terms, named(steps, ...FILTERS));
  const condition = where ? { where } : {};
  const [write] = named(steps, "insert", "upsert", "update", "delete");
  switch (write?.name) {
    case "insert":
      return { access: "write", operation: "insert", ...table, data: "$insert().0" };
    case "upsert": {
      // Without onConflict the primary key counts.
      const columns = literalText(call.at("$upsert().1.onConflict"));
      const conflict = columns?.split(",").map((column) => column.trim()) ?? [];
      const ignores = isLiteral(call.at("$upsert().1.ignoreDuplicates"), true);
      return {
        access: "write",
        operation: "upsert",
        ...table,
        data: "$upsert().0",
        conflict,
        ...(!ignores && {
          givesAnyway: true,
          ...rowInConflict(call.terms, call.at("$upsert().0"), columns ? conflict : ["id"]),
        }),
      };
    }
    case "update":
      return { access: "write", operation: "set", ...table, data: "$update().0", ...condition };
    case "delete":
      return { access: "write", operation: "delete", ...table, ...condition };
    default:
      return named(steps, "select").length > 0 ? { access: "read", ...table, ...condition } : undefined;
  }
}
