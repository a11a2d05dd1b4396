/**
 * A fallback that cannot reach production: the program refuses to start with it, or takes it only in development.
 */
import type { LiteralSite } from "./sites.ts";

/** True when the code around chooses the fallback only outside of production. */
export function isForDevelopment(text: string, site: LiteralSite): boolean {
  const before = text.slice(Math.max(0, site.start - 260), site.start);
  const statement = before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf("\n\n")) + 1);
  return /NODE_ENV\W{1,6}(?:!==?|===?)\W{1,4}(?:production|development|test|dev)|\bis_?(?:prod(?:uction)?|dev(?:elopment)?|test|local)\b/i.test(
    statement,
  );
}

/** True when the code around shows that the program does not start with the fallback. */
export function isRefusedAtStart(text: string, site: LiteralSite): boolean {
  const name = site.fallback?.name ?? site.names[0];
  if (name === undefined) return false;
  const refusal = new RegExp(
    `(?:!\\s*(?:process\\.env\\.)?${escapeExpression(name)}\\b|${escapeExpression(name)}\\s*===?|===?\\s*${escapeExpression(name)}\\b)[^;{}]{0,160}\\)\\s*\\{?[^}]{0,120}?(?:throw\\b|process\\.exit|exit\\()`,
  );
  if (refusal.test(text) || isRefusedByCall(text, site)) return true;
  const literal = text.slice(site.start, site.end);
  if (literal.length > 80) return false;
  // A rule of the schema: `.refine((env) => env.NODE_ENV !== "production" || env.SECRET !== "unsafe-default")`.
  const again = text.indexOf(literal, site.end);
  const around = again < 0 ? "" : text.slice(Math.max(site.end, again - 160), again + 160);
  if (/[rR]efine\b|addIssue|throw\b|process\.exit/.test(around) && /production|PROD/.test(around)) return true;
  for (const variable of site.names.slice(0, 3)) {
    if (!/^[A-Za-z_$][\w$]*$/.test(variable)) continue;
    const compared = new RegExp(
      `\\b${escapeExpression(variable)}\\s*===?\\s*[^;{}]{1,160}\\)\\s*\\{?[^}]{0,160}?(?:throw\\b|process\\.exit)`,
    );
    if (compared.test(text)) return true;
  }
  return false;
}

/** `if (!secret) { this.refuse("…"); secret = "dev" }`, where `refuse` throws in production. */
function isRefusedByCall(text: string, site: LiteralSite): boolean {
  const ahead = /\bif\s*\(\s*!([^{}]{1,80})\{(?:[^{}]|\{[^{}]{0,80}\}){0,320}$/.exec(
    text.slice(Math.max(0, site.start - 420), site.start),
  );
  const called = ahead?.[0].slice(ahead[0].indexOf("{")).match(/\b[A-Za-z_$][\w$]*(?=\()/g) ?? [];
  return called.some((name) =>
    new RegExp(
      `\\b${escapeExpression(name)}\\s*(?:=\\s*)?\\([^()]{0,80}\\)[^{};]{0,60}\\{[^{}]{0,80}prod(?:uction)?\\b[^{}]{0,40}\\{?\\s*(?:throw\\b|process\\.exit)`,
      "i",
    ).test(text),
  );
}

/** `=== "dev-secret") throw`: the comparison refuses the value instead of letting it in. */
export function refusesValue(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  if (!/[^!]={2,3}\s*$/.test(before)) return false;
  return /^[^;{}]{0,120}\)\s*\{?\s*(?:\/\/[^\n]*\n\s*)?(?:throw\b|process\.exit|(?:console|logger|log)\.(?:error|warn|fatal))/.test(
    text.slice(end, end + 400),
  );
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
