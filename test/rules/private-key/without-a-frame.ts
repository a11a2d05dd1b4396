// The bytes of a private key in base64, whatever its kind and size, without a frame around it.
export const small = "«MII|CeQIB|ADANBgkqhkiG9w0BAQEFAA|80»"; // expect: private-key
export const usual = "«MII|JJwIB|AAKCAgEA|90»"; // expect: private-key
export const curve = "«MIGkAg|EBBD|100»"; // expect: private-key
export const koblitz = "«MHQC|AQEEI|80»"; // expect: private-key
export const publicHalf = "«MII|BIjANBgkqhkiG9w0BAQEFAAOCAQ8A|200»"; // silent: public
export const certificate = "«MIID|dzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBa|200»"; // silent: a certificate
