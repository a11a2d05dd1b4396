// https://docs.mollie.com/reference/api-idempotency · https://github.com/mollie/mollie-api-node
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Mollie",
  category: "payment",
  packages: ["@mollie/api-client", "mollie-api-typescript"],
  clients: ["default()", "createMollieClient()", "new Client()"],
  calls: { "*.*": request },
});

function request(call: CallView): CallDefinition | undefined {
  const [area = "", method = ""] = call.path.slice(-2);
  const target = `=${area}`;
  const key = "$0.idempotencyKey|$1.idempotencyKey";
  if (/^(?:get|list|page|iterate|all)/.test(method)) return { access: "read", target };
  if (method === "create") {
    const charges = /[Pp]ayments|[Rr]efunds|[Ss]ubscriptions|[Cc]aptures/.test(area);
    return { access: "write", operation: charges ? "charge" : "insert", target, data: "$0", key };
  }
  if (method === "update") return { access: "write", operation: "set", target, where: "$0" };
  if (/^(?:cancel|delete|revoke)/.test(method)) return { access: "write", operation: "delete", target, where: "$0" };
  return undefined;
}
