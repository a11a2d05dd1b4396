/** Asks of terms: is this who is calling, a credential of theirs, something they sent, or a stored row? */
import type { Path } from "../model/path.ts";
import type { InputSource, Term } from "../model/term.ts";
import { someTerm } from "./terms.ts";

const IDENTITY: ReadonlySet<InputSource> = new Set(["identity", "session"]);
const CREDENTIAL: ReadonlySet<InputSource> = new Set(["headers", "cookies", "session", "identity"]);
const CLIENT_DATA: ReadonlySet<InputSource> = new Set([
  "body",
  "params",
  "query",
  "files",
  "message",
  "job",
  "event",
  "arguments",
]);

export interface IdentityView {
  /** Made from who is calling: the session, a verified token, a row found by a credential. */
  isIdentity(term: Term): boolean;
  /** Made from a header, cookie or session, verified or not. */
  isCredential(term: Term): boolean;
  /** Made from what the client sends freely. */
  isClientData(term: Term): boolean;
  /** Made from a row or value that a system gave back. */
  isStored(term: Term): boolean;
}

/** `isAuth`: the package is one that tells who is calling. */
export function viewIdentity(path: Path, isAuth: (packageName: string) => boolean): IdentityView {
  const proven = new Set<Term>();
  const stored = new Set<Term>();
  // What a system gave back is not what it was asked with; a signed message says nothing of who is calling.
  const answers = new Set<Term>();
  for (const event of path.events) {
    if (event.kind === "guard" && event.guard === "authentication") proven.add(event.result);
    if (event.kind === "guard" && event.guard === "signature") answers.add(event.result);
    if (event.kind === "effect") answers.add(event.result);
    if (event.kind !== "effect" || event.access !== "read") continue;
    stored.add(event.result);
    if (event.category === "auth") proven.add(event.result);
    const where = event.where;
    if (
      where &&
      someTerm(where, (part) => isCredentialInput(part) || proven.has(part)) &&
      !someTerm(where, isClientInput)
    )
      proven.add(event.result);
  }
  for (const term of proven) answers.delete(term);
  const cache = new Map<string, boolean>();
  const ask = (name: string, term: Term, fits: (part: Term) => boolean): boolean => {
    const key = `${name}${term.id}`;
    let answer = cache.get(key);
    if (answer === undefined) {
      answer = someTerm(term, fits, name === "s" ? undefined : answers);
      cache.set(key, answer);
    }
    return answer;
  };
  return {
    isIdentity: (term) =>
      ask(
        "i",
        term,
        (part) =>
          (part.kind === "input" && IDENTITY.has(part.source)) ||
          proven.has(part) ||
          (part.kind === "external" && part.arguments !== undefined && isAuth(part.package)),
      ),
    isCredential: (term) => ask("c", term, (part) => isCredentialInput(part) || proven.has(part)),
    isClientData: (term) => ask("d", term, isClientInput),
    isStored: (term) => ask("s", term, (part) => stored.has(part)),
  };
}

function isCredentialInput(part: Term): boolean {
  return part.kind === "input" && CREDENTIAL.has(part.source);
}

function isClientInput(part: Term): boolean {
  return part.kind === "input" && CLIENT_DATA.has(part.source);
}
