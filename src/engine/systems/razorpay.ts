// https://razorpay.com/docs/api/orders/create/ · https://razorpay.com/docs/webhooks/validate-test/
// No idempotency key in the library; `receipt` is only a reference.
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Razorpay",
  category: "payment",
  packages: ["razorpay"],
  clients: ["new default()", "new Razorpay()"],
  calls: { "*.*": request },
  guards: {
    "**.validateWebhookSignature()": { kind: "signature", how: "returns" },
    "validatePaymentVerification()": { kind: "signature", how: "returns" },
  },
});

function request(call: CallView): CallDefinition | undefined {
  const [area = "", method = ""] = call.path.slice(-2);
  const target = `=${area}`;
  if (/^(?:fetch|all)/.test(method)) return { access: "read", target };
  if (
    /^(?:refund|transfer|createRecurringPayment|createOnDemandSettlement)/.test(method) ||
    (area === "refunds" && method === "create")
  ) {
    return { access: "write", operation: "charge", target, data: "$1" };
  }
  if (/^create/.test(method))
    return { access: "write", operation: area === "subscriptions" ? "charge" : "insert", target, data: "$0" };
  if (/^(?:edit|capture|update|pause|resume|issue)/.test(method))
    return { access: "write", operation: "set", target, where: "$0" };
  if (/^(?:cancel|delete)/.test(method)) return { access: "write", operation: "delete", target, where: "$0" };
  if (/^notifyBy/.test(method)) return { access: "call", operation: "send", target };
  return undefined;
}
