/** Addresses by names of files. https://reactrouter.com/how-to/file-route-conventions · https://github.com/kiliman/remix-flat-routes */

/**
 * `api.v1.runs.$runId` is `/api/v1/runs/:runId`; `_auth.login` and `orders_.new` leave layouts out; `[.]` is a dot itself.
 * The path is the file's below `routes`, without its extension; undefined where the file is no route.
 */
export function flatRoute(path: string): string | undefined {
  const folders = path.split("/");
  const file = folders.pop() ?? "";
  const ownFolder = /^(?:route|index|_index|_route|page|_layout)$/.test(file);
  // `routes/orders.$id/route.tsx` is one route; files beside it are none. Folders with `+`, or without dots, are parts.
  const last = folders.at(-1);
  const names =
    ownFolder && folders.length > 0 && !last?.endsWith("+") && file !== "_layout" ? folders : [...folders, file];
  if (file === "_layout" || /\.(?:server|client|test)$/.test(file)) return undefined;
  // `_auth.tsx` only wraps others: it has no address of its own.
  const part = names.at(-1)?.split(".").at(-1) ?? "";
  if (part.startsWith("_") && part !== "_index") return undefined;
  const segments = names.flatMap((name) => dotted(name.replace(/\+$/, ""))).flatMap(segmentOf);
  return `/${segments.join("/")}`;
}

/** Splits at dots that are not escaped. */
function dotted(name: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (const character of name) {
    if (character === "[") depth++;
    if (character === "]") depth--;
    if (character === "." && depth === 0) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part];
}

function segmentOf(part: string): readonly string[] {
  if (part === "" || part === "index" || part === "route" || part.startsWith("_")) return [];
  const plain = part.replace(/_$/, "").replace(/^\((.*)\)$/, "$1");
  if (plain === "$") return ["*"];
  return [plain.replace(/^\$/, ":").replace(/\[(.*?)\]/g, "$1")];
}

/** Files that are the index of a route: beside them, the route itself is only the layout around it. */
export function indexFiles(path: string): readonly string[] {
  const base = path.replace(/\/(?:route|_route)$/, "");
  return ["tsx", "ts", "jsx", "js"].flatMap((extension) => [
    `${base}._index.${extension}`,
    `${base}._index/route.${extension}`,
  ]);
}
