/**
 * Calls that go on only where something holds: `ctx.assert(user, 401)`, `assert(order, "no order")`, `invariant(session)`.
 * They are branches whose other side throws.
 */
import type { Place, Term } from "../../model/term.ts";
import type { Activation, Linker } from "./linker.ts";
import type { Block, Step } from "./steps.ts";

/** https://nodejs.org/api/assert.html · https://github.com/jshttp/http-assert · https://github.com/alexreardon/tiny-invariant */
const PACKAGES =
  /^(?:node:assert(?:\/strict)?|http-assert|tiny-invariant|ts-invariant|invariant|ts-essentials|@sindresorhus\/is)$/;
const HOLDS = /^(?:default|assert|strict|ok|invariant|truthy)\(\)$/;

const NOTHING: Block = { steps: [], ends: "falls" };

/** What must hold for the code after the call to run; undefined where the call asserts nothing. */
export function assertedBy(
  target: Term & { readonly kind: "external" },
  path: readonly string[],
  args: readonly Term[],
): Term | undefined {
  return PACKAGES.test(target.package) && HOLDS.test(path.at(-1) ?? "") ? args[0] : undefined;
}

/** Notes that the path ends here unless `test` holds. */
export function pushAssertion(
  linker: Linker,
  activation: Activation,
  test: Term,
  answer: { readonly status?: number | undefined; readonly place: Place },
): void {
  const { place } = answer;
  const steps: readonly Step[] = [
    { kind: "respond", status: answer.status, value: undefined, redirect: false, throws: true, place },
    { kind: "throw", value: linker.terms.unknown([]), place },
  ];
  activation.steps.push({ kind: "branch", test, then: NOTHING, otherwise: { steps, ends: "throws" }, place });
}
