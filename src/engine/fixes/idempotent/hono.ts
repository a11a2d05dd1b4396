/** The text of `idempotent.ts` in a Hono project: middleware. https://hono.dev/docs/guides/middleware */
import { exported, typed } from "../stores/store.ts";
import {
  answerType,
  clientParameter,
  type IdempotentText,
  nested,
  noKey,
  opening,
  otherRequest,
  stillRunning,
} from "./shared.ts";

export const honoText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  return `${opening(parts, style, [["{ Context, MiddlewareHandler }", "hono"]])}${before}function idempotent(${clientParameter(parts)}caller${t(": (c: Context) => unknown")})${t(": MiddlewareHandler")} {
  return async (c, next) => {
    const key = c.req.header("Idempotency-Key");
    if (!key) return c.json({ error: ${noKey} }, 400);
    const scope = \`\${c.req.method} \${c.req.path} \${caller(c) ?? ""}\`;
    const fingerprint = createHash("sha256").update(await c.req.text()).digest("hex");
${nested(
  parts.claim((stored) => `return answerAgain(c, ${stored}, fingerprint);`),
  2,
)}
    await next();
    const status = c.res.status;
    if (status >= 400) {
${nested(parts.release, 3)}
    } else {
      const body = await c.res.clone().text();
      const type = c.res.headers.get("Content-Type") ?? "";
${nested(parts.complete, 3)}
    }
  };
}
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain(c${t(": Context")}, stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    return c.json({ error: ${otherRequest} }, 422);
  }
  if (!stored || stored.status === null) {
    return c.json({ error: ${stillRunning} }, 409);
  }
  return new Response(stored.body || null, {
    status: stored.status,
    headers: stored.type ? { "Content-Type": stored.type } : {},
  });
}
${after}`;
};
