// https://github.com/jeffijoe/awilix#usage · https://github.com/jeffijoe/awilix#auto-loading-modules · https://github.com/fastify/fastify-awilix#usage
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "Awilix",
  packages: ["awilix", "@fastify/awilix", "fastify-awilix", "awilix-express", "awilix-koa"],
  receivers: [],
  composes: /\.(?:resolve|cradle)\b/,
  container: {
    makers: { asClass: "class", asFunction: "function", asValue: "value", aliasTo: "alias" },
    registers: ["register"],
    loads: ["loadModules"],
    everything: "cradle",
  },
});
