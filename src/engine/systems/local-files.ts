// https://nodejs.org/api/fs.html
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Local files",
  category: "filestore",
  packages: ["node:fs", "fs-extra", "graceful-fs"],
  traits: { ownMachine: true },
  clients: ["", "promises"],
  calls: {
    "writeFile|writeFileSync|copyFile|copyFileSync|rename|renameSync|createWriteStream|truncate|cp|cpSync|symlink|outputFile|outputJson|writeJson|move|copy":
      { access: "write", operation: "set", target: "=files", where: "$0", data: "$1" },
    "appendFile|appendFileSync": { access: "write", operation: "append", target: "=files", where: "$0", data: "$1" },
    "unlink|unlinkSync|rm|rmSync|rmdir|rmdirSync|remove|removeSync|emptyDir": {
      access: "write",
      operation: "delete",
      target: "=files",
      where: "$0",
    },
    "readFile|readFileSync|createReadStream|readdir|readdirSync|readJson|readJSON|opendir": {
      access: "read",
      target: "=files",
      where: "$0",
    },
  },
});
