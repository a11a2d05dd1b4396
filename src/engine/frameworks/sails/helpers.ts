// https://sailsjs.com/documentation/concepts/helpers · https://sailsjs.com/documentation/reference/waterline-orm/queries/tolerate
/** `sails.helpers.orders.markPaid(id)` runs `api/helpers/orders/mark-paid.js`. */
import type { Term } from "../../model/term.ts";
import type { Deferred, Dispatched, DispatchingCall, Program, TermView } from "../define-framework.ts";
import { camelCase } from "./application.ts";

const HELPER = /^(?:.*\/)?api\/helpers\/(.+)\.[jt]s$/;

const DEFERRED: Deferred = {
  same: ["intercept", "timeout", "retry", "meta", "log", "toPromise"],
  tolerates: "tolerate",
};

export function helperRun({ terms }: Program): (call: DispatchingCall) => Dispatched | undefined {
  let files: ReadonlyMap<string, string> | undefined;
  return ({ path, arguments: args }) => {
    if (!path.startsWith("helpers.")) return undefined;
    files ??= helperFiles(terms);
    const named = path.slice("helpers.".length);
    const takesInputs = named.endsWith(".with");
    const file = files.get(takesInputs ? named.slice(0, -".with".length) : named);
    const helper = file === undefined ? undefined : terms.exported(file, "*");
    const run = terms.member(helper, "fn");
    if (!helper || run?.kind !== "function") return undefined;
    const inputs = takesInputs ? inputsOf(terms, helper, args[0]) : positional(terms, helper, args);
    return { run, arguments: [inputs, exitsOf(terms, helper)], deferred: DEFERRED };
  };
}

/** By their names in code. What two applications of the workspace call the same is left out. */
function helperFiles(terms: TermView): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const path of terms.paths()) {
    const below = HELPER.exec(path)?.[1];
    if (below === undefined) continue;
    const name = below.split("/").map(camelCase).join(".");
    if (found.has(name)) twice.add(name);
    found.set(name, path);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** Arguments stand for the inputs in the order of `args`, or as they are declared. */
function positional(terms: TermView, helper: Term, args: readonly Term[]): Term {
  const listed = terms.texts(terms.member(helper, "args"));
  const names = listed ?? terms.fields(terms.member(helper, "inputs")).map(({ name }) => name);
  const given = Object.fromEntries(names.flatMap((name, index) => (args[index] ? [[name, args[index]]] : [])));
  return terms.object({ ...defaultsOf(terms, helper), ...given });
}

function inputsOf(terms: TermView, helper: Term, given: Term | undefined): Term {
  const defaults = defaultsOf(terms, helper);
  if (!given) return terms.object(defaults);
  const left = Object.fromEntries(Object.entries(defaults).filter(([name]) => terms.member(given, name) === undefined));
  return Object.keys(left).length === 0 ? given : terms.extended(given, left);
}

/** What inputs are that the call leaves out: `defaultsTo`. */
function defaultsOf(terms: TermView, helper: Term): Readonly<Record<string, Term>> {
  return Object.fromEntries(
    terms.fields(terms.member(helper, "inputs")).flatMap(({ name, value }) => {
      const otherwise = terms.member(value, "defaultsTo");
      return otherwise ? [[name, otherwise]] : [];
    }),
  );
}

/** `exits.success(order)` gives the order, `exits.notFound()` throws. */
function exitsOf(terms: TermView, helper: Term): Term {
  const failing = ["error", ...terms.fields(terms.member(helper, "exits")).map(({ name }) => name)];
  return terms.object({
    ...Object.fromEntries(failing.map((name) => [name, terms.ending("throws")])),
    success: terms.ending("gives"),
  });
}
