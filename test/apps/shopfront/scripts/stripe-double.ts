/**
 * Stands for api.stripe.com on this machine: form bodies in, JSON objects out, and idempotency keys as Stripe keeps
 * them: the same key gives the first answer again, the same key with other parameters is an error.
 * https://docs.stripe.com/api/idempotent_requests
 */
import { createHmac } from "node:crypto";
import { createServer } from "node:http";

export interface StripeCall {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | undefined;
  /** True where an earlier answer was given again. */
  readonly replayed: boolean;
}

export interface StripeDouble {
  readonly url: string;
  /** Every request, in order. */
  readonly calls: StripeCall[];
  /** Objects that were really made, such as `/v1/payment_intents`. */
  created(path: string): StripeCall[];
  /** From now on, the connection breaks after this many requests are done, once. */
  breakAfter(requests: number): void;
  stop(): Promise<void>;
}

const prefixes: Record<string, string> = {
  payment_intents: "pi",
  charges: "ch",
  customers: "cus",
  subscriptions: "sub",
  refunds: "re",
  invoiceitems: "ii",
  transfers: "tr",
  payouts: "po",
};

export async function startStripeDouble(): Promise<StripeDouble> {
  const calls: StripeCall[] = [];
  const answers = new Map<string, { fingerprint: string; answer: string }>();
  let breaking = Number.POSITIVE_INFINITY;
  let next = 1;

  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const path = request.url ?? "/";
      const body = Object.fromEntries(new URLSearchParams(text));
      const key = request.headers["idempotency-key"] as string | undefined;
      // The SDK makes up a key for its own retries inside one call; the caller gave none.
      const given = key?.startsWith("stripe-node-retry-") ? undefined : key;
      const fingerprint = `${request.method} ${path} ${text}`;
      const earlier = key === undefined ? undefined : answers.get(key);
      response.setHeader("content-type", "application/json");
      response.setHeader("request-id", `req_${next}`);
      calls.push({ method: request.method ?? "", path, body, idempotencyKey: given, replayed: earlier !== undefined });
      if (earlier && earlier.fingerprint !== fingerprint) {
        response.statusCode = 400;
        response.end(
          JSON.stringify({
            error: {
              type: "idempotency_error",
              message:
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
            },
          }),
        );
        return;
      }
      const answer = earlier?.answer ?? JSON.stringify(object(path, body, next++));
      if (key !== undefined) answers.set(key, { fingerprint, answer });
      if (--breaking === 0) {
        breaking = Number.POSITIVE_INFINITY;
        request.socket.destroy();
        return;
      }
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    created: (path) => calls.filter((call) => call.method === "POST" && call.path === path && !call.replayed),
    breakAfter(requests) {
      breaking = requests;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function object(path: string, body: Record<string, string>, number: number) {
  const kind = path.split("/")[2] ?? "object";
  const id = `${prefixes[kind] ?? "obj"}_double${number}`;
  const amount = Number(body.amount ?? 0);
  return { id, object: kind.replace(/s$/, ""), ...body, amount, client_secret: `${id}_secret`, status: "succeeded" };
}

/** An event with the signature header Stripe would send. https://docs.stripe.com/webhooks#verify-manually */
export function signedEvent(event: object, secret: string) {
  const body = JSON.stringify(event);
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
  return { body, headers: { "content-type": "application/json", "stripe-signature": `t=${time},v1=${signature}` } };
}
