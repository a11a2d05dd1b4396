/** Links to the entries of public standards that rules name. */

/** CWE by number: https://cwe.mitre.org */
export function cweLink(id: number): string {
  return `[CWE-${id}](https://cwe.mitre.org/data/definitions/${id}.html)`;
}

/** `API5` of the OWASP API Security Top 10 (2023), `A01` of the OWASP Top 10 (2025). */
export function owaspLink(id: string): string {
  const api = API_TOP_10[id.replace(/:2023$/, "")];
  if (api) return `[OWASP ${withYear(id, 2023)}](https://owasp.org/API-Security/editions/2023/en/${api}/)`;
  if (!/^A(0[1-9]|10)(:2025)?$/.test(id)) throw new Error(`unknown OWASP id "${id}"`);
  return `[OWASP ${withYear(id, 2025)}](https://owasp.org/Top10/2025/)`;
}

/** `8.2.1` of the OWASP Application Security Verification Standard 5.0. */
export function asvsLink(id: string): string {
  const chapter = ASVS_CHAPTERS[Number(id.replace(/^V/, "").split(".")[0])];
  if (!chapter || !/^V?\d+(\.\d+){1,2}$/.test(id)) throw new Error(`unknown ASVS id "${id}"`);
  return `[ASVS ${id.replace(/^V/, "")}](https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/${chapter}.md)`;
}

function withYear(id: string, year: number): string {
  return id.includes(":") ? id : `${id}:${year}`;
}

const API_TOP_10: Readonly<Record<string, string>> = {
  API1: "0xa1-broken-object-level-authorization",
  API2: "0xa2-broken-authentication",
  API3: "0xa3-broken-object-property-level-authorization",
  API4: "0xa4-unrestricted-resource-consumption",
  API5: "0xa5-broken-function-level-authorization",
  API6: "0xa6-unrestricted-access-to-sensitive-business-flows",
  API7: "0xa7-server-side-request-forgery",
  API8: "0xa8-security-misconfiguration",
  API9: "0xa9-improper-inventory-management",
  API10: "0xaa-unsafe-consumption-of-apis",
};

const ASVS_CHAPTERS: Readonly<Record<number, string>> = {
  1: "0x10-V1-Encoding-and-Sanitization",
  2: "0x11-V2-Validation-and-Business-Logic",
  3: "0x12-V3-Web-Frontend-Security",
  4: "0x13-V4-API-and-Web-Service",
  5: "0x14-V5-File-Handling",
  6: "0x15-V6-Authentication",
  7: "0x16-V7-Session-Management",
  8: "0x17-V8-Authorization",
  9: "0x18-V9-Self-contained-Tokens",
  10: "0x19-V10-OAuth-and-OIDC",
  11: "0x20-V11-Cryptography",
  12: "0x21-V12-Secure-Communication",
  13: "0x22-V13-Configuration",
  14: "0x23-V14-Data-Protection",
  15: "0x24-V15-Secure-Coding-and-Architecture",
  16: "0x25-V16-Security-Logging-and-Error-Handling",
  17: "0x26-V17-WebRTC",
};
