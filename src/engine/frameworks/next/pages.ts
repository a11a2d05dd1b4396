/**
 * Pages that a server renders: components of the app router with the layouts around them, and `getServerSideProps`. What is
 * rendered when the application is built (`getStaticProps`, `dynamic = "force-static"`) or in the browser has no caller.
 * https://nextjs.org/docs/app/api-reference/file-conventions/page · /layout · https://nextjs.org/docs/pages/building-your-application/data-fetching/get-server-side-props
 * /route-segment-config
 */
import type { Term } from "../../model/term.ts";
import type { FileView, Handler, HandlerShape, Registry, TermView } from "../define-framework.ts";
import type { RouteFile } from "./paths.ts";

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
export function visitAppPage(file: FileView, model: Registry, at: RouteFile, terms: TermView): void {
  const page = file.exports.get("default");
  if (!page || file.facts.directives.includes("use client")) return;
  const around = filesAround(terms, at);
  if (isStatic(at.route, [...around, file.path], terms)) return;
  const handlers = [...layoutsOf(around, terms), page];
  model.entryPoint({ kind: "page", method: "GET", path: at.route, handlers, handler: PAGE, place: page.place });
}

/** `export const getServerSideProps` of a file below `pages`. */
export function visitServerSideProps(file: FileView, model: Registry, path: string): void {
  const props = file.exports.get("getServerSideProps");
  if (props)
    model.entryPoint({ kind: "page", method: "GET", path, handlers: [props], handler: PROPS, place: props.place });
}

/** Layouts from the root of the routes to the page, the outermost first. */
function filesAround(terms: TermView, { root, folders }: RouteFile): readonly string[] {
  return [root, ...folders.map((_, index) => [root, ...folders.slice(0, index + 1)].join("/"))].flatMap(
    (folder) => terms.file(EXTENSIONS.map((extension) => `${folder}/layout.${extension}`)) ?? [],
  );
}

/** Whatever makes a layout is handed on: a wrapper that nobody can read may ask who is calling. */
function layoutsOf(files: readonly string[], terms: TermView): readonly Handler[] {
  return files.flatMap((file) => {
    const layout = terms.exported(file, "default");
    if (layout === undefined || layout.kind === "undefined") return [];
    return [{ ...terms.handler(layout, "layout"), shape: LAYOUT }];
  });
}

/**
 * It is rendered when the application is built: said of the page, or of a layout where nothing closer says otherwise. Addresses
 * beside those of the build are not found with `dynamicParams = false`.
 */
function isStatic(route: string, files: readonly string[], terms: TermView): boolean {
  const said = (name: string) => files.map((file) => terms.exported(file, name)).findLast(isLiteral);
  const dynamic = terms.text(said("dynamic"));
  if (dynamic !== undefined && dynamic !== "auto") return dynamic === "force-static" || dynamic === "error";
  const others = said("dynamicParams");
  return others?.kind === "literal" && others.value === false && route.includes("/:");
}

function isLiteral(term: Term | undefined): boolean {
  return term?.kind === "literal";
}
