// https://docs.stripe.com/api/idempotent_requests · https://docs.stripe.com/webhooks/signature
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Stripe",
  category: "payment",
  packages: ["stripe"],
  // Called without `new` by CommonJS code: require("stripe")(key).
  clients: ["new default()", "default()", "new Stripe()", "Stripe()"],
  calls: { "**": resource },
  guards: {
    "**.webhooks.constructEvent()|constructEventAsync()": { kind: "signature", how: "throws" },
    "**.parseThinEvent()|parseEventNotification()|parseEventNotificationAsync()": { kind: "signature", how: "throws" },
    "**.webhooks.signature.verifyHeader()|verifyHeaderAsync()": { kind: "signature", how: "throws" },
  },
});

/** Creating one of these moves money, or promises to. */
const MONEY = new Set(
  "charges paymentIntents transfers payouts refunds invoiceItems invoices subscriptions subscriptionSchedules topups creditNotes orders".split(
    " ",
  ),
);
/** Short-lived handles: another one changes nothing. */
const HANDLES = new Set(
  "billingPortal.sessions customerSessions accountSessions accountLinks ephemeralKeys tokens identity.verificationSessions financialConnections.sessions tax.calculations".split(
    " ",
  ),
);

function resource(call: CallView): CallDefinition | undefined {
  const method = call.path.at(-1) ?? "";
  const name = call.path.slice(0, -1).join(".").replace(/^v2\./, "");
  if (name === "" || name.startsWith("webhooks") || name.endsWith("()")) return undefined;
  const target = `=${name}`;

  if (/^(?:retrieve|list|search|preview)|Preview$/.test(method)) return { access: "read", target };
  if (/^(?:del|delete|cancel|detach|expire|void|remove)/.test(method)) {
    return { access: "write", operation: "delete", target, where: "$0" };
  }
  if (method === "create") {
    if (HANDLES.has(name)) return { access: "call", target };
    const key = name === "billing.meterEvents" ? "$0.identifier|$1.idempotencyKey" : "$1.idempotencyKey";
    return { access: "write", operation: MONEY.has(name) ? "charge" : "insert", target, data: "$0", key };
  }
  if (/^create(?:Reversal|Refund|BalanceTransaction|FundingInstructions)$/.test(method)) {
    return { access: "write", operation: "charge", target, where: "$0", data: "$1", key: "$2.idempotencyKey" };
  }
  if (method === "createUsageRecord") {
    return { access: "write", operation: "increment", target, where: "$0", data: "$1", key: "$2.idempotencyKey" };
  }
  if (method === "createLoginLink") return { access: "call", target };
  if (method.startsWith("create")) {
    return { access: "write", operation: "insert", target, where: "$0", data: "$1", key: "$2.idempotencyKey" };
  }
  if (/^send/.test(method)) return { access: "call", operation: "send", target, where: "$0" };
  // update, confirm, capture, finalizeInvoice, pay …: by id, refused by Stripe once done.
  if (
    /^(?:update|confirm|capture|finalize|pay|attach|approve|resume|accept|close|mark|apply|increment|set|verify|reject|migrate|release|addLines|updateLines)/.test(
      method,
    )
  ) {
    return { access: "write", operation: "set", target, where: "$0", data: "$1" };
  }
  return undefined;
}
