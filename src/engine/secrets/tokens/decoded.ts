/** What a literal says that is decoded at once: base64, hexadecimal, escapes of addresses. */
import { decodePrintable } from "./cook.ts";

/** The decoded text; undefined where the call beside the literal decodes nothing. */
export function decoded(value: string, names: readonly string[]): string | undefined {
  if (/^(?:decodeURI(?:Component)?|unescape)#0$/.test(names[0] ?? "") && value.includes("%"))
    return value.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (
    !names[0]?.endsWith("#0") ||
    !names.some((name) =>
      /(?:^|\.)(?:Buffer\.from|atob|decodeBase64|b64decode|base64\.decode|Base64\.decode|base64Decode|fromBase64)#0$/.test(
        name,
      ),
    )
  ) {
    return undefined;
  }
  if (/^(?:[0-9a-f]{2}){8,}$/i.test(value) && value.length % 2 === 0 && !/[G-Zg-z]/.test(value)) {
    const text = value.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
    if (/^[\x20-\x7e]+$/.test(text)) return text;
  }
  return decodePrintable(value);
}
