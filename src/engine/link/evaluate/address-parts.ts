/** Parts of an address: its path, and what stands behind the question mark. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";
import { alternatives } from "./members.ts";
import { routePathOf } from "./route.ts";

/** `new URL(address, base).pathname` and `parse(address).pathname` of an address that is known. */
export function pathnameOf(linker: Linker, of: Term & { readonly kind: "external" }): Term | undefined {
  if (linker.route && of.package === "global:URL" && of.arguments?.[0])
    return routePathOf(linker, of.arguments[0]) ?? linker.terms.member(of, "pathname");
  if (of.package !== "global:URL" && of.package !== "node:url") return undefined;
  const [address] = of.arguments ?? [];
  if (address?.kind !== "literal" || typeof address.value !== "string") return undefined;
  return linker.terms.literal(address.value.replace(/^\w+:\/\/[^/]*/, "").replace(/[?#].*$/, "") || "/");
}

/** `new URL(request.url).searchParams`: what stands behind the question mark of the address that was asked for. */
export function queryOf(linker: Linker, of: Term & { readonly kind: "external" }, name: string): Term | undefined {
  if ((name !== "searchParams" && name !== "search") || of.package !== "global:URL") return undefined;
  const [address] = of.path.length === 1 ? (of.arguments ?? []) : [];
  return address && isOwnAddress(address) ? linker.terms.input("query", []) : undefined;
}

/**
 * `new URL(request.url).pathname.split("/").pop()`: what the caller wrote at the end of the address. It stays a part of the
 * address, so that code which chooses by it is read for each route.
 */
export function lastSegment(
  linker: Linker,
  of: Term & { readonly kind: "external" },
  method: string,
): Term | undefined {
  if (of.package !== "global:URL" || (method !== "pop" && method !== "at")) return undefined;
  if (of.path.at(-1) !== "split()" || of.path.at(-2) !== "pathname") return undefined;
  return linker.terms.input("query", ["pathname", "last"]);
}

/** What the request says it was sent to, also behind a host or with a text for none: `request.url || ""`. */
function isOwnAddress(address: Term): boolean {
  if (address.kind === "text") return address.parts.some(isOwnAddress);
  return alternatives(address).some(
    (one) =>
      one.kind === "input" &&
      ((one.source === "query" && one.path.length === 0) ||
        (one.source === "request" && /^(?:url|originalUrl)$/.test(one.path.join(".")))),
  );
}
