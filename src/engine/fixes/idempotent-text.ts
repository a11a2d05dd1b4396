/**
 * The text of `idempotent.ts` in an Express project: middleware that keeps the answer of a handler by the request's
 * Idempotency-Key.
 *
 * draft-ietf-httpapi-idempotency-key-header-07: 400 without a key, 409 while the first request runs, 422 where the key comes
 * with another request.
 */
import { indentLines } from "./helper-file.ts";
import { exported, type HelperContext, importLine, type Store, typed } from "./stores/store.ts";

/** Undefined for a store that has no text for it. */
export function idempotentText(store: Store, context: HelperContext): string | undefined {
  const { style } = context;
  const parts = store.idempotent?.(context);
  if (!parts) return undefined;
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  return `${importLine(style, "{ createHash }", "node:crypto")}${importLine(style, "{ Request, RequestHandler, Response }", "express", "type")}${parts.imports}
/**
 * Makes a handler idempotent: the first answer to an Idempotency-Key is kept, and given again to every retry.
 *
 * The client makes a new key for every intent and sends it again with every retry. A key is the caller's own: those of
 * different callers never meet. Answers from 400 on are not kept, so that the client can try again.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
${before}function idempotent(${parts.client === "" ? "" : `${parts.client}, `}caller${t(": (req: Request) => unknown")})${t(": RequestHandler")} {
  return async (req, res, next) => {
    try {
      const key = req.get("Idempotency-Key");
      if (!key) {
        res.status(400).json({ error: "Send an Idempotency-Key header." });
        return;
      }
      const scope = \`\${req.method} \${req.baseUrl}\${req.path} \${caller(req) ?? ""}\`;
      const fingerprint = createHash("sha256").update(JSON.stringify(req.body ?? null)).digest("hex");
${indentLines(indentLines(indentLines(parts.claim)))}
      beforeEnd(res, async (status, body, type) => {
        if (status >= 400) {
${indentLines(indentLines(indentLines(indentLines(indentLines(parts.release)))))}
        } else {
${indentLines(indentLines(indentLines(indentLines(indentLines(parts.complete)))))}
        }
      });
      next();
    } catch (error) {
      next(error);
    }
  };
}
${
  style.typed
    ? `
interface Answer {
  fingerprint: string;
  status: number | null;
  body?: string | null;
  type?: string | null;
}
`
    : ""
}
/** Gives a stored answer again, or says why not. */
function answerAgain(res${t(": Response")}, stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    res.status(422).json({ error: "This Idempotency-Key came with another request." });
  } else if (!stored || stored.status === null) {
    res.status(409).json({ error: "The first request with this Idempotency-Key is still running." });
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
}
