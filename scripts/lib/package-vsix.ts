/** Where the packaged extension lies. */
import { fromRoot } from "./project.ts";

export const VSIX = fromRoot("hardpath.vsix");
