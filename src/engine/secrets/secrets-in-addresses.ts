/** Passwords that a request's address or form carries. */

import { nameMeaning } from "./judge/secret-names.ts";
import { strength } from "./judge/shape.ts";
import type { Search } from "./search.ts";

/** `grant_type=client_credentials&client_secret=…`: a form in a literal. */
export function findInForm(search: Search, end: number): void {
  const { text } = search;
  const name = /[\w]*(?:client|api|app)_secret=$/i.exec(text.slice(Math.max(0, end - 30), end))?.[0]?.slice(0, -1);
  const value = /^[\w.~+/-]{16,200}/.exec(text.slice(end, end + 201))?.[0];
  if (name === undefined || value === undefined || strength(value) !== "strong") return;
  search.drafts.push({
    rule: "provider-token",
    title: "client secret",
    value,
    start: end,
    end: end + value.length,
    evidence: "name",
    names: [name],
    variable: name.toUpperCase(),
    place: "code",
    rank: 30,
  });
}

/** `https://…?password=${password}`: the address shows it. */
export function findInAddress(search: Search, end: number): void {
  const { text } = search;
  const from = Math.max(0, end - 200);
  const before = text.slice(from, end);
  const name = /[?&](password|passwd|secret)=$/.exec(before)?.[1];
  const literal = before.slice(Math.max(...["'", '"', "`"].map((quote) => before.lastIndexOf(quote))) + 1);
  if (name === undefined || !literal.includes("?") || !/^(?:https?:|\/|\$\{)/.test(literal) || /\s/.test(literal))
    return;
  const value = /^(?:\$\{\s*([\w$.]{1,80})\s*\}|["']\s*\+\s*([\w$.]{1,80}))/.exec(text.slice(end, end + 120));
  const expression = value?.[1] ?? value?.[2];
  if (expression === undefined) return;
  const { role } = nameMeaning(expression.split(".").pop() ?? "");
  if (role === undefined || role === "public") return;
  const start = end + (value?.[0].indexOf(expression) ?? 0);
  search.drafts.push({
    rule: "secret-in-url",
    title: expression,
    value: expression,
    start,
    end: start + expression.length,
    evidence: "use",
    names: [expression],
    variable: undefined,
    place: "code",
    sink: name,
    rank: 20,
  });
}
