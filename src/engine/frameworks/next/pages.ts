/**
 * Pages that a server renders: components of the app router with the layouts around them, and `getServerSideProps`. What is
 * rendered when the application is built (`getStaticProps`) or in the browser has no caller.
 * https://nextjs.org/docs/app/api-reference/file-conventions/page · /layout · https://nextjs.org/docs/pages/building-your-application/data-fetching/get-server-side-props
 */
import type { FileView, Handler, HandlerShape, Registry, TermView } from "../define-framework.ts";

export const PAGE_FILE = /^page\.[cm]?[jt]sx?$/;

const EXTENSIONS = ["tsx", "jsx", "ts", "js"];

const PAGE: HandlerShape = {
  parameters: [{ fields: { params: "params", searchParams: "query" } }],
  returns: "response",
};
/** What it renders stands around the page; only what it throws refuses. */
const LAYOUT: HandlerShape = { parameters: [{ fields: { params: "params" } }], returns: "value" };
const PROPS: HandlerShape = {
  parameters: [{ fields: { params: "params", query: "query", req: "request", res: "response", resolvedUrl: "query" } }],
  returns: "response",
};

/** `app/orders/[id]/page.tsx`: the layouts above it are rendered ahead, the outermost first. */
export function visitAppPage(file: FileView, model: Registry, path: string, terms: TermView): void {
  const page = file.exports.get("default");
  if (!page || file.facts.directives.includes("use client")) return;
  const handlers = [...layoutsAbove(terms, file.path), page];
  model.entryPoint({ kind: "page", method: "GET", path, handlers, handler: PAGE, place: page.place });
}

/** `export const getServerSideProps` of a file below `pages`. */
export function visitServerSideProps(file: FileView, model: Registry, path: string): void {
  const props = file.exports.get("getServerSideProps");
  if (props)
    model.entryPoint({ kind: "page", method: "GET", path, handlers: [props], handler: PROPS, place: props.place });
}

function layoutsAbove(terms: TermView, page: string): readonly Handler[] {
  const folders = page.split("/").slice(0, -1);
  const root = folders.lastIndexOf("app");
  return folders.slice(root).flatMap((_, index) => {
    const folder = folders.slice(0, root + index + 1).join("/");
    const file = terms.file(EXTENSIONS.map((extension) => `${folder}/layout.${extension}`));
    const layout = file === undefined ? undefined : terms.exported(file, "default");
    if (layout?.kind !== "function") return [];
    return [{ ...terms.handler(layout, "layout"), shape: LAYOUT }];
  });
}
