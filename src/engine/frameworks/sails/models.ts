// https://sailsjs.com/documentation/concepts/models-and-orm/models#?custom-model-methods · https://sailsjs.com/documentation/concepts/extending-sails/hooks
/** What models have beside what Waterline gives them: what their definitions say, and what hooks put on them. */
import type { Term } from "../../model/term.ts";
import type { ReachView } from "../reach.ts";

/** https://sailsjs.com/documentation/reference/waterline-orm/models, and what Waterline itself reads of a definition. */
const OF_WATERLINE =
  /^(?:find|findOne|findOrCreate|create|createEach|update|updateOne|destroy|destroyOne|archive|archiveOne|count|sum|avg|stream|native|query|addToCollection|removeFromCollection|replaceCollection|getDatastore|validate|attributes|tableName|datastore|primaryKey|schema|migrate|identity|globalId|associations|(?:before|after)(?:Create|Update|Destroy))$/;

/** `Order.STATES`, `Order.findPaid`; `Order.queries.findPaid` where a hook puts what its files export under a name. */
export function memberOfModel(
  view: ReachView,
  of: Term & { readonly kind: "external" },
  name: string,
): Term | undefined {
  const [models, model, namespace, ...rest] = of.path;
  if (of.package !== "waterline" || models !== "models" || model === undefined || rest.length > 0) return undefined;
  if (namespace === undefined) return OF_WATERLINE.test(name) ? undefined : fromDefinition(view, model, name);
  return OF_WATERLINE.test(namespace) ? undefined : fromHook(view, model, namespace, name);
}

function fromDefinition(view: ReachView, model: string, name: string): Term | undefined {
  const [file, ...others] = filesOf(view, model).filter(({ folder }) => folder === "models");
  if (!file || others.length > 0) return undefined;
  const member = view.member(view.exported(file.path, "*"), name);
  return member.kind === "undefined" || member.kind === "unknown" || member.kind === "member" ? undefined : member;
}

/** The one file of a hook that is called like the model and exports this; the hook itself says the name that it goes by. */
function fromHook(view: ReachView, model: string, namespace: string, name: string): Term | undefined {
  const [file, ...others] = filesOf(view, model).filter(
    ({ folder, hook, path }) =>
      folder === "hooks" &&
      hook !== undefined &&
      says(view, hook, namespace) &&
      [...view.exportNames(path)].includes(name),
  );
  return file && others.length === 0 ? view.exported(file.path, name) : undefined;
}

function says(view: ReachView, hook: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(view.read(`${hook}/index.js`) ?? view.read(`${hook}/index.ts`) ?? "");
}

interface ModelFile {
  readonly path: string;
  readonly folder: "models" | "hooks";
  /** The folder of the hook that it lies in. */
  readonly hook: string | undefined;
}

const FILE = /^((?:.*\/)?api\/(?:(models)|hooks\/[^/]+))\/(?:.+\/)?(\w+)\.[jt]s$/;
const BY_MODEL = {};

/** Files in `api/models` and in the folders of hooks, by what a model of that name is called: its name in small letters. */
function filesOf(view: ReachView, model: string): readonly ModelFile[] {
  const all = view.rememberForFiles(BY_MODEL, () => {
    const made = new Map<string, ModelFile[]>();
    for (const path of view.paths()) {
      const [, folder, models, name = ""] = FILE.exec(path) ?? [];
      if (folder === undefined) continue;
      const found: ModelFile = models
        ? { path, folder: "models", hook: undefined }
        : { path, folder: "hooks", hook: folder };
      const key = name.toLowerCase();
      const before = made.get(key);
      if (before) before.push(found);
      else made.set(key, [found]);
    }
    return made;
  });
  return all.get(model) ?? [];
}
