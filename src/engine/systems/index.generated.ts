/** Every system, by id. Written by `npm run generate`. */
import type { System } from "./define-system.ts";

export const SYSTEMS: readonly System[] = [];
