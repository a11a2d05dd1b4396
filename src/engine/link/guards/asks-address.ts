/** Tests of where a request goes: of its host, its path, its method, and of rows that are looked up by them. */
import type { Term } from "../../model/term.ts";
import { termsWithin } from "../terms/terms.ts";

/** `request.headers.host === settings.domain`, `await domains.find({ address: request.hostname })`: the same for whoever calls. */
export function asksAddress(test: Term): boolean {
  const parts = [...termsWithin(test)];
  const sent = parts.filter((part) => part.kind === "input");
  return sent.length > 0 && sent.every(isAddress) && parts.every((part) => !mayAskCaller(part));
}

function isAddress(part: Term & { readonly kind: "input" }): boolean {
  if (part.source === "headers") return /^(?:x-forwarded-)?host$/.test(part.path[0] ?? "");
  if (part.source !== "request" && part.source !== "context") return false;
  return /^(?:baseUrl|hostname|host|method|originalUrl|path|pathname|protocol|secure|subdomains)$/.test(
    part.path.at(-1) ?? "",
  );
}

/** A call that is not given the address may look up anything, and what is not known may be anything. */
function mayAskCaller(part: Term): boolean {
  if (part.kind === "unknown") return part.parts.length === 0;
  if (part.kind !== "result") return false;
  return ![...termsWithin(part)].some((inner) => inner.kind === "input");
}
