// https://sailsjs.com/documentation/concepts/policies
/** What `config/policies.js` puts ahead of actions. */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, TermView } from "../define-framework.ts";
import { codeFiles } from "./application.ts";

/** `module.exports = async (req, res, proceed) => …` */
export const POLICY: HandlerShape = { parameters: ["request", "response", "next"], returns: "nothing" };

export function policiesOf(terms: TermView, root: string): Term | undefined {
  const file = terms.file(codeFiles(`${root}config/policies`));
  return file === undefined ? undefined : terms.exported(file, "policies");
}

/**
 * What `config/policies.js` puts ahead of an action: the most exact of `"orders/create"`, `"orders/*"` and `"*"`, or the
 * same as `OrdersController: { create: … }`.
 */
export function policyChain(
  terms: TermView,
  root: string,
  policies: Term | undefined,
  name: string,
): readonly Handler[] {
  const path = name
    .replace(/Controller\./i, "/")
    .replace(".", "/")
    .toLowerCase();
  const folders = path.split("/").slice(0, -1);
  const action = path.split("/").at(-1) ?? "";
  const patterns = [path, ...folders.map((_, index) => `${folders.slice(0, folders.length - index).join("/")}/*`), "*"];
  const entries = terms.fields(policies).flatMap(({ name: key, value }) => {
    if (value.kind !== "object") return [{ key: key.toLowerCase(), value }];
    const controller = key.replace(/Controller$/i, "").toLowerCase();
    return terms
      .fields(value)
      .map((inner) => ({ key: `${controller}/${inner.name.toLowerCase()}`, value: inner.value }));
  });
  for (const pattern of patterns) {
    const found = entries.find(
      ({ key }) => key === pattern || (pattern === path && key === `${folders.join("/")}/${action}`),
    );
    if (found) return terms.items(found.value).flatMap((item) => policyNamed(terms, root, item));
  }
  return [];
}

/** `"is-logged-in"` is `api/policies/is-logged-in.js`. */
export function policyNamed(terms: TermView, root: string, policy: Term | undefined): readonly Handler[] {
  if (policy?.kind === "function") return [{ ...terms.handler(policy), shape: POLICY }];
  const name = terms.text(policy);
  const file = name && terms.file(codeFiles(`${root}api/policies/${name}`));
  return file ? [{ ...terms.handler(terms.exported(file, "*"), name), name, shape: POLICY }] : [];
}
