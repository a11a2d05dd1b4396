// https://supabase.com/docs/reference/javascript/insert · https://supabase.com/docs/reference/javascript/auth-getuser
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, conditionsOf, named, tableName } from "./reading/chain.ts";
import { procedureEffects } from "./reading/sql-call.ts";
import { literalText } from "./reading/terms.ts";

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
  packages: ["@supabase/supabase-js", "@supabase/ssr", "@supabase/auth-helpers-nextjs", "@supabase/server"],
  clients: [
    ..."createClient createServerClient createBrowserClient createRouteHandlerClient createServerComponentClient createServerActionClient createMiddlewareClient createPagesServerClient"
      .split(" ")
      .map((name) => `${name}()`),
    "new SupabaseClient()",
  ],
  same: ["schema"],
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
    "storage.from().remove": { access: "write", operation: "delete", category: "filestore", target: "$from().0" },
    "storage.from().download|list|info|exists": { access: "read", category: "filestore", target: "$from().0" },
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
  },
});

/** A function of the database, whose body a migration may tell. https://supabase.com/docs/reference/javascript/rpc */
function remoteProcedure(call: CallView): CallDefinition | readonly CallDefinition[] {
  const name = call.name(call.earlier("rpc", 0));
  const procedure = name === undefined ? undefined : call.procedure(name);
  const effects = procedure ? procedureEffects(call.terms, procedure, call.earlier("rpc", 1)) : [];
  return effects.length > 0 ? effects : { access: "call", target: "$rpc().0", data: "$rpc().1" };
}

function chain(call: CallView): CallDefinition | undefined {
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
      return { access: "write", operation: "upsert", ...table, data: "$upsert().0", conflict };
    }
    case "update":
      return { access: "write", operation: "set", ...table, data: "$update().0", ...condition };
    case "delete":
      return { access: "write", operation: "delete", ...table, ...condition };
    default:
      return named(steps, "select").length > 0 ? { access: "read", ...table, ...condition } : undefined;
  }
}
