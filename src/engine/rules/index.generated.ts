/** Every rule, by id. Written by `npm run generate`. */
import type { Rule } from "./define-rule.ts";

export const RULES: readonly Rule[] = [];
