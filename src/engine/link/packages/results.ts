/**
 * Results that stand on one of two sides, and which side a function says that one stands on: `E.isLeft(found)`, `found.isErr()`.
 * https://gcanti.github.io/fp-ts/modules/Either.ts.html · https://gcanti.github.io/fp-ts/modules/Option.ts.html ·
 * https://github.com/supermacro/neverthrow#api-documentation
 */
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import type { Call } from "../evaluate/call.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";

interface Package {
  readonly names: RegExp;
  /** What makes one on a side, and the member that gives what was put in. */
  readonly makes: Readonly<Record<string, readonly [side: Side, member: string]>>;
  /** What asks for a side. */
  readonly asks: Readonly<Record<string, Side>>;
  /** It is asked as a method of the result. */
  readonly ofResult?: true;
}

type Side = "right" | "wrong";

const PACKAGES: readonly Package[] = [
  {
    names: /^fp-ts\/(?:lib\/|es6\/)?Either$/,
    makes: { right: ["right", "right"], left: ["wrong", "left"] },
    asks: { isRight: "right", isLeft: "wrong" },
  },
  {
    names: /^fp-ts\/(?:lib\/|es6\/)?Option$/,
    makes: { some: ["right", "value"], none: ["wrong", ""] },
    asks: { isSome: "right", isNone: "wrong" },
  },
  {
    names: /^neverthrow$/,
    makes: {
      ok: ["right", "value"],
      err: ["wrong", "error"],
      okAsync: ["right", "value"],
      errAsync: ["wrong", "error"],
    },
    asks: { isOk: "right", isErr: "wrong" },
    ofResult: true,
  },
];

/** What making a result or asking for its side gives; undefined for all other calls. */
export function callResult(linker: Linker, target: ExternalTerm, call: Call): Term | undefined {
  const found = PACKAGES.find(({ names }) => names.test(target.package));
  const name = target.path.at(-1) ?? "";
  if (!found) return undefined;
  const made = (given: readonly Term[]): Term =>
    linker.terms.external(target.package, [...target.path.slice(0, -1), `${name}()`], target.base, given, call.place);
  if (Object.hasOwn(found.makes, name)) return made(call.arguments);
  const side = found.ofResult ? undefined : sideAskedBy(found, name);
  const [asked] = call.arguments;
  return side && asked && stands(linker, asked, found, side, made);
}

/** `found.isErr()`, whichever way `found` was made. */
export function sideOfResult(linker: Linker, { object, name }: Call): Term | undefined {
  if (!object || name === undefined) return undefined;
  const found = PACKAGES.find((one) => one.ofResult && sideAskedBy(one, name) && isMadeBy(object, one));
  const side = found && sideAskedBy(found, name);
  return found && side && stands(linker, object, found, side, linker.terms.unknown);
}

function sideAskedBy({ asks }: Package, name: string): Side | undefined {
  return Object.hasOwn(asks, name) ? asks[name] : undefined;
}

function isMadeBy(of: Term, found: Package): boolean {
  return alternatives(of).some(
    (one) => one.kind === "external" && found.names.test(one.package) && makerOf(one, found) !== undefined,
  );
}

/** On each way that the result was made, what it says there. */
function stands(linker: Linker, of: Term, found: Package, side: Side, made: (given: readonly Term[]) => Term): Term {
  const { terms } = linker;
  const own = of.kind === "external" && found.names.test(of.package) ? makerOf(of, found) : undefined;
  if (own) return terms.literal(own[0] === side);
  if (of.kind === "choice") return terms.choice(of.options.map((option) => stands(linker, option, found, side, made)));
  const [test, yes, no] = of.kind === "operation" && of.operator === "?:" ? of.parts : [];
  if (!test || !yes || !no) return made([of]);
  return terms.operation("?:", [test, stands(linker, yes, found, side, made), stands(linker, no, found, side, made)]);
}

function makerOf(of: ExternalTerm, { makes }: Package): readonly [Side, string] | undefined {
  const name = of.path.at(-1)?.replace(/\(\)$/, "") ?? "";
  return Object.hasOwn(makes, name) ? makes[name] : undefined;
}

/** What was put into it: `E.right(order).right`. On the other side there is nothing. */
export function resultMember(linker: Linker, of: ExternalTerm, name: string): Term | undefined {
  const found = PACKAGES.find(({ names }) => names.test(of.package));
  const maker = found && of.arguments && makerOf(of, found);
  if (!found || !maker || !Object.values(found.makes).some(([, member]) => member === name)) return undefined;
  return (maker[1] === name ? of.arguments?.[0] : undefined) ?? linker.terms.undefined;
}
