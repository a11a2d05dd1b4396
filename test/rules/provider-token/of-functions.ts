// A package that is a function, and takes its key.
import cutlass from "cutlass";
import harbor from "@quay/harbor";
import initTrellis from "inittrellis";
import slugify from "slugify";
import { lantern } from "./lantern";

export const client = cutlass("«32»"); // expect: provider-token
//                             ^^^^ A secret (Cutlass)
export const path = slugify("«32»"); // silent: made into another text
export const own = lantern("«32»"); // silent: a function of one's own
export const other = harbor("«32»"); // silent: nothing says that it opens a service
export const page = initTrellis("«32»"); // silent: what a page is set up with
