/**
 * How a provider's token format is written down: a literal start, then runs of characters.
 *
 * The body is a small language, so that every format is linear to match and samples can be made from it in tests:
 * units separated by spaces, each either a literal (`.`, `-us`) or `alphabet:length` (`hex:32`, `an:20-40`).
 */

/** Character sets by short name, as they stand between `[` and `]` in a regular expression. */
export const ALPHABETS = {
  /** Decimal digits. */
  d: "0-9",
  /** Lower-case hexadecimal. */
  hex: "a-f0-9",
  /** Hexadecimal in either case. */
  Hex: "A-Fa-f0-9",
  HEX: "A-F0-9",
  /** Lower-case letters and digits. */
  low: "a-z0-9",
  /** Upper-case letters and digits. */
  up: "A-Z0-9",
  /** Letters. */
  let: "A-Za-z",
  /** Letters and digits. */
  an: "A-Za-z0-9",
  /** Letters, digits and underscore. */
  an_: "A-Za-z0-9_",
  /** URL-safe base64. */
  w: "A-Za-z0-9_-",
  /** URL-safe base64 with padding and dots. */
  wd: "A-Za-z0-9_.=-",
  /** Base64. */
  b64: "A-Za-z0-9+/",
  /** Base64 with padding. */
  b64p: "A-Za-z0-9+/=",
  /** Base32. */
  b32: "A-Z2-7",
  /** Bech32 in upper case, as `age` uses it. */
  age: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
  /** Azure client secrets. */
  az: "A-Za-z0-9_~.-",
} as const;

export type Alphabet = keyof typeof ALPHABETS;

/** One token format of a provider. */
export interface TokenFormat {
  /** Such as `stripe-secret-key`; stable, shown in JSON. */
  readonly id: string;
  /** The provider as people call it: `Stripe`. */
  readonly title: string;
  /** Literal starts, at least one; matched with their case. */
  readonly prefixes: readonly string[];
  /** What follows the start, in the small language. */
  readonly body: string;
  /** One of these must stand near (lower case), where the form alone is too common. */
  readonly keywords?: readonly string[];
  /** False where the format has a checksum and this token's is wrong. */
  readonly checksum?: (token: string) => boolean;
  /** Meant for the browser or for publication: recognised, and never reported. */
  readonly publishable?: true;
  /** Environment variable such a token usually lives in. */
  readonly variable?: string;
}

/** A row of a provider table: id, starts separated by `|`, body, and what else there is to say. */
export type Row = readonly [
  id: string,
  prefixes: string,
  body: string,
  more?: Omit<Partial<TokenFormat>, "id" | "title" | "prefixes" | "body">,
];

/** A provider's formats, as a table. */
export function defineProvider(title: string, ...rows: readonly Row[]): readonly TokenFormat[] {
  return rows.map(([id, prefixes, body, more]) => ({ id, title, prefixes: prefixes.split("|"), body, ...more }));
}

/** A unit of a body: a literal, or a run of an alphabet. */
export type Unit =
  | { readonly literal: string }
  | { readonly alphabet: Alphabet; readonly least: number; readonly most: number };

/** Reads the small language. Throws on an unknown alphabet: tables are code. */
export function parseBody(body: string): readonly Unit[] {
  return body
    .split(" ")
    .filter((unit) => unit !== "")
    .map((unit) => {
      const match = /^([A-Za-z0-9_]+):(\d+)(?:-(\d+)?)?$/.exec(unit);
      if (match === null) return { literal: unit };
      const [, alphabet, least, most] = match as unknown as [string, string, string, string | undefined];
      if (!(alphabet in ALPHABETS)) throw new Error(`Unknown alphabet in "${body}"`);
      const open = unit.endsWith("-");
      return {
        alphabet: alphabet as Alphabet,
        least: Number(least),
        most: open ? 4096 : Number(most ?? least),
      };
    });
}

/** The body as a sticky expression. A run that ends a token must end there: no longer run of letters or digits. */
export function bodyExpression(body: string): RegExp {
  const units = parseBody(body);
  const source = units.map((unit) =>
    "literal" in unit
      ? unit.literal.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
      : `[${ALPHABETS[unit.alphabet]}]{${unit.least},${unit.most}}`,
  );
  return new RegExp(`${source.join("")}(?![A-Za-z0-9])`, "y");
}
