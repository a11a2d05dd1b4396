/** The text of `idempotent.ts` in an Express project: middleware. https://expressjs.com/en/guide/using-middleware.html */
import { exported, typed } from "../stores/store.ts";
import { nodeAnswer } from "./node-response.ts";
import { clientParameter, type IdempotentText, nested, noKey, opening } from "./shared.ts";

export const expressText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  return `${opening(parts, style, [["{ Request, RequestHandler, Response }", "express"]])}${before}function idempotent(${clientParameter(parts)}caller${t(": (req: Request) => unknown")})${t(": RequestHandler")} {
  return async (req, res, next) => {
    try {
      const key = req.get("Idempotency-Key");
      if (!key) {
        res.status(400).json({ error: ${noKey} });
        return;
      }
      const scope = \`\${req.method} \${req.baseUrl}\${req.path} \${caller(req) ?? ""}\`;
      const fingerprint = createHash("sha256").update(JSON.stringify(req.body ?? null)).digest("hex");
${nested(
  parts.claim((stored) => `answerAgain(res, ${stored}, fingerprint);\nreturn;`),
  3,
)}
      beforeEnd(res, async (status, body, type) => {
        if (status >= 400) {
${nested(parts.release, 5)}
        } else {
${nested(parts.complete, 5)}
        }
      });
      next();
    } catch (error) {
      next(error);
    }
  };
}
${nodeAnswer(style, "Response")}${after}`;
};
