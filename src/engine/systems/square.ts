// https://developer.squareup.com/docs/build-basics/common-api-patterns/idempotency
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Square",
  category: "payment",
  packages: ["square"],
  clients: ["new SquareClient()", "new Client()"],
  calls: { "**": request },
  guards: {
    "WebhooksHelper.verifySignature()": { kind: "signature", how: "returns" },
    "WebhooksHelper.isValidWebhookEventSignature()": { kind: "signature", how: "returns" },
  },
});

/** `client.payments.create({ idempotencyKey, … })`; `client.paymentsApi.createPayment({ … })` in older versions. */
function request(call: CallView): CallDefinition | undefined {
  const [area, method] = call.path.slice(-2);
  if (area === undefined || method === undefined) return undefined;
  const target = `=${area.replace(/Api$/, "")}`;
  const key = "$0.idempotencyKey";
  const money = /^(?:payments|refunds|payouts|subscriptions|orders|giftCards|paymentsApi|refundsApi)/.test(area);
  if (/^(?:get|list|search|retrieve|batchGet|batchRetrieve|calculate)/.test(method)) return { access: "read", target };
  if (/^(?:create|pay|refund|payOrder|bulkCreate|publish)/.test(method)) {
    return { access: "write", operation: money ? "charge" : "insert", target, data: "$0", key };
  }
  if (/^(?:update|complete|upsert|accept|link|swap|pause|resume)/.test(method))
    return { access: "write", operation: "set", target, data: "$0" };
  if (/^(?:cancel|delete|batchDelete|remove)/.test(method)) return { access: "write", operation: "delete", target };
  return undefined;
}
