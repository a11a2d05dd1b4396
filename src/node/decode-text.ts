/** Bytes of a file as text: UTF-8, or UTF-16 where a mark at the start says so. */

/**
 * The text without its byte order mark, so that offsets are those an editor counts; `""` for binary content, in which
 * nothing is looked for.
 */
export function decodeText(bytes: Buffer): string {
  if (bytes.length >= 2) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString("utf8", 3);
  }
  const zero = bytes.indexOf(0);
  return zero >= 0 && zero < 8000 ? "" : bytes.toString("utf8");
}

/** The bytes for a text that replaces `before`, in the same encoding and with the same mark. */
export function encodeText(text: string, before: Buffer): Buffer {
  if (before[0] === 0xff && before[1] === 0xfe)
    return Buffer.concat([before.subarray(0, 2), Buffer.from(text, "utf16le")]);
  if (before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf) {
    return Buffer.concat([before.subarray(0, 3), Buffer.from(text, "utf8")]);
  }
  return Buffer.from(text, "utf8");
}
