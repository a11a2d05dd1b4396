/**
 * Stands between tsserver and the plugin, and adds up the plugin's own time: what passes in its methods, less what
 * passes in the language service below it.
 */
const { writeFileSync } = require("node:fs");
const factory = require(process.env.HARDPATH_BENCH_PLUGIN);

let own = 0;
let below = 0;
process.on("exit", () => writeFileSync(process.env.HARDPATH_BENCH_OWN, JSON.stringify({ own })));

module.exports = (modules) => {
  const plugin = factory(modules);
  return {
    ...plugin,
    create(info) {
      const inner = timed(info.languageService, (ms) => {
        below += ms;
      });
      const made = plugin.create(
        new Proxy(info, { get: (target, key) => (key === "languageService" ? inner : target[key]) }),
      );
      return timed(made, (ms, before) => {
        own += ms - (below - before);
      });
    },
  };
};

/** The service with every method timed; only the outermost call counts. */
function timed(service, add) {
  let depth = 0;
  const methods = {};
  for (const key of Object.keys(service)) {
    const method = service[key];
    methods[key] =
      typeof method !== "function"
        ? method
        : (...args) => {
            if (depth > 0) return method.apply(service, args);
            depth++;
            const before = below;
            const start = performance.now();
            try {
              return method.apply(service, args);
            } finally {
              depth--;
              add(performance.now() - start, before);
            }
          };
  }
  return methods;
}
