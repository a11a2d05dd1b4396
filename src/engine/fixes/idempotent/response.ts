/**
 * The text of `idempotent.ts` where a handler takes a `Request` and gives a `Response` (Next.js, Remix, SvelteKit): the work
 * stands inside it. https://developer.mozilla.org/docs/Web/API/Response
 */
import { exported, typed } from "../stores/store.ts";
import {
  answerType,
  type IdempotentText,
  listed,
  nested,
  noKey,
  opening,
  otherRequest,
  stillRunning,
} from "./shared.ts";

export const responseText: IdempotentText = (parts, { style }) => {
  const t = (text: string) => typed(style, text);
  const { before, after } = exported(style, "idempotent");
  return `${opening(parts, style, [])}${before}async function idempotent(${listed(style.typed ? "lines" : "line", [parts.client, `request${t(": Request")}`, `caller${t(": unknown")}`, `work${t(": () => Promise<Response>")}`])})${t(": Promise<Response>")} {
  const key = request.headers.get("Idempotency-Key");
  if (!key) return Response.json({ error: ${noKey} }, { status: 400 });
  const scope = \`\${request.method} \${new URL(request.url).pathname} \${caller ?? ""}\`;
  // A body that was read already can be read no more.
  const sent = request.bodyUsed ? "" : await request.clone().text();
  const fingerprint = createHash("sha256").update(sent).digest("hex");
${nested(
  parts.claim((stored) => `return answerAgain(${stored}, fingerprint);`),
  1,
)}
  let response${t(": Response")};
  try {
    response = await work();
  } catch (error) {
${nested(parts.release, 2)}
    throw error;
  }
  const status = response.status;
  if (status >= 400) {
${nested(parts.release, 2)}
  } else {
    const body = await response.clone().text();
    const type = response.headers.get("Content-Type") ?? "";
${nested(parts.complete, 2)}
  }
  return response;
}
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain(stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    return Response.json({ error: ${otherRequest} }, { status: 422 });
  }
  if (!stored || stored.status === null) {
    return Response.json({ error: ${stillRunning} }, { status: 409 });
  }
  return new Response(stored.body || null, {
    status: stored.status,
    headers: stored.type ? { "Content-Type": stored.type } : {},
  });
}
${after}`;
};
