// https://developer.paypal.com/braintree/docs/reference/request/transaction/sale/node
// The gateway has no idempotency key; it can refuse duplicates by orderId within a time window, as a setting of the account.
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Braintree",
  category: "payment",
  packages: ["braintree"],
  clients: ["new BraintreeGateway()", "connect()"],
  calls: {
    "transaction.sale|credit": {
      access: "write",
      operation: "charge",
      target: "=transaction",
      data: "$0",
      key: "$0.orderId",
    },
    "transaction.refund|partialSettlement": {
      access: "write",
      operation: "charge",
      target: "=transaction",
      where: "$0",
    },
    "transaction.submitForSettlement|void|cancelRelease|releaseFromEscrow": {
      access: "write",
      operation: "set",
      target: "=transaction",
      where: "$0",
    },
    "subscription.create": { access: "write", operation: "charge", target: "=subscription", data: "$0", key: "$0.id" },
    "subscription.retryCharge": { access: "write", operation: "charge", target: "=subscription" },
    "subscription.cancel": { access: "write", operation: "delete", target: "=subscription", where: "$0" },
    "clientToken.generate": { access: "call" },
    "webhookNotification.*": () => undefined,
    "*.create": { access: "write", operation: "insert", target: "$*", data: "$0", key: "$0.id" },
    "*.update|grant": { access: "write", operation: "set", target: "$*", where: "$0" },
    "*.delete|revoke": { access: "write", operation: "delete", target: "$*", where: "$0" },
    "*.find|search|all": { access: "read", target: "$*" },
  },
  guards: { "**.webhookNotification.parse()": { kind: "signature", how: "throws" } },
});
