/** How senders of webhooks sign what they send: the check as code, given the raw body and the headers. */
import { type FileStyle, quoted } from "../file-style.ts";
import { importLine } from "../stores/store.ts";

export interface WebhookProvider {
  readonly id: string;
  readonly title: string;
  /** The path or the package of the handler tells who sends. */
  readonly names: RegExp;
  /** Usual name of the variable that holds the secret. */
  readonly variable: string;
  /** Names under which projects have it. */
  readonly variables: RegExp;
  /** A package without which the check cannot be made. */
  readonly needs?: string;
  /** Its client is needed, under this name. */
  readonly client?: string;
  imports(style: FileStyle): string;
  /**
   * An expression that throws where the signature is wrong.
   * @param header code that reads a header, given its name as a literal.
   */
  check(body: string, header: (name: string) => string): readonly string[];
}

export const webhookProviders: readonly WebhookProvider[] = [
  {
    // https://docs.stripe.com/webhooks/signature
    id: "stripe",
    title: "Stripe",
    names: /stripe/i,
    variable: "STRIPE_WEBHOOK_SECRET",
    variables: /^STRIPE_.*(?:WEBHOOK|SIGNING).*SECRET$|^WEBHOOK_SECRET$/,
    needs: "stripe",
    client: "stripe",
    imports: () => "",
    check: (body, header) => [`stripe.webhooks.constructEvent(${body}, ${header("stripe-signature")}, secret);`],
  },
  {
    // https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
    id: "github",
    title: "GitHub",
    names: /github/i,
    variable: "GITHUB_WEBHOOK_SECRET",
    variables: /^(?:GITHUB|GH)_.*WEBHOOK.*SECRET$|^WEBHOOK_SECRET$/,
    imports: (style) => importLine(style, "{ createHmac, timingSafeEqual }", "node:crypto"),
    check: (body, header) => hmac(body, header("x-hub-signature-256"), "hex", "sha256="),
  },
  {
    // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
    id: "shopify",
    title: "Shopify",
    names: /shopify/i,
    variable: "SHOPIFY_API_SECRET",
    variables: /^SHOPIFY_.*SECRET$/,
    imports: (style) => importLine(style, "{ createHmac, timingSafeEqual }", "node:crypto"),
    check: (body, header) => hmac(body, header("x-shopify-hmac-sha256"), "base64", ""),
  },
  {
    // https://docs.svix.com/receiving/verifying-payloads/how: Clerk and Resend sign with it too.
    id: "svix",
    title: "Svix",
    names: /clerk|resend|svix/i,
    variable: "WEBHOOK_SECRET",
    variables: /^(?:CLERK|RESEND|SVIX)_.*(?:WEBHOOK|SIGNING).*SECRET$|^WEBHOOK_SECRET$/,
    needs: "svix",
    imports: (style) => importLine(style, "{ Webhook }", "svix"),
    check: (body, header) => [
      "new Webhook(secret).verify(",
      `  ${body},`,
      "  {",
      ...["svix-id", "svix-timestamp", "svix-signature"].map(
        (name) => `    ${quoted(STANDARD, name)}: ${header(name)},`,
      ),
      "  },",
      ");",
    ],
  },
];

const STANDARD: FileStyle = {
  quote: '"',
  end: ";",
  indent: "  ",
  newline: "\n",
  modules: "es",
  importEnding: "",
  fileEnding: ".ts",
  typed: true,
};

function hmac(body: string, given: string, encoding: "hex" | "base64", prefix: string): readonly string[] {
  const digest = `createHmac("sha256", secret).update(${body}).digest("${encoding}")`;
  return [
    `const expected = Buffer.from(${prefix === "" ? digest : `\`${prefix}\${${digest}}\``});`,
    `const given = Buffer.from(${given});`,
    'if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error("Another signature");',
  ];
}
