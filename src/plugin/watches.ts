/**
 * The files that change what is found everywhere, and that no program of tsserver's has: the configuration, schemas,
 * manifests. Everything else is looked at after somebody typed.
 */
import type ts from "typescript";
import { CONFIG_FILE } from "../engine/index.ts";

/** More are not watched: a folder of a thousand migrations is history. */
const MOST = 200;
/** For file systems that tell nothing, in milliseconds. */
const POLLING = 2000;
const SHAPING = /(?:^|\/)(?:package|tsconfig[^/]*|jsconfig[^/]*)\.json$|\.(?:prisma|sql)$/;

/** Watches those of the paths that count; paths that are watched already stay so. */
export type Watch = (paths: Iterable<string>, changed: () => void) => void;

export function watchesOf(host: ts.server.ServerHost, root: string): Watch {
  const watched = new Set<string>();
  return (paths, changed) => {
    for (const path of [CONFIG_FILE, ...paths]) {
      if (watched.size >= MOST) return;
      if (watched.has(path) || !(path === CONFIG_FILE || SHAPING.test(path))) continue;
      watched.add(path);
      host.watchFile(`${root}/${path}`, () => changed(), POLLING);
    }
  };
}
