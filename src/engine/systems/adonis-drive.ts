// https://docs.adonisjs.com/guides/digging-deeper/drive
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "AdonisJS Drive",
  category: "filestore",
  packages: ["@adonisjs/drive/services/main", "@ioc:Adonis/Core/Drive"],
  clients: ["default", ""],
  same: ["use"],
  calls: {
    "get|getStream|getBytes|getArrayBuffer|getMetaData|getVisibility|exists|listAll|getUrl|getSignedUrl": {
      access: "read",
      target: "$0",
    },
    "put|putStream|setVisibility": { access: "write", operation: "set", target: "$0", data: "$1" },
    "copy|move|copyFromFs|moveFromFs": { access: "write", operation: "set", target: "$1" },
    "delete|deleteAll": { access: "write", operation: "delete", target: "$0" },
  },
});
