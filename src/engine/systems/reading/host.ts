/** Which outside service an address leads to. */
import type { Term } from "../../model/term.ts";
import { made, textWithHoles } from "./terms.ts";

/**
 * Host of an address: `api.example.com` where it is literal, the name of the environment variable (`ORDERS_URL`) or
 * `localhost` otherwise; undefined where it cannot be told or the address is relative.
 */
export function hostOf(address: Term | undefined, base?: Term): string | undefined {
  return ownHost(address) ?? (base ? ownHost(base) : undefined);
}

/** Path of an address, `*` for parts that are not literal or look like a token: `/orders/*`. Undefined where nothing of it is literal. */
export function pathOf(address: Term | undefined): string | undefined {
  const value = made(address);
  const term = value?.name === "URL" || value?.name === "Request" ? value.arguments[0] : address;
  const read =
    textWithHoles(term, "*")?.text ?? (term?.kind === "choice" ? textWithHoles(term.options[0], "*")?.text : undefined);
  const path = read?.replace(/^(?:\w+:\/\/)?[^/]*/, "").replace(/[?#].*$/s, "");
  return path && /[^/*]/.test(path) ? path.split("/").map(withoutToken).join("/") : undefined;
}

/** Webhook addresses carry their secret in the path: it must not be shown. */
function withoutToken(segment: string): string {
  return segment.length >= 16 && /\d/.test(segment) && /[A-Za-z]/.test(segment) ? "*" : segment;
}

function ownHost(term: Term | undefined): string | undefined {
  switch (term?.kind) {
    case "literal":
      return typeof term.value === "string" ? hostInText(term.value) : undefined;
    case "environment":
      return term.name;
    case "text": {
      const [first, second] = term.parts;
      if (first?.kind !== "literal") return ownHost(first);
      const start = String(first.value);
      // `https://${host}/path` names the host in its second part.
      if (/^\w+:\/\/$/.test(start)) return second?.kind === "environment" ? second.name : undefined;
      return /^\w+:\/\/[^/]+\//.test(start) || term.parts.length === 1 ? hostInText(start) : hostBefore(start);
    }
    // `process.env.URL ?? "https://api.example.com"`: the literal says more.
    case "choice":
      return mostTelling(term.options);
    case "operation":
      if (term.operator === "+") return ownHost(term.parts[0]);
      return term.operator === "??" || term.operator === "||" ? mostTelling(term.parts) : undefined;
    case "external": {
      const value = made(term);
      if (value?.name === "URL" || value?.name === "Request") return hostOf(value.arguments[0], value.arguments[1]);
      // new URL(…).toString(), .href
      return term.base ? ownHost(term.base) : undefined;
    }
    case "member":
      return term.name === "href" ? ownHost(term.of) : undefined;
    case "result":
      return term.of.callee.kind === "global" && term.of.callee.path.at(-1) === "URL"
        ? hostOf(term.of.arguments[0], term.of.arguments[1])
        : undefined;
    default:
      return undefined;
  }
}

function mostTelling(options: readonly Term[]): string | undefined {
  const hosts = options.map(ownHost).filter((host) => host !== undefined);
  return hosts.find((host) => host.includes(".")) ?? hosts[0];
}

function hostInText(text: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@?#]*@)?([^/:?#]+)/i.exec(text)?.[1]?.toLowerCase();
}

/** `https://api.example.com${path}`: the rest of the host may still follow, unless it looks complete. */
function hostBefore(text: string): string | undefined {
  const host = hostInText(text);
  return host && (/\.[a-z]{2,}$/.test(host) || host === "localhost") ? host : undefined;
}
