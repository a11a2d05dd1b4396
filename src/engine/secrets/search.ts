/** What the steps of a search share: the file, what was found so far, where the words are. */
import type { FileKind } from "./file-kind.ts";
import type { FormMatch } from "./forms/forms.ts";
import type { FoundSecret, SecretRule } from "./found-secret.ts";
import { nameMeaning, snakeCase } from "./judge/secret-names.ts";
import type { LiteralSite } from "./tokens/sites.ts";

export interface Draft {
  readonly rule: SecretRule;
  readonly title: string;
  readonly provider?: string | undefined;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: FoundSecret["evidence"];
  readonly names: readonly string[];
  readonly variable: string | undefined;
  readonly site?: LiteralSite | undefined;
  readonly place: FoundSecret["place"];
  readonly host?: string;
  readonly badChecksum?: boolean;
  readonly client?: boolean;
  readonly sink?: string;
  /** Of two drafts at one place the higher one stays. */
  readonly rank: number;
}

export interface Search {
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  readonly test: boolean;
  /** Tests, examples, documentation: only forms report. */
  readonly silent: boolean;
  /** In a component: true where browsers are sent the code. */
  readonly isSent?: ((offset: number) => boolean) | undefined;
  readonly drafts: Draft[];
  /** Places that are known and benign: publishable keys, samples. */
  readonly quiet: (readonly [start: number, end: number])[];
}

export interface Hits {
  readonly names: number[];
  readonly commands: number[];
  readonly gates: Set<number>;
  /** A literal that may be a secret stands near a word, or alone; or a URL is put together. */
  plausible: boolean;
  /** A call signs, verifies, encrypts or opens a session. */
  signs: boolean;
  /** Something imported may sign, verify, encrypt or log in. */
  uses: boolean;
  /** Start of the last line that was searched for pairs. */
  pairLine: number;
}

/** How far around a value words may stand that tell what it is. */
export const REACH = 700;

/** The text around the value from `start` to `end`, in lower case: cut out when it is asked for. */
export function contextOf({ text }: Pick<Search, "text">, start: number, end: number): () => string {
  return () => text.slice(Math.max(0, start - REACH), end + REACH).toLowerCase();
}

/** What a value is that its form tells. */
export function describeForm(
  { title, id, variable }: FormMatch,
  rank: number,
): Pick<Draft, "rule" | "title" | "provider" | "variable" | "evidence" | "rank"> {
  return { rule: "provider-token", title, provider: id, variable, evidence: "form", rank };
}

export function placeOf(search: Search): FoundSecret["place"] {
  return search.kind === "code"
    ? "code"
    : search.kind === "markup" || search.kind === "text" || search.kind === "key"
      ? "text"
      : "config";
}

/** Some keys are made for browsers; these never are. */
export function isNeverPublic(name: string): boolean {
  const { role } = nameMeaning(name);
  if (role === undefined || role === "public" || role === "vague" || role === "sink") return false;
  return /secret|password|passwd|private_key|service_role|master_key|admin_key|admin_token|signing_key|encryption_key/.test(
    snakeCase(name),
  );
}

/** A token of an API whose value stands there, and which is not one of those that draw maps or content in browsers. */
export function isTokenOfApi(name: string): boolean {
  const words = snakeCase(name);
  return (
    /_(?:admin|api|auth|access|service|bearer)_token$/.test(words) &&
    !/mapbox|cesium|maptiler|mux|sanity|contentful|storyblok|prismic/.test(words)
  );
}
