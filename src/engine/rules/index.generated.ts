/** Every rule, by id. Written by `npm run generate`. */

import accessAmountFromRequest from "./access/amount-from-request.ts";
import accessAnsweredPassword from "./access/answered-password.ts";
import accessGuardAfterRoute from "./access/guard-after-route.ts";
import accessGuardNeverDenies from "./access/guard-never-denies.ts";
import accessInconsistentGuard from "./access/inconsistent-guard.ts";
import accessMissingAuthentication from "./access/missing-authentication.ts";
import accessMissingRole from "./access/missing-role.ts";
import accessRoleFromRequest from "./access/role-from-request.ts";
import accessUnawaitedCheck from "./access/unawaited-check.ts";
import accessUnownedObject from "./access/unowned-object.ts";
import accessUnprovenSignIn from "./access/unproven-sign-in.ts";
import accessUnsetSecretCompare from "./access/unset-secret-compare.ts";
import accessUnverifiedToken from "./access/unverified-token.ts";
import accessUnverifiedWebhook from "./access/unverified-webhook.ts";
import dataFlowCallInsideTransaction from "./data-flow/call-inside-transaction.ts";
import dataFlowDualWrite from "./data-flow/dual-write.ts";
import dataFlowReadModifyWrite from "./data-flow/read-modify-write.ts";
import dataFlowTwoOwners from "./data-flow/two-owners.ts";
import dataFlowWritesWithoutTransaction from "./data-flow/writes-without-transaction.ts";
import type { Rule } from "./define-rule.ts";
import idempotencyConsumerWithoutDedupe from "./idempotency/consumer-without-dedupe.ts";
import idempotencyMessageSentTwice from "./idempotency/message-sent-twice.ts";
import idempotencyPaymentWithoutKey from "./idempotency/payment-without-key.ts";
import idempotencyRetryAroundWrite from "./idempotency/retry-around-write.ts";
import idempotencyReusableToken from "./idempotency/reusable-token.ts";
import idempotencyUnguardedCreate from "./idempotency/unguarded-create.ts";
import idempotencyUnguardedIncrement from "./idempotency/unguarded-increment.ts";
import idempotencyUnstableKey from "./idempotency/unstable-key.ts";
import idempotencyWebhookWithoutDedupe from "./idempotency/webhook-without-dedupe.ts";
import idempotencyWriteInGet from "./idempotency/write-in-get.ts";
import secretsAnsweredSecret from "./secrets/answered-secret.ts";
import secretsClientExposed from "./secrets/client-exposed.ts";
import secretsCommittedEnvFile from "./secrets/committed-env-file.ts";
import secretsConnectionString from "./secrets/connection-string.ts";
import secretsEnvFallback from "./secrets/env-fallback.ts";
import secretsLoggedSecret from "./secrets/logged-secret.ts";
import secretsPassword from "./secrets/password.ts";
import secretsPrivateKey from "./secrets/private-key.ts";
import secretsProviderToken from "./secrets/provider-token.ts";
import secretsSecretInUrl from "./secrets/secret-in-url.ts";
import secretsSharedAdmin from "./secrets/shared-admin.ts";
import secretsSigningSecret from "./secrets/signing-secret.ts";
import validationInjection from "./validation/injection.ts";
import validationMassAssignment from "./validation/mass-assignment.ts";
import validationUnvalidatedConsumer from "./validation/unvalidated-consumer.ts";
import validationUnvalidatedInput from "./validation/unvalidated-input.ts";

export const RULES: readonly Rule[] = [
  { id: "access/amount-from-request", ...accessAmountFromRequest },
  { id: "access/answered-password", ...accessAnsweredPassword },
  { id: "access/guard-after-route", ...accessGuardAfterRoute },
  { id: "access/guard-never-denies", ...accessGuardNeverDenies },
  { id: "access/inconsistent-guard", ...accessInconsistentGuard },
  { id: "access/missing-authentication", ...accessMissingAuthentication },
  { id: "access/missing-role", ...accessMissingRole },
  { id: "access/role-from-request", ...accessRoleFromRequest },
  { id: "access/unawaited-check", ...accessUnawaitedCheck },
  { id: "access/unowned-object", ...accessUnownedObject },
  { id: "access/unproven-sign-in", ...accessUnprovenSignIn },
  { id: "access/unset-secret-compare", ...accessUnsetSecretCompare },
  { id: "access/unverified-token", ...accessUnverifiedToken },
  { id: "access/unverified-webhook", ...accessUnverifiedWebhook },
  { id: "data-flow/call-inside-transaction", ...dataFlowCallInsideTransaction },
  { id: "data-flow/dual-write", ...dataFlowDualWrite },
  { id: "data-flow/read-modify-write", ...dataFlowReadModifyWrite },
  { id: "data-flow/two-owners", ...dataFlowTwoOwners },
  { id: "data-flow/writes-without-transaction", ...dataFlowWritesWithoutTransaction },
  { id: "idempotency/consumer-without-dedupe", ...idempotencyConsumerWithoutDedupe },
  { id: "idempotency/message-sent-twice", ...idempotencyMessageSentTwice },
  { id: "idempotency/payment-without-key", ...idempotencyPaymentWithoutKey },
  { id: "idempotency/retry-around-write", ...idempotencyRetryAroundWrite },
  { id: "idempotency/reusable-token", ...idempotencyReusableToken },
  { id: "idempotency/unguarded-create", ...idempotencyUnguardedCreate },
  { id: "idempotency/unguarded-increment", ...idempotencyUnguardedIncrement },
  { id: "idempotency/unstable-key", ...idempotencyUnstableKey },
  { id: "idempotency/webhook-without-dedupe", ...idempotencyWebhookWithoutDedupe },
  { id: "idempotency/write-in-get", ...idempotencyWriteInGet },
  { id: "secrets/answered-secret", ...secretsAnsweredSecret },
  { id: "secrets/client-exposed", ...secretsClientExposed },
  { id: "secrets/committed-env-file", ...secretsCommittedEnvFile },
  { id: "secrets/connection-string", ...secretsConnectionString },
  { id: "secrets/env-fallback", ...secretsEnvFallback },
  { id: "secrets/logged-secret", ...secretsLoggedSecret },
  { id: "secrets/password", ...secretsPassword },
  { id: "secrets/private-key", ...secretsPrivateKey },
  { id: "secrets/provider-token", ...secretsProviderToken },
  { id: "secrets/secret-in-url", ...secretsSecretInUrl },
  { id: "secrets/shared-admin", ...secretsSharedAdmin },
  { id: "secrets/signing-secret", ...secretsSigningSecret },
  { id: "validation/injection", ...validationInjection },
  { id: "validation/mass-assignment", ...validationMassAssignment },
  { id: "validation/unvalidated-consumer", ...validationUnvalidatedConsumer },
  { id: "validation/unvalidated-input", ...validationUnvalidatedInput },
];
