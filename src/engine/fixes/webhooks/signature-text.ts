/** The text of the file that verifies a provider's signature, for each framework. */
import type { FileStyle } from "../code/file-style.ts";
import { nested } from "../idempotent/shared.ts";
import { exported, importLine, typed } from "../stores/store.ts";
import type { WebhookProvider } from "./providers.ts";

export interface SignatureContext {
  readonly provider: WebhookProvider;
  readonly style: FileStyle;
  /** Name of the environment variable with the secret. */
  readonly variable: string;
  /** Import of the provider's client, where it is needed. */
  readonly clientImport: string;
  /** Import of `rawBodyOf`, where the framework's request has no bytes. */
  readonly bodyImport: string;
}

/** What keeps the bytes of bodies that Express parses. https://expressjs.com/en/api.html#express.json */
export function rawBodyText(style: FileStyle): string {
  const t = (text: string) => typed(style, text);
  const isCommonJs = style.modules === "commonjs" && !style.typed;
  const before = isCommonJs ? "" : "export ";
  return `/** Bodies as they came. */
const bodies = new WeakMap${t("<object, Buffer>")}();

/** For \`express.json({ verify: keepRawBody })\`: a signature is made of the bytes, not of what was parsed from them. */
${before}function keepRawBody(req${t(": object")}, _res${t(": unknown")}, body${t(": Buffer")})${t(": void")} {
  bodies.set(req, body);
}

/** The bytes of a request's body; none where no parser kept them. */
${before}function rawBodyOf(req${t(": object")})${t(": Buffer")} {
  return bodies.get(req) ?? Buffer.alloc(0);
}
${isCommonJs ? "\nmodule.exports = { keepRawBody, rawBodyOf };\n" : ""}`;
}

/** `verifyStripe`, `verifyLemonSqueezy`. */
export function verifierName({ title }: WebhookProvider): string {
  return `verify${title.replace(/\W/g, "")}`;
}

/** Express: middleware. https://expressjs.com/en/guide/using-middleware.html */
export function expressSignatureText(context: SignatureContext): string {
  const { provider, style } = context;
  const t = (text: string) => typed(style, text);
  const name = verifierName(provider);
  const { before, after } = exported(style, name);
  return `${provider.imports(style)}${importLine(style, "{ NextFunction, Request, Response }", "express", "type")}${context.bodyImport}${context.clientImport}
/** Lets only messages through that ${provider.title} has signed. */
${before}function ${name}(req${t(": Request")}, res${t(": Response")}, next${t(": NextFunction")}) {
  const secret = process.env.${context.variable};
  if (!secret) throw new Error("Set ${context.variable}.");
  try {
    const body = rawBodyOf(req);
${nested(provider.check("body", (header) => `req.get("${header}") ?? ""`).join("\n"), 2)}
  } catch {
    res.status(400).json({ error: "Bad signature" });
    return;
  }
  next();
}
${after}`;
}

/** Hono: middleware; the body can be read again. https://hono.dev/docs/guides/middleware */
export function honoSignatureText(context: SignatureContext): string {
  const { provider, style } = context;
  const name = verifierName(provider);
  const { before, after } = exported(style, name);
  const t = (text: string) => typed(style, text);
  return `${provider.imports(style)}${importLine(style, "{ Context, Next }", "hono", "type")}${context.clientImport}
/** Lets only messages through that ${provider.title} has signed. */
${before}async function ${name}(c${t(": Context")}, next${t(": Next")}) {
  const secret = process.env.${context.variable};
  if (!secret) throw new Error("Set ${context.variable}.");
  const body = await c.req.text();
  try {
${nested(provider.check("body", (header) => `c.req.header("${header}") ?? ""`).join("\n"), 2)}
  } catch {
    return c.json({ error: "Bad signature" }, 400);
  }
  await next();
}
${after}`;
}

/** A `Request`, as Next.js and its like give it: true where the signature is right. */
export function requestSignatureText(context: SignatureContext): string {
  const { provider, style } = context;
  const name = verifierName(provider);
  const { before, after } = exported(style, name);
  const t = (text: string) => typed(style, text);
  return `${provider.imports(style)}${context.clientImport}
/** Throws where ${provider.title} has not signed the message. The request's body can still be read afterwards. */
${before}async function ${name}(request${t(": Request")}) {
  const secret = process.env.${context.variable};
  if (!secret) throw new Error("Set ${context.variable}.");
  const body = await request.clone().text();
${nested(provider.check("body", (header) => `request.headers.get("${header}") ?? ""`).join("\n"), 1)}
}
${after}`;
}
