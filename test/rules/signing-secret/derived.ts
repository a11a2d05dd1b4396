import crypto from "node:crypto";

export function encrypt(text: string, iv: Buffer) {
  const key = crypto.createHash("sha256").update("keyboard cat").digest(); // expect: signing-secret
  return crypto.createCipheriv("aes-256-cbc", key, iv).update(text);
}
// file: src/etag.ts
import crypto from "node:crypto";
export const etag = crypto.createHash("sha256").update("version two").digest("hex"); // silent: no key is made of it
