/**
 * The words that all files are searched for, and what each kind of word leads to.
 */
import { leastBody, mayBeCutOff, SEARCHED_PREFIXES } from "../forms/forms.ts";
import { DER_INSIDE, DER_STARTS } from "../forms/private-keys.ts";
import { GATED_FORMATS, INFIX_FORMATS } from "../providers/infix-formats.ts";
import { createWordScanner, type SearchedWord } from "./word-scanner.ts";

/** Words that make names of secrets, and calls that take them. */
export const STRONG_WORDS = [
  "secret",
  "passw",
  "passphrase",
  "pwd",
  "apikey",
  "api_key",
  "api-key",
  "credential",
  "jwt",
  "hmac",
  "cipher",
  "pepper",
  "salt",
  "creds",
  "_pass",
  "pass:",
  'pass"',
  "pass =",
  "pass !",
  "pass=",
  "dbpass",
  "passcode",
  "_pw:",
  '_pw"',
  " pw:",
  "_pw =",
  " pw =",
  "scrypt",
  "pbkdf2",
  "encrypt(",
  "decrypt(",
  "constructevent",
  "secretorkey",
  "ironsession",
  "sequelize(",
  "basicauth",
  "hashsync(",
  "hashpassword(",
  "hash(",
  "hkdf",
  "safeequal(",
  "safecompare(",
  "securecompare(",
  "tsscmp(",
  "keygrip(",
  "webhooks(",
  "sealdata(",
  "iron.seal(",
  "unseal(",
  "askey(",
  "fernet.secret(",
  "auth.strategy(",
  "cryptr",
  "simplecrypto",
  "importpkcs8",
  "importkey(",
  "signedcookie(",
  "unsign(",
  "auth.basic(",
  "plaintextauth",
  "webhook(",
  "svix(",
  "sign(",
  "signasync(",
  "verify(",
  "verifyasync(",
  "cookieparser",
  "session(",
  "bearer",
  "basic ",
  "encryption",
  "accesskey",
  "access_key",
  "private_key",
  "privatekey",
  "signing_key",
  "signingkey",
  "createsigner",
  "createverifier",
  "vapiddetails",
  "jws.",
  "digestfetch(",
  "mnemonic",
  'headers["x-',
  "headers['x-",
] as const;

/** Words that mostly mean something else: only a literal that looks like a key makes them matter. */
const WEAK_WORDS = [
  "token",
  "_key",
  "key:",
  'key"',
  "key'",
  "key =",
  "key !",
  "key=",
  "keys",
  "auth",
  "webhook",
  "_pat",
  "pat =",
  "option(",
  "appid",
  "_sas",
  "license",
  "client(",
  "api(",
  "sdk(",
  "init(",
  "initialize(",
  "configure(",
  "connect(",
  "login(",
  ".auth(",
  "keyfor",
  "app_certificate",
  "appcertificate",
] as const;

export const NAME_WORDS = [...STRONG_WORDS, ...WEAK_WORDS];

const COMMAND_WORDS = [
  "curl",
  "mysql",
  "mariadb",
  "sshpass",
  "--pass",
  "--token",
  "--api",
  "--secret",
  "--auth",
  "--access",
  "--client",
  "--key",
  "--db-",
  "--root",
  "--docker",
  "--header",
  "-h ",
  " login",
  "redis-cli",
  "--requirepass",
  "--masterauth",
  "-storepass",
  "-keypass",
  "htpasswd",
  "rpcpass",
  "identified",
  "ldapsearch",
  "sudo -s",
  "chpasswd",
  "-securestring",
  "password '",
  "bundle config",
  "http -a ",
  "https -a ",
] as const;

export const SPECIAL_WORDS = [
  "://",
  "oracle:thin:",
  "-----begin",
  "ls0tls1crudjti",
  "putty-user-key-file",
  "kty",
  "password=",
  "pwd=",
  "password =",
  "pwd =",
  "secret=",
  "process.env)",
  "process.env,",
  "process.env }",
  " key ",
  " token ",
  " secret ",
  "\\u00",
  "\\x6",
  "\\x7",
  ...DER_STARTS,
  ...DER_INSIDE,
  ".bind('",
  '.bind("',
  '].join("")',
  "].join('')",
  ".reduce((",
  "fromcharcode",
  "fromcodepoint",
  "buffer.from([",
  "uint8array([",
] as const;

/** What bundlers ship to the browser; the rest of the name decides. */
const CLIENT_WORDS = [
  "next_public_",
  "vite_",
  "react_app_",
  "expo_public_",
  "nuxt_public_",
  "gatsby_",
  "vue_app_",
  "env.public_",
] as const;

export const GATE_WORDS = GATED_FORMATS.flatMap((format, index) => format.words.map((word) => ({ word, index })));

export const FIRST_INFIX = SEARCHED_PREFIXES.length;

export const FIRST_SPECIAL = FIRST_INFIX + INFIX_FORMATS.length;

export const FIRST_NAME = FIRST_SPECIAL + SPECIAL_WORDS.length;

export const FIRST_COMMAND = FIRST_NAME + NAME_WORDS.length;

export const FIRST_CLIENT = FIRST_COMMAND + COMMAND_WORDS.length;

export const FIRST_GATE = FIRST_CLIENT + CLIENT_WORDS.length;

/** All of them; what a number stands for is told by the first of each kind above. */
export const SEARCHED_WORDS: readonly SearchedWord[] = [
  ...SEARCHED_PREFIXES.map((text) => ({ text, begins: true, least: roomAfter(text) })),
  ...INFIX_FORMATS.map(({ marker }) => ({ text: marker, exact: true })),
  ...SPECIAL_WORDS.map((text) => ({ text })),
  ...[...NAME_WORDS, ...COMMAND_WORDS, ...CLIENT_WORDS].map((text) => ({ text, names: true })),
  ...GATE_WORDS.map(({ word }) => ({ text: word })),
];

/** How many characters of a token must follow a start; a token that is put together may go on in another literal. */
function roomAfter(prefix: string): number {
  if (mayBeCutOff(prefix)) return 0;
  return /.{3}[-_]$/.test(prefix) ? Math.min(8, leastBody(prefix)) : leastBody(prefix);
}

export const scanner = createWordScanner(SEARCHED_WORDS);
