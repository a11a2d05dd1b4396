/** Paths of Next.js: folders and file names are the routes. https://nextjs.org/docs/app/getting-started/project-structure */
import { routePattern } from "../../link/terms/route-pattern.ts";

/**
 * The folder that the application stands in, that of its routes (`src/app`), and the route of a file below `app` or `pages`;
 * undefined elsewhere.
 */
export function routeOf(path: string, root: "app" | "pages", file: RegExp): RouteFile | undefined {
  // `apps/app/src/app/api/route.ts`: the folder that the application stands in may be called like the root.
  const found =
    new RegExp(`^(.*?)(?:^|/)src/${root}/(?:(.*)/)?([^/]+)$`).exec(path) ??
    new RegExp(`^(.*?)(?:^|/)${root}/(?:(.*)/)?([^/]+)$`).exec(path);
  const name = found?.[3];
  if (!found || name === undefined || !file.test(name)) return undefined;
  const folders = (found[2] ?? "").split("/").filter((folder) => folder !== "");
  // A folder that begins with `_` is no route; `%5F` is how an address begins with it.
  if (root === "app" && folders.some((folder) => folder.startsWith("_"))) return undefined;
  const last = root === "pages" ? [name.replace(/\.[^.]+$/, "")] : [];
  const segments = [...folders, ...last].flatMap(segmentOf);
  const below = [...(found[2] === undefined ? [] : [found[2]]), name].join("/");
  return {
    app: found[1] ?? "",
    root: path.slice(0, path.length - below.length - 1),
    folders,
    route: `/${segments.join("/")}`,
  };
}

export interface RouteFile {
  readonly app: string;
  readonly root: string;
  /** From the root to the file. */
  readonly folders: readonly string[];
  readonly route: string;
}

/** `[id]` is `:id`, `[...slug]` and `[[...slug]]` are `:slug*`; groups, slots and `index` are no part of the address. */
function segmentOf(folder: string): readonly string[] {
  if (folder === "index" || folder.startsWith("@") || /^\([^.)]*\)$/.test(folder)) return [];
  const plain = folder.replace(/^\(\.{1,3}\)(?:\(\.\.\))*/, "");
  const parameter = /^\[{1,2}(\.\.\.)?([^\]]+)\]{1,2}$/.exec(plain);
  if (!parameter) return [plain.replace(/^%5F/i, "_")];
  return [parameter[1] ? `:${parameter[2]}*` : `:${parameter[2]}`];
}

/** Whether a matcher of middleware covers a route. What cannot be read covers everything. */
export function matcherCovers(matcher: string, route: string): boolean {
  const pattern = routePattern(matcher);
  // Parameters stand for usual values: a number, a name.
  const usual = ["4711", "some-name"].map((value) => route.replace(/:\w+\*?/g, value));
  return pattern === undefined || usual.some((path) => pattern.test(path));
}
