/** From source text to value: escapes of JavaScript strings, base64. Malformed input yields what can be read. */

/** The value of a quoted string or template piece, given its inside. */
export function cook(inside: string): string {
  if (!inside.includes("\\")) return inside;
  return inside.replace(
    /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([0-7]{1,3})|(\r\n|[\s\S]))/g,
    (_, braced: string, unicode: string, hex: string, octal: string, single: string) => {
      const code = braced ?? unicode ?? hex;
      if (code !== undefined) return character(Number.parseInt(code, 16));
      if (octal !== undefined) return character(Number.parseInt(octal, 8));
      return SINGLE[single] ?? single;
    },
  );
}

const SINGLE: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "\n": "", "\r\n": "" };

function character(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
}

const BASE64 = new Map(
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((letter, index) => [letter, index]),
);

/** Bytes of base64 or base64url as Latin-1 text; undefined where it is none. */
export function decodeBase64(encoded: string): string | undefined {
  const letters = encoded.replace(/\s+/g, "").replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/");
  if (letters.length % 4 === 1) return undefined;
  let bits = 0;
  let count = 0;
  let text = "";
  for (const letter of letters) {
    const value = BASE64.get(letter);
    if (value === undefined) return undefined;
    bits = (bits << 6) | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    text += String.fromCharCode((bits >> count) & 0xff);
    bits &= (1 << count) - 1;
  }
  return text;
}

/** Decoded base64 that is plain printable text. */
export function decodePrintable(encoded: string): string | undefined {
  if (encoded.length < 12 || !/^[A-Za-z0-9+/_=-]+$/.test(encoded)) return undefined;
  const decoded = decodeBase64(encoded);
  return decoded !== undefined && /^[\t\n\r -~]+$/.test(decoded) ? decoded : undefined;
}
