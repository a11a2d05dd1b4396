// https://unstorage.unjs.io/guide · https://nitro.build/guide/storage · https://hub.nuxt.com/docs/kv
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Key-value storage (unstorage)",
  category: "cache",
  packages: ["unstorage", "nitropack/runtime", "nitro/storage", "hub:kv"],
  clients: ["createStorage()", "useStorage()", "prefixStorage()", "kv", "hubKV()"],
  calls: {
    "getItem|getItems|getItemRaw|hasItem|getMeta|getKeys|get|has|keys": { access: "read", target: "$0" },
    "setItem|setItemRaw|setMeta|set": { access: "write", operation: "set", target: "$0", data: "$1" },
    setItems: { access: "write", operation: "set", data: "$0" },
    "removeItem|removeMeta|clear|del|remove": { access: "write", operation: "delete", target: "$0" },
  },
});
