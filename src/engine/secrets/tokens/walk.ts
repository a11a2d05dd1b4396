/** The way from a literal outwards: what it stands in so far, and what that said of it. */
import type { Tokens } from "./lexer.ts";
import type { Fallback, SiteKind } from "./sites.ts";

export interface Walk {
  readonly tokens: Tokens;
  /** First and last token of what is looked at: the literal, then what holds it. */
  at: number;
  end: number;
  kind: SiteKind;
  /** Innermost first. */
  readonly names: string[];
  fallback: Fallback | undefined;
  compared: string | undefined;
  /** A property of an object was passed on the way. */
  inObject: boolean;
}
