/** What the search for secrets gives: everything about a secret but its value. */
import type { SecretCandidate, Span } from "../facts/file-facts.ts";

/** The rule a found secret belongs to, without the group. */
export type SecretRule =
  | "provider-token"
  | "private-key"
  | "connection-string"
  | "password"
  | "signing-secret"
  | "env-fallback"
  | "client-exposed"
  | "logged-secret"
  | "answered-secret"
  | "secret-in-url"
  | "committed-env-file"
  | "shared-admin";

/** A secret in a file. The value stands nowhere in it; who needs it reads the text at the span. */
export interface FoundSecret extends SecretCandidate {
  readonly rule: SecretRule;
  /** How people call it: `Stripe`, `private key`, `password`. */
  readonly title: string;
  /** The literal with its quotes, where it is one; else the same as `at`. Code that a fix replaces. */
  readonly literal: Span;
  /** Where the file is code, the literal can be replaced by an expression. */
  readonly place: "code" | "config" | "comment" | "text";
  /** How it is known: by its published form, by what it is used for, or by its name. */
  readonly evidence: "form" | "use" | "name";
  /** `process.env.NAME || "…"`: the variable, and the span from the operator to the end of the literal. */
  readonly fallback?: { readonly name: string; readonly at: Span };
  /** Environment variable it should live in. */
  readonly variable: string;
  /** Host of a connection string. */
  readonly host?: string;
  /** The token's checksum is wrong: mistyped or made up. */
  readonly badChecksum?: true;
  /** Test keys and passwords of a sandbox do less harm. */
  readonly sandbox?: true;
  /** The file is shipped to the browser, or the variable is. */
  readonly client?: true;
  /** The call it is written to: `console.log`. */
  readonly sink?: string;
}
