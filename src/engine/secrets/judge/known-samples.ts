/**
 * Credentials that documentation and emulators publish for everybody: Stripe's test key, the keys of Azurite and of the
 * Cosmos DB emulator, reCAPTCHA's test keys, keys in Google's public samples.
 *
 * As salted hashes: the values themselves would be found by every scanner, this one included.
 */
import { secretFingerprint } from "../fingerprint.ts";

/** True for a value that is published on purpose as a sample. */
export function isKnownSample(value: string): boolean {
  return value.length >= 30 && value.length <= 120 && SAMPLES.has(secretFingerprint(value).slice(0, 12));
}

const SAMPLES: ReadonlySet<string> = new Set(
  `
00fff9819d93 15418d74c487 176723f549c7 19e923a536e7 1cd4a2d7b21a 1ec73395489e 2175ddb196a9 2630a39fc495
41886149ea49 41bb82ffdb61 4bd34bc35dc0 4e7f0b5d3fac 4f860679f82e 5065d1244634 52bb9ed0ad9e 59c3ab8144a8
5dd41d93b4e6 72a1739c6dba 732db3b4f128 75e7cb10f70b 835852ef443d ae9c70aaacf4 b073da7d417d c6863ee521cf
c7ac8cf51494 d54695d4d191 d65fd8825c42 d6b291009c0e da733183a923 ef840316f108 fa445566fcfa fb7b3b2cdb0e
`
    .trim()
    .split(/\s+/),
);
