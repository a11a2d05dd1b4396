// What a field shows while it is empty: the frame of a key around a certificate.
export const shown =
  "-----BEGIN PRIVATE KEY-----\nMIIFRDCCAyygAwIBAgIU«64»\n«64»\n-----END PRIVATE KEY-----"; // silent: a certificate
export const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq«64»\n«64»\n-----END PRIVATE KEY-----"; // expect: private-key
