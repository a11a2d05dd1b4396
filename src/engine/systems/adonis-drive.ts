// https://docs.adonisjs.com/guides/digging-deeper/drive
import { type CallView, defineSystem } from "./define-system.ts";
import { literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "AdonisJS Drive",
  category: "filestore",
  packages: ["@adonisjs/drive/services/main", "@ioc:Adonis/Core/Drive"],
  clients: ["default", ""],
  same: ["use"],
  calls: {
    "get|getStream|getBytes|getArrayBuffer|getMetaData|getVisibility|exists|listAll|getUrl|getSignedUrl": (call) => ({
      access: "read",
      ...key(call, 0),
    }),
    "put|putStream|setVisibility": (call) => ({ access: "write", operation: "set", ...key(call, 0), data: "$1" }),
    "copy|move|copyFromFs|moveFromFs": (call) => ({ access: "write", operation: "set", ...key(call, 1) }),
    "delete|deleteAll": (call) => ({ access: "write", operation: "delete", ...key(call, 0) }),
  },
});

/** The file's key, where it is written out. */
function key(call: CallView, index: number): { readonly target?: string } {
  const text = literalText(call.arguments[index]);
  return text === undefined ? {} : { target: `=${text}` };
}
