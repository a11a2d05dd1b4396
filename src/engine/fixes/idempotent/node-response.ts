/** The end of `idempotent.ts` where an answer is a response of Node: it is caught as it leaves. https://nodejs.org/api/http.html#class-httpserverresponse */
import type { FileStyle } from "../code/file-style.ts";
import { typed } from "../stores/store.ts";
import { answerType, otherRequest, stillRunning } from "./shared.ts";

/** @param response Name of its type, which has `status` and `json` beside what Node's own has. */
export function nodeAnswer(style: FileStyle, response: string): string {
  const t = (text: string) => typed(style, text);
  return `${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain(res${t(`: ${response}`)}, stored${t(": Answer | null | undefined")}, fingerprint${t(": string")}) {
  if (stored && stored.fingerprint !== fingerprint) {
    res.status(422).json({ error: ${otherRequest} });
  } else if (!stored || stored.status === null) {
    res.status(409).json({ error: ${stillRunning} });
  } else {
    res.status(stored.status);
    if (stored.type) res.setHeader("Content-Type", stored.type);
    res.end(stored.body ?? undefined);
  }
}

/** Calls back with the whole answer before it leaves. */
function beforeEnd(res${t(`: ${response}`)}, keep${t(": (status: number, body: string, type: string) => Promise<unknown>")}) {
  const chunks${t(": Buffer[]")} = [];
  const write = res.write.bind(res)${t(` as ${response}["write"]`)};
  const end = res.end.bind(res)${t(` as ${response}["end"]`)};
  const collect = (chunk${t(": unknown")}, encoding${t(": unknown")}) => {
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    if (typeof chunk !== "string") return;
    chunks.push(Buffer.from(chunk, typeof encoding === "string" ? ${t("(")}encoding${t(" as BufferEncoding)")} : "utf8"));
  };
  res.write = ((...rest${t(": unknown[]")}) => {
    collect(rest[0], rest[1]);
    return ${style.typed ? "(write as (...rest: unknown[]) => boolean)" : "write"}(...rest);
  })${t(` as ${response}["write"]`)};
  res.end = ((...rest${t(": unknown[]")}) => {
    collect(rest[0], rest[1]);
    const finish = () => ${style.typed ? `(end as (...rest: unknown[]) => ${response})` : "end"}(...rest);
    const body = Buffer.concat(chunks).toString("utf8");
    keep(res.statusCode, body, String(res.getHeader("Content-Type") ?? "")).then(finish, (error) => {
      console.error("The answer could not be kept for retries.", error);
      finish();
    });
    return res;
  })${t(` as ${response}["end"]`)};
}
`;
}
