/** Every rule, by id. Written by `npm run generate`. */

import accessMissingAuthentication from "./access/missing-authentication.ts";
import accessMissingRole from "./access/missing-role.ts";
import accessRoleFromRequest from "./access/role-from-request.ts";
import type { Rule } from "./define-rule.ts";
import idempotencyPaymentWithoutKey from "./idempotency/payment-without-key.ts";
import idempotencyUnguardedCreate from "./idempotency/unguarded-create.ts";
import idempotencyWebhookWithoutDedupe from "./idempotency/webhook-without-dedupe.ts";

export const RULES: readonly Rule[] = [
  { id: "access/missing-authentication", ...accessMissingAuthentication },
  { id: "access/missing-role", ...accessMissingRole },
  { id: "access/role-from-request", ...accessRoleFromRequest },
  { id: "idempotency/payment-without-key", ...idempotencyPaymentWithoutKey },
  { id: "idempotency/unguarded-create", ...idempotencyUnguardedCreate },
  { id: "idempotency/webhook-without-dedupe", ...idempotencyWebhookWithoutDedupe },
];
