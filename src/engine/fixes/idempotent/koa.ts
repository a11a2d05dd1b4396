/** The text of `idempotent.ts` in a Koa project: middleware. https://koajs.com */
import { exported, importLine, typed } from "../stores/store.ts";
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

export const koaText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  const body = style.typed ? "(ctx.request as { body?: unknown }).body" : "ctx.request.body";
  return `${importLine(style, "{ Stream }", "node:stream")}${opening(parts, style, [["{ Context, Middleware }", "koa"]])}${before}function idempotent(${clientParameter(parts)}caller${t(": (ctx: Context) => unknown")})${t(": Middleware")} {
  return async (ctx, next) => {
    const key = ctx.get("Idempotency-Key");
    if (!key) {
      ctx.status = 400;
      ctx.body = { error: ${noKey} };
      return;
    }
    const scope = \`\${ctx.method} \${ctx.path} \${caller(ctx${t(" as Context")}) ?? ""}\`;
    const fingerprint = createHash("sha256").update(JSON.stringify(${body} ?? null)).digest("hex");
${nested(
  parts.claim((stored) => `answerAgain(ctx${t(" as Context")}, ${stored}, fingerprint);\nreturn;`),
  2,
)}
    try {
      await next();
    } catch (error) {
${nested(parts.release, 3)}
      throw error;
    }
    const status = ctx.status;
    // What is read only once cannot be kept.
    if (status >= 400 || ctx.body instanceof Stream) {
${nested(parts.release, 3)}
    } else {
      const body = typeof ctx.body === "string" ? ctx.body : ctx.body == null ? "" : JSON.stringify(ctx.body);
      const type = ctx.response.get("Content-Type");
${nested(parts.complete, 3)}
    }
  };
}
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain(ctx${t(": Context")}, stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    ctx.status = 422;
    ctx.body = { error: ${otherRequest} };
  } else if (!stored || stored.status === null) {
    ctx.status = 409;
    ctx.body = { error: ${stillRunning} };
  } else {
    ctx.body = stored.body || null;
    if (stored.type) ctx.set("Content-Type", stored.type);
    ctx.status = stored.status;
  }
}
${after}`;
};
