// https://node-postgres.com/apis/client · https://node-postgres.com/features/transactions · https://github.com/fastify/fastify-postgres
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "node-postgres",
  system: "postgres",
  category: "database",
  packages: ["pg", "pg-pool", "fastify"],
  clients: [
    "new Pool()",
    "new Client()",
    "new PoolClient()",
    "new default()",
    "default().pg",
    "fastify().pg",
    "new FastifyInstance().pg",
  ],
  same: ["connect"],
  calls: { query },
});

/** `query(text, values)` and `query({ text, values })`. */
function query(call: CallView) {
  const [first, second] = call.arguments;
  const text = field(first, "text");
  return text ? sqlEffects(call, text, field(first, "values") ?? second) : sqlEffects(call, first, second);
}
