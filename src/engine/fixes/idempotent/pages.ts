/** The text of `idempotent.ts` below `pages/api` of Next.js. https://nextjs.org/docs/pages/building-your-application/routing/api-routes */
import { exported, typed } from "../stores/store.ts";
import { nodeAnswer } from "./node-response.ts";
import { type IdempotentText, listed, nested, noKey, opening } from "./shared.ts";

export const pagesText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  const parameters = listed(style.typed ? "lines" : "line", [
    parts.client,
    `req${t(": NextApiRequest")}`,
    `res${t(": NextApiResponse")}`,
    `caller${t(": unknown")}`,
    `work${t(": () => unknown")}`,
  ]);
  return `${opening(parts, style, [["{ NextApiRequest, NextApiResponse }", "next"]])}${before}async function idempotent(${parameters})${t(": Promise<void>")} {
  const key = req.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") {
    res.status(400).json({ error: ${noKey} });
    return;
  }
  const scope = \`\${req.method} \${req.url?.split("?")[0]} \${caller ?? ""}\`;
  const fingerprint = createHash("sha256").update(JSON.stringify(req.body ?? null)).digest("hex");
${nested(
  parts.claim((stored) => `answerAgain(res, ${stored}, fingerprint);\nreturn;`),
  1,
)}
  // What the work throws, Next.js answers with 500: that answer comes by here as well.
  beforeEnd(res, async (status, body, type) => {
    if (status >= 400) {
${nested(parts.release, 3)}
    } else {
${nested(parts.complete, 3)}
    }
  });
  await work();
}
${nodeAnswer(style, "NextApiResponse")}${after}`;
};
