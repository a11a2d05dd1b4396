/** The text of `process-once.ts` in a project: the same for all stores but for how ids are taken and given back. */
import { indentLines } from "../code/helper-file.ts";
import { exported, type HelperContext, type Store, typed } from "../stores/store.ts";

export function processOnceText(store: Store, context: HelperContext): string {
  const { style } = context;
  const parts = store.processOnce(context);
  const { before, after } = exported(style, "processOnce");
  const type = typed(
    style,
    `export type Once<T> = { outcome: "done"; value: T } | { outcome: "duplicate" | "busy"; value?: undefined };\n\n`,
  );
  const list = [
    ...(parts.client === "" ? [] : [parts.client]),
    `source${typed(style, ": string")}`,
    `eventId${typed(style, ": string")}`,
    `work${typed(style, ": () => Promise<T>")}`,
  ];
  const parameters = style.typed ? `\n  ${list.join(",\n  ")},\n` : list.join(", ");
  return `${parts.imports}${parts.imports === "" ? "" : "\n"}${type}${parts.above ? `${parts.above}\n\n` : ""}/**
 * Runs the work of an event once, however often it is delivered.
 *
 * The id is taken first: of two deliveries at the same time, one works and the other is \`busy\`. Work that fails gives
 * the id back, so that the next delivery tries again. An id whose process died is free again after five minutes.
 */
${before}async function processOnce${typed(style, "<T>")}(${parameters})${typed(style, ": Promise<Once<T>>")} {
${indentLines(parts.claim)}
  let value${typed(style, ": T")};
  try {
    value = await work();
  } catch (error) {
${indentLines(indentLines(parts.release))}
    throw error;
  }
${indentLines(parts.complete)}
  return { outcome: "done", value };
}
${after}`;
}
