export const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw«64»\n«64»\n-----END PRIVATE KEY-----"; // expect: private-key
export const certificate = "-----BEGIN CERTIFICATE-----\nMIIC«64»\n-----END CERTIFICATE-----"; // silent: certificates are public
export const publicKey = "-----BEGIN PUBLIC KEY-----\nMIIB«64»\n-----END PUBLIC KEY-----"; // silent: a public key
export const isKey = (text: string) => text.startsWith("-----BEGIN PRIVATE KEY-----"); // silent: only the first line
