/** What all rules about secrets say alike: the place, the identity, the words for who can read it, the fixes. */
import { secretToEnvironment } from "../../fixes/environment/secret-to-environment.ts";
import type { Fix, Severity } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { FoundSecret, SecretRule } from "../../secrets/found-secret.ts";
import type { Report, SecretUse } from "../define-rule.ts";

export interface SecretWords {
  readonly message: string;
  readonly severity?: Severity;
  /** Instead of moving it to the environment. */
  readonly fixes?: readonly Fix[];
}

/** Reports a secret that belongs to `rule`; the words are asked for only then. */
export function reportSecret(
  rule: SecretRule,
  use: SecretUse,
  report: (finding: Report) => void,
  model: ServiceModel,
  words: (secret: FoundSecret) => SecretWords,
): void {
  const secret = use.candidate;
  if (secret.rule !== rule) return;
  const { message, severity, fixes } = words(secret);
  const fix = fixes === undefined ? secretToEnvironment(use.file, secret, model) : undefined;
  report({
    at: { file: use.file, at: secret.at },
    message,
    // The value's own hash, salted: moving the line changes nothing, another value is another finding.
    identity: secret.fingerprint,
    fixes: fixes ?? (fix === undefined ? [] : [fix]),
    ...(severity === undefined ? {} : { severity }),
  });
}

/** `sk_l…9f2a (32)`, or nothing where the mask shows nothing. */
export function shown(secret: FoundSecret): string {
  return secret.masked.startsWith("•") ? "" : ` ${secret.masked}`;
}

/** `" (Datadog)"`, where it is known whose it is. */
export function owner({ title, provider }: FoundSecret): string {
  return provider === undefined || /^[a-z]|JSON Web Token$/.test(title) ? "" : ` (${title})`;
}

/** Where the value should come from, in the reader's files. */
export function movedTo(secret: FoundSecret): string {
  return secret.place === "code"
    ? `Read it from ${secret.variable}`
    : `Put it into ${secret.variable}, outside of version control`;
}
