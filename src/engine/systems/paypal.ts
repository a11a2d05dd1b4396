// https://developer.paypal.com/api/rest/reference/idempotency/ · https://github.com/paypal/PayPal-TypeScript-Server-SDK
import { defineSystem } from "./define-system.ts";

const key = "$0.paypalRequestId";

export default defineSystem({
  title: "PayPal",
  category: "payment",
  packages: ["@paypal/paypal-server-sdk", "@paypal/checkout-server-sdk", "@paypal/payouts-sdk", "paypal-rest-sdk"],
  clients: [
    "new OrdersController()",
    "new PaymentsController()",
    "new VaultController()",
    "new SubscriptionsController()",
    "core.new PayPalHttpClient()",
    "payment",
    "payout",
  ],
  calls: {
    createOrder: { access: "write", operation: "insert", target: "=orders", data: "$0.body", key },
    "captureOrder|authorizeOrder": { access: "write", operation: "charge", target: "=orders", where: "$0.id", key },
    "captureAuthorizedPayment|reauthorizePayment": { access: "write", operation: "charge", target: "=payments", key },
    refundCapturedPayment: { access: "write", operation: "charge", target: "=refunds", data: "$0.body", key },
    "createSubscription|createPaymentToken|createSetupToken": {
      access: "write",
      operation: "insert",
      data: "$0.body",
      key,
    },
    "voidPayment|deletePaymentToken|cancelSubscription": { access: "write", operation: "delete" },
    "updateOrder|patchOrder|confirmOrder": { access: "write", operation: "set", target: "=orders", where: "$0.id" },
    "getOrder|getAuthorizedPayment|getCapturedPayment|getRefund|getSubscription": { access: "read" },
    // The older library: client.execute(new orders.OrdersCaptureRequest(id)). Its key is a header set on the request.
    execute: { access: "call" },
    create: { access: "write", operation: "charge", data: "$0" },
  },
});
