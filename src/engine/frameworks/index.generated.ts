/** Every framework, by id. Written by `npm run generate`. */
import type { Framework } from "./define-framework.ts";

export const FRAMEWORKS: readonly Framework[] = [];
