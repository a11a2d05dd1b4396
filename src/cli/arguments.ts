/** Reads the arguments of a command; every mistake is one clear line. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { nearestName } from "../engine/index.ts";
import { UsageError } from "./usage-error.ts";

export interface Arguments {
  /** The last value of an option; undefined where it was not given. */
  text(name: string): string | undefined;
  /** All values of an option that may be given more than once, or with commas. */
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  readonly positionals: readonly string[];
}

/** Reads `args` by the options that a command knows. Throws {@link UsageError}. */
export function readArguments(args: readonly string[], options: ParseArgsOptionsConfig): Arguments {
  const known = { ...options, help: { type: "boolean", short: "h" } } as ParseArgsOptionsConfig;
  const { values, positionals, tokens } = parse(args, known);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) throw new UsageError(`Unknown option ${token.rawName}.${suggestion(token.name, known)}`);
    if (option.type === "string" && !token.value) throw new UsageError(`${token.rawName} needs a value.`);
    if (option.type === "boolean" && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value.`);
  }
  const all = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === "string");
  return {
    text: (name) => all(name).at(-1),
    texts: (name) => all(name).flatMap((value) => value.split(",").filter((part) => part !== "")),
    flag: (name) => values[name] === true,
    positionals,
  };
}

/** Node's own checks are off: their messages are several sentences long. */
function parse(args: readonly string[], options: ParseArgsOptionsConfig) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
}

/** One of the values that an option may have. */
export function oneOf<T extends string>(
  value: string | undefined,
  options: readonly T[],
  name: string,
  otherwise: T,
): T {
  if (value === undefined) return otherwise;
  if (options.includes(value as T)) return value as T;
  throw new UsageError(`${name} must be ${options.slice(0, -1).join(", ")} or ${options.at(-1)}, not "${value}".`);
}

/** A whole number from 0. */
export function wholeNumber(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${name} must be a whole number, not "${value}".`);
  return Number(value);
}

function suggestion(name: string, options: ParseArgsOptionsConfig): string {
  const nearest = nearestName(name, Object.keys(options));
  return nearest === undefined ? "" : ` Did you mean --${nearest}?`;
}
