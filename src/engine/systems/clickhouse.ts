// https://clickhouse.com/docs/integrations/javascript
import { defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "ClickHouse",
  category: "database",
  packages: ["@clickhouse/client", "@clickhouse/client-web", "@clickhouse/client-common"],
  clients: ["createClient()", "new ClickHouseClient()"],
  calls: {
    // Rows are appended: nothing is unique at the time of the insert.
    insert: { access: "write", operation: "insert", target: "$0.table", data: "$0.values" },
    query: (call) => sqlEffects(call, call.at("$0.query"), call.at("$0.query_params")),
    "command|exec": (call) => sqlEffects(call, call.at("$0.query"), call.at("$0.query_params")),
  },
});
