// https://polar.sh/docs/api-reference/introduction · https://polar.sh/docs/integrate/webhooks/delivery
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Polar",
  category: "payment",
  packages: ["@polar-sh/sdk"],
  clients: ["new Polar()"],
  calls: { "**.*.*": request },
  guards: { "validateEvent()": { kind: "signature", how: "throws" } },
});

function request(call: CallView): CallDefinition | undefined {
  const [area = "", method = ""] = call.path.slice(-2);
  const target = `=${area}`;
  if (/^(?:get|list|export)/.test(method)) return { access: "read", target };
  if (area === "checkouts" || area === "customerSessions") return { access: "call", target };
  // Events with an external id are taken once.
  if (area === "events" && method === "ingest") return { access: "write", operation: "append", target, data: "$0" };
  if (area === "refunds") return { access: "write", operation: "charge", target, data: "$0" };
  if (/^create/.test(method)) return { access: "write", operation: "insert", target, data: "$0" };
  if (/^(?:update|activate|validate)/.test(method)) return { access: "write", operation: "set", target, where: "$0" };
  if (/^(?:delete|revoke|cancel|deactivate)/.test(method))
    return { access: "write", operation: "delete", target, where: "$0" };
  return undefined;
}
