import crypto from "node:crypto";

export function encrypt(text: string, iv: Buffer) {
  const key = crypto.createHash("sha256").update("keyboard cat").digest(); // expect: signing-secret
  return crypto.createCipheriv("aes-256-cbc", key, iv).update(text);
}
// file: src/etag.ts
import crypto from "node:crypto";
export const etag = crypto.createHash("sha256").update("version two").digest("hex"); // silent: no key is made of it
// file: src/seal.ts
import crypto from "node:crypto";

export const version = crypto.createHash("sha256").update("schema-v1").digest("hex"); // silent: the cipher has another key
export const seal = (key: Buffer) => crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
export function cached(cache: Map<string, string>) {
  const key = crypto.createHash("sha256").update("prices-v2").digest("hex"); // silent: the cipher's key is of another function
  return cache.get(key);
}
// file: src/at-once.ts
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

export const open = (iv: Buffer) =>
  createDecipheriv("aes-256-cbc", createHash("sha256").update("keyboard dog").digest(), iv); // expect: signing-secret
function made() {
  return createHash("sha256").update("keyboard bird").digest(); // expect: signing-secret
}
export const close = (iv: Buffer) => createCipheriv("aes-256-cbc", made().subarray(0, 32), iv);
export class Box {
  private readonly key = createHash("sha256").update("keyboard fish").digest("hex").slice(0, 32); // expect: signing-secret
  close(iv: Buffer) {
    const short = this.key;
    return createCipheriv("aes-256-cbc", Buffer.from(short), iv);
  }
}
