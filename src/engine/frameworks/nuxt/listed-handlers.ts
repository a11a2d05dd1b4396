/**
 * Handlers and schedules that the settings of Nitro or Nuxt list, beside those that are found by their place.
 * https://nitro.build/config#handlers · https://nuxt.com/docs/api/nuxt-config#serverhandlers · https://nitro.build/guide/tasks#scheduled-tasks
 */
import type { Term } from "../../model/term.ts";
import type { TermView } from "../define-framework.ts";

export const SETTINGS_FILE = /^(.*?)(?:^|\/)(?:nitro|nuxt)\.config\.[cm]?[jt]s$/;

export interface ListedHandler {
  readonly route: string;
  readonly method: string;
  readonly isMiddleware: boolean;
  /** What the file exports. */
  readonly handler: Term;
}

/** What `defineNitroConfig({ … })` is given, or the object itself. */
function settingsOf(written: Term): Term {
  if (written.kind === "external") return written.arguments?.[0] ?? written;
  return written.kind === "result" ? (written.of.arguments[0] ?? written) : written;
}

/** `handlers: [{ route: "/api/pay", method: "post", handler: "./server/pay" }]`; Nuxt calls them `serverHandlers`. */
export function listedHandlers(terms: TermView, folder: string, written: Term): readonly ListedHandler[] {
  const settings = settingsOf(written);
  const lists = [
    terms.member(settings, "handlers"),
    terms.member(settings, "serverHandlers"),
    terms.member(terms.member(settings, "nitro"), "handlers"),
  ];
  return lists.flatMap((list) =>
    terms.items(list).flatMap((listed): readonly ListedHandler[] => {
      const route = terms.text(terms.member(listed, "route"));
      const named = terms.text(terms.member(listed, "handler"));
      const file = named === undefined ? undefined : fileOf(terms, folder, named);
      if (file === undefined) return [];
      const middleware = terms.member(listed, "middleware");
      return [
        {
          route: (route ?? "/**").replace(/\*\*:?(\w*)$/, (_, name: string) => `:${name || "path"}*`),
          method: terms.text(terms.member(listed, "method"))?.toUpperCase() ?? "ALL",
          isMiddleware: route === undefined || (middleware?.kind === "literal" && middleware.value === true),
          handler: terms.exported(file, "default"),
        },
      ];
    }),
  );
}

/** `scheduledTasks: { "0 * * * *": ["db:clean"] }`: what each task's file exports. */
export function scheduledTasks(
  terms: TermView,
  folder: string,
  written: Term,
): readonly { readonly schedule: string; readonly task: Term }[] {
  const settings = settingsOf(written);
  const tables = [
    terms.member(settings, "scheduledTasks"),
    terms.member(terms.member(settings, "nitro"), "scheduledTasks"),
  ];
  return tables.flatMap((table) =>
    terms.fields(table).flatMap(({ name: schedule, value }) =>
      (terms.texts(value) ?? []).flatMap((task) => {
        const path = task.replace(/:/g, "/");
        const file = fileOf(terms, folder, `./server/tasks/${path}`) ?? fileOf(terms, folder, `./tasks/${path}`);
        return file === undefined ? [] : [{ schedule, task: terms.exported(file, "default") }];
      }),
    ),
  );
}

/** `~` is the folder of the sources, `~~` the one of the settings. */
function fileOf(terms: TermView, folder: string, named: string): string | undefined {
  const rest = named.replace(/^(?:~~?|@@?|\.)\//, "");
  const bases = named.startsWith("~/") || named.startsWith("@/") ? ["app/", "src/", ""] : [""];
  const prefix = folder === "" ? "" : `${folder}/`;
  return terms.file(
    bases.flatMap((base) =>
      ["", ".ts", ".js", ".mjs", "/index.ts", "/index.js"].map((end) => `${prefix}${base}${rest}${end}`),
    ),
  );
}
