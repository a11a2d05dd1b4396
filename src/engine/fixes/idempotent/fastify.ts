/**
 * The text of `idempotent.ts` in a Fastify project: one hook that takes the key, and one that keeps the answer.
 * https://fastify.dev/docs/latest/Reference/Hooks/
 */
import { typed } from "../stores/store.ts";
import {
  answerType,
  clientParameter,
  type IdempotentText,
  nested,
  noKey,
  opening,
  otherRequest,
  purposeComment,
  stillRunning,
} from "./shared.ts";

export const fastifyText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const isCommonJs = style.modules === "commonjs" && !style.typed;
  const before = isCommonJs ? "" : "export ";
  const types = "{ FastifyReply, FastifyRequest, onSendAsyncHookHandler, preHandlerAsyncHookHandler }";
  const declared = `/** The keys of requests that are being answered. */
const running = new WeakMap${t("<FastifyRequest, { scope: string; key: string }>")}();

`;
  const purpose = purposeComment.replace("\n *\n", "\n * The other half is `keepAnswer`.\n *\n");
  return `${opening(parts, style, [[types, "fastify"]], { declared, purpose })}${before}function takeKey(${clientParameter(parts)}caller${t(": (request: FastifyRequest) => unknown")})${t(": preHandlerAsyncHookHandler")} {
  return async (request, reply) => {
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string" || key === "") {
      return reply.code(400).send({ error: ${noKey} });
    }
    const scope = \`\${request.method} \${request.url} \${caller(request) ?? ""}\`;
    const fingerprint = createHash("sha256").update(JSON.stringify(request.body ?? null)).digest("hex");
${nested(
  parts.claim((stored) => `return answerAgain(reply, ${stored}, fingerprint);`),
  2,
)}
    running.set(request, { scope, key });
  };
}

/** Keeps the answer for retries; stands in \`onSend\` beside \`takeKey\`. */
${before}function keepAnswer(${parts.client})${t(": onSendAsyncHookHandler")} {
  return async (request, reply, payload) => {
    const own = running.get(request);
    if (!own) return payload;
    running.delete(request);
    const { scope, key } = own;
    const status = reply.statusCode;
    if (status >= 400) {
${nested(parts.release, 3)}
    } else {
      const body = typeof payload === "string" ? payload : Buffer.isBuffer(payload) ? payload.toString("utf8") : "";
      const type = String(reply.getHeader("Content-Type") ?? "");
${nested(parts.complete, 3)}
    }
    return payload;
  };
}
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain(reply${t(": FastifyReply")}, stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    return reply.code(422).send({ error: ${otherRequest} });
  }
  if (!stored || stored.status === null) {
    return reply.code(409).send({ error: ${stillRunning} });
  }
  if (stored.type) reply.header("Content-Type", stored.type);
  return reply.code(stored.status).send(stored.body ?? "");
}
${isCommonJs ? "\nmodule.exports = { keepAnswer, takeKey };\n" : ""}`;
};
