/** Private keys: PEM blocks in any writing (escaped, split over lines and literals, base64 once more), PuTTY, age. */
import { decodeBase64 } from "../tokens/cook.ts";

export interface PrivateKey {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The kind as the block says: `RSA PRIVATE KEY`. */
  readonly label: string;
}

const BEGIN = /-----BEGIN ((?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?)-----/y;

/** The key whose `-----BEGIN` is at `at`, where its body is that of a key. */
export function privateKeyAt(text: string, at: number): PrivateKey | undefined {
  BEGIN.lastIndex = at;
  const match = BEGIN.exec(text);
  if (match === null) return undefined;
  const label = match[1] as string;
  const bodyStart = BEGIN.lastIndex;
  const marker = `-----END ${label}-----`;
  const ahead = text.slice(bodyStart, bodyStart + 20_000).indexOf(marker);
  const found = ahead < 0 ? -1 : bodyStart + ahead;
  const complete = found >= 0;
  const bodyEnd = complete ? found : Math.min(text.length, bodyStart + 2000);
  const body = keyBody(text.slice(bodyStart, bodyEnd));
  if (body.length < (complete ? 32 : 60) || new Set(body).size < 14) return undefined;
  // Without an end it may be a sentence about such blocks.
  if (!complete && !/[A-Za-z\d+/]{28}/.test(text.slice(bodyStart, bodyStart + 120))) return undefined;
  if (
    /(?:[.]{3}|…|x{8}|X{8}|<[^>]*>|\$\{|YOUR|your|EXAMPLE|REDACTED)/.test(
      text.slice(bodyStart, complete ? bodyEnd : bodyStart + 60),
    )
  )
    return undefined;
  if (CERTIFICATE.test(body)) return undefined;
  const end = complete ? found + marker.length : bodyStart + text.slice(bodyStart, bodyEnd).search(/["'`]|$|\n\n/);
  return { start: at, end: Math.max(end, bodyStart), value: body, label };
}

/** A certificate in the frame of a key: its second sequence begins with the version in brackets. RFC 5280, 4.1. */
const CERTIFICATE = /^MII[A-Za-z\d+/]{2}DCCA[A-Za-z\d+/]{2}gAwIBA/;

/** The base64 letters of a body, escapes and quotes and headers left out; stops at what is none. */
function keyBody(raw: string): string {
  const plain = raw
    .replace(/\\\\?[nrt]/g, "\n")
    .replace(/^(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset)\s*:.*$/gim, "")
    .replace(/["'`+,\\|>\s]|^\s*(?:\/\/|#|\*)/gm, (mark) => (mark === "+" ? "+" : " "));
  let body = "";
  for (const part of plain.split(/\s+/)) {
    if (part === "" || part === "+") continue;
    if (!/^[A-Za-z0-9+/=]+$/.test(part)) {
      if (body.length > 0) break;
      continue;
    }
    if (part.length >= 8 || body.length > 0) body += part;
  }
  return body;
}

const ENCODED = /LS0tLS1CRUdJTi[A-Za-z0-9+/]{40,8000}={0,2}/y;

/** A PEM block in base64, whose first letters are at `at`. */
export function encodedPrivateKeyAt(text: string, at: number): PrivateKey | undefined {
  ENCODED.lastIndex = at;
  const match = ENCODED.exec(text);
  if (match === null) return undefined;
  const plain = decodeBase64(match[0]) ?? "";
  const label = /^-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)/.exec(plain)?.[1];
  return label === undefined ? undefined : { start: at, end: at + match[0].length, value: match[0], label };
}

/** How the DER of private keys begins in base64, by kind and length: EC, PKCS #8 of EC and Ed25519. */
export const DER_STARTS: readonly string[] = [
  "mhccaqeei",
  "mhqcaqeei",
  "migkagebbd",
  "mihbagebbe",
  "mihcagebbe",
  "mdecaqeei",
  "mc4caqeei",
  "mighageamb",
  "migeageamb",
  "mig2ageamb",
  "mihuageamb",
  "mc4caqawbqydk2v",
];

/** What stands behind the length in the keys of RSA: PKCS #1 and PKCS #8, whatever their size. */
export const DER_INSIDE: readonly string[] = ["ibaakb", "ibaakc", "ibadanbgkq"];

const RSA = /MII[A-Za-z\d+/]{3}IBA(?:AK[BC]|DANBgkq)/y;

/** The key of RSA whose mark ends at `end`. */
export function rsaKeyAt(text: string, word: string, end: number): PrivateKey | undefined {
  RSA.lastIndex = end - word.length - 6;
  return RSA.lastIndex >= 0 && RSA.test(text) ? derKeyAt(text, end - word.length - 6) : undefined;
}

const DER = /M[A-Za-z0-9+/]{60,6000}={0,2}/y;

/** The DER of a private key in base64, without a frame around it, in a literal of its own. RFC 5915, RFC 5958, RFC 8017. */
export function derKeyAt(text: string, at: number): PrivateKey | undefined {
  if (!/["'`=:\s]/.test(text[at - 1] ?? "")) return undefined;
  DER.lastIndex = at;
  const match = DER.exec(text);
  // Without the public half, a short one ends with its curve. RFC 5480.
  if (match !== null && /^M(?:DE|C4)CAQEE/.test(match[0]) && !/oA(?:oGCCqGSM49|cGBSuBBAA)/.test(match[0]))
    return undefined;
  return match === null ? undefined : { start: at, end: DER.lastIndex, value: match[0], label: "PRIVATE KEY" };
}

const PUTTY =
  /PuTTY-User-Key-File-\d: [^\n]{1,200}\n(?:[^\n]{0,400}\n){1,60}?Private-Lines: \d+\r?\n((?:[A-Za-z0-9+/=]{1,80}\r?\n?){1,60})/y;

/** A PuTTY key file. */
export function puttyKeyAt(text: string, at: number): PrivateKey | undefined {
  PUTTY.lastIndex = at;
  const match = PUTTY.exec(text);
  return match === null
    ? undefined
    : { start: at, end: PUTTY.lastIndex, value: match[1] as string, label: "PuTTY PRIVATE KEY" };
}

const SYMMETRIC_MEMBER = /(?<![\w])["']?k["']?\s*:\s*["']([A-Za-z0-9_-]{16,700})["']/g;

/** The key itself where `"kty"` at `at` is `"oct"`. RFC 7518, 6.4. */
export function jwkSymmetricAt(text: string, at: number): PrivateKey | undefined {
  return /^["']?\s*:\s*["']oct["']/.test(text.slice(at, at + 16)) ? jwkMember(text, at, SYMMETRIC_MEMBER) : undefined;
}

const JWK_MEMBER = /(?<![\w])["']?d["']?\s*:\s*["']([A-Za-z0-9_-]{40,700})["']/g;

/** Private members of JSON Web Keys near `"kty"` at `at`. RFC 7517. */
export function jwkPrivateAt(text: string, at: number): PrivateKey | undefined {
  return jwkMember(text, at, JWK_MEMBER);
}

function jwkMember(text: string, at: number, member: RegExp): PrivateKey | undefined {
  const from = Math.max(0, text.lastIndexOf("{", at));
  const close = text.indexOf("}", at);
  const window = text.slice(from, close < 0 ? at + 3000 : Math.min(close, at + 6000));
  member.lastIndex = 0;
  const match = member.exec(window);
  if (match === null) return undefined;
  const start = from + match.index + match[0].indexOf(match[1] as string);
  return { start, end: start + (match[1] as string).length, value: match[1] as string, label: "JSON Web Key" };
}
