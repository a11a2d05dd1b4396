/** How senders of webhooks sign what they send: the check as code, given the raw body and the headers. */
import { type FileStyle, quoted } from "../code/file-style.ts";
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
    imports: cryptoImport,
    check: (body, header) => hmac(body, header("x-hub-signature-256"), { encoding: "hex", prefix: "sha256=" }),
  },
  {
    // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
    id: "shopify",
    title: "Shopify",
    names: /shopify/i,
    variable: "SHOPIFY_API_SECRET",
    variables: /^SHOPIFY_.*SECRET$/,
    imports: cryptoImport,
    check: (body, header) => hmac(body, header("x-shopify-hmac-sha256"), { encoding: "base64" }),
  },
  {
    // https://docs.lemonsqueezy.com/help/webhooks/signing-requests
    id: "lemonsqueezy",
    title: "Lemon Squeezy",
    names: /lemon-?_?squeezy/i,
    variable: "LEMONSQUEEZY_WEBHOOK_SECRET",
    variables: /^LEMON_?SQUEEZY_.*SECRET$|^WEBHOOK_SECRET$/,
    imports: cryptoImport,
    check: (body, header) => hmac(body, header("x-signature"), { encoding: "hex" }),
  },
  {
    // https://developer.paddle.com/webhooks/signature-verification
    id: "paddle",
    title: "Paddle",
    names: /paddle/i,
    variable: "PADDLE_WEBHOOK_SECRET",
    variables: /^PADDLE_.*SECRET.*$|^WEBHOOK_SECRET$/,
    imports: cryptoImport,
    check: (body, header) => [
      `const [, at = "", h1 = ""] = /^ts=(\\d+);h1=(\\w+)/.exec(${header("paddle-signature")}) ?? [];`,
      'if (Math.abs(Date.now() / 1000 - Number(at)) > 300) throw new Error("Too old");',
      ...hmac(body, "h1", { encoding: "hex", ahead: "`${at}:`" }),
    ],
  },
  {
    // https://docs.slack.dev/authentication/verifying-requests-from-slack
    id: "slack",
    title: "Slack",
    names: /slack/i,
    variable: "SLACK_SIGNING_SECRET",
    variables: /^SLACK_.*SIGNING.*SECRET$/,
    imports: cryptoImport,
    check: (body, header) => [
      `const at = ${header("x-slack-request-timestamp")};`,
      'if (Math.abs(Date.now() / 1000 - Number(at)) > 300) throw new Error("Too old");',
      ...hmac(body, header("x-slack-signature"), { encoding: "hex", prefix: "v0=", ahead: "`v0:${at}:`" }),
    ],
  },
  {
    // https://linear.app/developers/webhooks
    id: "linear",
    title: "Linear",
    names: /linear/i,
    variable: "LINEAR_WEBHOOK_SECRET",
    variables: /^LINEAR_.*SECRET$|^WEBHOOK_SECRET$/,
    imports: cryptoImport,
    check: (body, header) => hmac(body, header("linear-signature"), { encoding: "hex" }),
  },
  {
    // https://razorpay.com/docs/webhooks/validate-test/
    id: "razorpay",
    title: "Razorpay",
    names: /razorpay/i,
    variable: "RAZORPAY_WEBHOOK_SECRET",
    variables: /^RAZORPAY_.*WEBHOOK.*SECRET$|^WEBHOOK_SECRET$/,
    imports: cryptoImport,
    check: (body, header) => hmac(body, header("x-razorpay-signature"), { encoding: "hex" }),
  },
  {
    // https://paystack.com/docs/payments/webhooks/: signed with the API's own secret key.
    id: "paystack",
    title: "Paystack",
    names: /paystack/i,
    variable: "PAYSTACK_SECRET_KEY",
    variables: /^PAYSTACK_SECRET(?:_KEY)?$/,
    imports: cryptoImport,
    check: (body, header) => hmac(body, header("x-paystack-signature"), { encoding: "hex", algorithm: "sha512" }),
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

function cryptoImport(style: FileStyle): string {
  return importLine(style, "{ createHmac, timingSafeEqual }", "node:crypto");
}

interface HmacForm {
  readonly encoding: "hex" | "base64";
  /** Stands ahead of the signature in the header. */
  readonly prefix?: string;
  /** What is signed ahead of the body, as code. */
  readonly ahead?: string;
  readonly algorithm?: "sha256" | "sha512";
}

function hmac(
  body: string,
  given: string,
  { encoding, prefix = "", ahead, algorithm = "sha256" }: HmacForm,
): readonly string[] {
  const signed = `${ahead === undefined ? "" : `.update(${ahead})`}.update(${body})`;
  const digest = `createHmac("${algorithm}", secret)${signed}.digest("${encoding}")`;
  return [
    `const expected = Buffer.from(${prefix === "" ? digest : `\`${prefix}\${${digest}}\``});`,
    `const given = Buffer.from(${given});`,
    'if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error("Another signature");',
  ];
}
