// https://github.com/expressjs/multer#api · https://github.com/expressjs/multer/blob/main/StorageEngine.md
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Multer",
  category: "filestore",
  packages: ["multer", "@koa/multer"],
  clients: ["default()", "multer()"],
  calls: { "single()|array()|fields()|any()": stored },
});

/** What a form brings is stored while it is read, under a name that is new each time; in memory it is gone with the request. */
function stored(call: CallView): CallDefinition | undefined {
  const options = call.at("$default().0|$multer().0");
  const storage = field(options, "storage");
  if (storage?.kind === "external") {
    const name = storage.path.at(-1) ?? "";
    if (/^memoryStorage/.test(name)) return undefined;
    const system = /^diskStorage/.test(name) ? HERE : storage.package;
    return { access: "write", operation: "insert", target: "=files", system };
  }
  const dest = field(options, "dest");
  return dest && { access: "write", operation: "insert", target: "=files", system: HERE };
}

const HERE = "local-files";
