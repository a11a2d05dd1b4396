// https://docs.adyen.com/development-resources/api-idempotency/ · https://github.com/Adyen/adyen-node-api-library
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Adyen",
  category: "payment",
  packages: ["@adyen/api-library"],
  clients: [
    "new CheckoutAPI()",
    "new PaymentAPI()",
    "new PayoutAPI()",
    "new RecurringAPI()",
    "new TransfersAPI()",
    "new BalancePlatformAPI()",
    "new ManagementAPI()",
  ],
  calls: { "**": request },
  guards: {
    "new HmacValidator()|new hmacValidator().validateHMAC()|validateHMACSignature()|validateBankingHMAC()": {
      kind: "signature",
      how: "returns",
    },
  },
});

/** Every request takes options `{ idempotencyKey }` last. */
function request(call: CallView): CallDefinition | undefined {
  const method = call.path.at(-1) ?? "";
  const target = `=${method}`;
  const key = "$1.idempotencyKey|$2.idempotencyKey";
  if (/^(?:get|list|paymentMethods$|cardDetails$)/.test(method)) return { access: "read", target };
  if (
    /^(?:payments|donations|capture|capture\w+|refund\w*|reverse\w*|transferFunds|payout|storeDetail\w*|authorise\w*)$/.test(
      method,
    )
  ) {
    return { access: "write", operation: "charge", target, data: "$0", key };
  }
  if (/^(?:sessions|paymentLinks|orders|create\w+)$/.test(method))
    return { access: "write", operation: "insert", target, data: "$0", key };
  if (/^(?:paymentsDetails|update\w+|patch\w+)$/.test(method))
    return { access: "write", operation: "set", target, data: "$0" };
  if (/^(?:cancel\w*|delete\w+|disable\w*)$/.test(method)) return { access: "write", operation: "delete", target };
  return undefined;
}
