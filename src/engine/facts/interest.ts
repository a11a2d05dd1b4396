/**
 * Whether a file needs facts on its own account, decided from its text.
 *
 * A file of no interest is parsed only when a call leads into it. A wrong yes costs one parse; a wrong no loses
 * findings, so every test here errs towards yes.
 */
import { type ModuleSpecifier, moduleSpecifiers } from "./imports.ts";
import { plainSpecifier } from "./package-specifier.ts";

export interface Interests {
  /**
   * Packages of frameworks and systems. A subpath belongs to its package: `"next"` also means `"next/server"`.
   * A name that ends with `*` is a prefix: `"@aws-sdk/client-*"`.
   */
  readonly packages: Iterable<string>;
  /** Literal words that make a file interesting wherever they stand: `"process.env.JWT"`, prefixes of tokens. */
  readonly words: readonly string[];
  /** Files that a framework knows by their path, such as `app/api/users/route.ts`. */
  readonly isEntryFile: (path: string) => boolean;
}

/** Makes the test for one set of frameworks and systems. Pass the specifiers where they are known already. */
export function createInterest(
  interests: Interests,
): (path: string, text: string, specifiers?: readonly ModuleSpecifier[]) => boolean {
  const packages = new Set<string>();
  const prefixes: string[] = [];
  for (const name of interests.packages) {
    if (name.endsWith("*")) prefixes.push(name.slice(0, -1));
    else packages.add(name);
    // Node's own modules are imported with and without their prefix.
    if (name.startsWith("node:")) packages.add(name.slice("node:".length));
  }
  const words = [...DIRECTIVES, ...interests.words];

  const isKnown = ({ module: written }: ModuleSpecifier): boolean => {
    if (written.startsWith(".")) return false;
    const module = plainSpecifier(written);
    return (
      packages.has(module) || packages.has(packageOf(module)) || prefixes.some((prefix) => module.startsWith(prefix))
    );
  };

  return (path, text, specifiers) => {
    if (interests.isEntryFile(path)) return true;
    for (const word of words) if (text.includes(word)) return true;
    return (specifiers ?? moduleSpecifiers(text)).some(isKnown);
  };
}

/** Server actions are entry points without importing anything. */
const DIRECTIVES = ['"use server"', "'use server'"];

/** `@scope/name` of `@scope/name/sub/path`; a `node:` module is known with and without its prefix. */
function packageOf(module: string): string {
  const bare = module.startsWith("node:") ? module.slice(5) : module;
  const first = bare.indexOf("/");
  const end = bare.startsWith("@") && first > 0 ? bare.indexOf("/", first + 1) : first;
  return end < 0 ? bare : bare.slice(0, end);
}
