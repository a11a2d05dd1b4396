/**
 * Checksums inside tokens.
 *
 * GitHub and npm: the last six characters are the CRC-32 of the rest after the prefix, in base 62.
 * Source: "Behind GitHub's new authentication token formats" (GitHub blog, 2021); npm follows it.
 */

/** True when a GitHub token's last six characters are right. */
export function githubChecksum(token: string): boolean {
  return base62Checksum(token.slice(token.indexOf("_") + 1));
}

/** True when an npm token's last six characters are right. */
export const npmChecksum = githubChecksum;

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function base62Checksum(body: string): boolean {
  return base62(crc32(body.slice(0, -6))).padStart(6, "0") === body.slice(-6);
}

/** The checksum of a token's random part, as it is written: six base-62 digits. */
export function tokenChecksum(random: string): string {
  return base62(crc32(random)).padStart(6, "0");
}

function base62(number: number): string {
  let rest = number;
  let text = "";
  while (rest > 0) {
    text = DIGITS[rest % 62] + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
