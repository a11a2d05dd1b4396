// https://www.mercadopago.com/developers/en/reference · https://docs.midtrans.com/reference · https://developer.sslcommerz.com · https://developers.xendit.co/api-reference
// https://github.com/Flutterwave/Node-v3 · https://apidocs.chargebee.com/docs/api · https://docs.goshippo.com/docs/shipments/labels · https://docs.easypost.com/docs/shipments
import type { CallDefinition } from "./define-system.ts";
import { defineSystem } from "./define-system.ts";

/** A page where somebody may pay: making a second one takes no money. */
const page: CallDefinition = { access: "write", operation: "insert", target: "=checkout.sessions", data: "$0" };
const charge = (target: string): CallDefinition => ({ access: "write", operation: "charge", target, data: "$0" });

export default defineSystem({
  title: "Payment and shipping providers",
  category: "payment",
  packages: [
    "mercadopago",
    "midtrans-client",
    "sslcommerz-lts",
    "sslcommerz",
    "xendit-node",
    "flutterwave-node-v3",
    "paystack",
    "paystack-api",
    "chargebee",
    "shippo",
    "@easypost/api",
  ],
  clients: [
    "default",
    "default()",
    "new default()",
    "new Payment()",
    "new Preference()",
    "new PaymentRefund()",
    "new Snap()",
    "new CoreApi()",
    "new default.Snap()",
    "new default.CoreApi()",
    "new SSLCommerzPayment()",
    "new Xendit()",
    "new default()|new Xendit().new Invoice()",
    "new Shippo()",
  ],
  calls: {
    // sslcommerz-lts and Midtrans Snap
    init: page,
    "createTransaction|createTransactionToken|createTransactionRedirectUrl": page,
    "Invoice.createInvoice": { ...page, key: "$0.data.externalId" },
    createInvoice: { ...page, key: "$0.externalID" },
    initiateRefund: charge("=refunds"),
    charge: { ...charge("=transactions"), key: "$0.transaction_details.order_id" },
    "Charge.card|mobile_money|bank_transfer|ng|uk|ach": { ...charge("=charges"), key: "$0.tx_ref" },
    "MobileMoney.*": { ...charge("=charges"), key: "$0.tx_ref" },
    "Transfer.initiate|bulk": { ...charge("=transfers"), key: "$0.reference" },
    "transaction.initialize": page,
    "transaction.charge|chargeAuthorization": { ...charge("=transactions"), key: "$0.reference" },
    "transaction.verify|retrieve|status|refund_status": { access: "read" },
    "Transaction.verify|fetch": { access: "read" },
    "validate|refundQuery|transactionQueryBySessionId|transactionQueryByTransactionId": { access: "read" },
    // Labels are bought.
    "transactions|transaction.create": charge("=labels"),
    "Shipment.buy": charge("=labels"),
    create: (call) => {
      const made = call.path.length === 1 ? nameOf(call.client) : undefined;
      if (made === "new Preference()") return { ...page, data: "$0.body", key: "$0.requestOptions.idempotencyKey" };
      if (made === "new Payment()")
        return { ...charge("=payments"), data: "$0.body", key: "$0.requestOptions.idempotencyKey" };
      return made === "new PaymentRefund()" ? charge("=refunds") : undefined;
    },
    "**.get|find|list|all|retrieve|search": { access: "read" },
  },
});

function nameOf(client: { readonly kind: string }): string | undefined {
  return client.kind === "external" && "path" in client ? (client.path as readonly string[]).at(-1) : undefined;
}
