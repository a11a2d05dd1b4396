// https://inversify.io/docs/fundamentals/binding/ · https://inversify.io/docs/api/decorator/
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "Inversify",
  packages: ["inversify", "@inversifyjs/container", "@inversifyjs/core"],
  receivers: [],
  binding: {
    binds: ["bind", "rebind", "rebindSync"],
    to: {
      to: "class",
      toSelf: "itself",
      toConstantValue: "value",
      toConstructor: "value",
      toFunction: "value",
      toDynamicValue: "function",
      toFactory: "function",
      toProvider: "function",
      toService: "alias",
    },
    injects: ["inject", "multiInject", "lazyInject"],
  },
});
