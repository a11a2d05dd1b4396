import crypto from "node:crypto";

declare const store: { updateOne(where: object, change: object): void };
declare function derive(secret: string): { key: Buffer; iv: Buffer };

export function update(version: number): void {
  store.updateOne({ key: "ferry" }, { $set: { version } }); // silent: the option of a call is no variable
}

export function encrypt(secret: string, text: string): Buffer {
  const { key, iv } = derive(secret);
  const cipher = crypto.createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([cipher.update(text), cipher.final()]);
}

export function tell(password: string): void {
  console.warn("input", {
    password: password ? `given (${password.length} characters)` : "missing", // silent: a word of a log
  });
  crypto.scryptSync(password, "ferry-salt-of-the-day", 32);
}

declare const jwt: { sign(claims: object, key: string, options?: object): string };
declare const isTest: boolean;
declare function setting(name: string): string;
export const lasting = (claims: object) => jwt.sign(claims, "24h"); // silent: a duration
export const inTests = (claims: object) => jwt.sign(claims, isTest ? "some-key-of-tests" : setting("JWT_KEY")); // silent: in tests alone
