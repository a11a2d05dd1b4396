/** The text of `idempotent.ts` in an Express project: middleware. https://expressjs.com/en/guide/using-middleware.html */
import { exported, importLine, typed } from "../stores/store.ts";
import {
  above,
  answerType,
  clientParameter,
  type IdempotentText,
  nested,
  noKey,
  otherRequest,
  purposeComment,
  stillRunning,
} from "./shared.ts";

export const expressText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  return `${importLine(style, "{ createHash }", "node:crypto")}${importLine(style, "{ Request, RequestHandler, Response }", "express", "type")}${parts.imports}
${above(parts)}${purposeComment}
${before}function idempotent(${clientParameter(parts)}caller${t(": (req: Request) => unknown")})${t(": RequestHandler")} {
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
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain(res${t(": Response")}, stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    res.status(422).json({ error: ${otherRequest} });
  } else if (!stored || stored.status === null) {
    res.status(409).json({ error: ${stillRunning} });
  } else {
    res.status(stored.status);
    if (stored.type) res.set("Content-Type", stored.type);
    res.end(stored.body ?? undefined);
  }
}

/** Calls back with the whole answer before it leaves. */
function beforeEnd(res${t(": Response")}, keep${t(": (status: number, body: string, type: string) => Promise<unknown>")}) {
  const chunks${t(": Buffer[]")} = [];
  const write = res.write.bind(res)${t(' as Response["write"]')};
  const end = res.end.bind(res)${t(' as Response["end"]')};
  const collect = (chunk${t(": unknown")}, encoding${t(": unknown")}) => {
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    if (typeof chunk !== "string") return;
    chunks.push(Buffer.from(chunk, typeof encoding === "string" ? ${t("(")}encoding${t(" as BufferEncoding)")} : "utf8"));
  };
  res.write = ((...rest${t(": unknown[]")}) => {
    collect(rest[0], rest[1]);
    return ${style.typed ? "(write as (...rest: unknown[]) => boolean)" : "write"}(...rest);
  })${t(' as Response["write"]')};
  res.end = ((...rest${t(": unknown[]")}) => {
    collect(rest[0], rest[1]);
    const finish = () => ${style.typed ? "(end as (...rest: unknown[]) => Response)" : "end"}(...rest);
    const body = Buffer.concat(chunks).toString("utf8");
    keep(res.statusCode, body, String(res.get("Content-Type") ?? "")).then(finish, (error) => {
      console.error("The answer could not be kept for retries.", error);
      finish();
    });
    return res;
  })${t(' as Response["end"]')};
}
${after}`;
};
