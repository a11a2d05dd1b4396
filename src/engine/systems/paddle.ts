// https://developer.paddle.com/api-reference/overview · https://developer.paddle.com/webhooks/signature-verification
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Paddle",
  category: "payment",
  packages: ["@paddle/paddle-node-sdk"],
  clients: ["new Paddle()"],
  calls: { "*.*": request },
  guards: {
    "**.webhooks.unmarshal()": { kind: "signature", how: "throws" },
    "**.webhooks.isSignatureValid()": { kind: "signature", how: "returns" },
  },
});

function request(call: CallView): CallDefinition | undefined {
  const [area = "", method = ""] = call.path.slice(-2);
  if (area === "webhooks") return undefined;
  const target = `=${area}`;
  if (/^(?:get|list|preview)/.test(method)) return { access: "read", target };
  if (method === "createOneTimeCharge" || (area === "adjustments" && method === "create")) {
    return { access: "write", operation: "charge", target, where: "$0", data: "$1" };
  }
  if (area === "customerPortalSessions") return { access: "call", target };
  if (/^create/.test(method)) return { access: "write", operation: "insert", target, data: "$0" };
  if (/^(?:update|pause|resume|activate|archive)/.test(method))
    return { access: "write", operation: "set", target, where: "$0" };
  if (/^(?:cancel|delete)/.test(method)) return { access: "write", operation: "delete", target, where: "$0" };
  return undefined;
}
