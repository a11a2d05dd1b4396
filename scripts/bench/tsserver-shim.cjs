/**
 * Stands between tsserver and the plugin, and adds up the plugin's own time: what passes in its methods, less what
 * passes in the language service below it; and apart from that what it does later, in timers. Counts from a signal on.
 */
const { writeFileSync } = require("node:fs");
const factory = require(process.env.HARDPATH_BENCH_PLUGIN);

/** By answer: each begins with the semantic diagnostics. */
let own = [0];
let below = 0;
let later = 0;
process.on("SIGUSR2", () => {
  own = [];
  later = 0;
});
process.on("exit", () => writeFileSync(process.env.HARDPATH_BENCH_OWN, JSON.stringify({ own, later })));

module.exports = (modules) => {
  const plugin = factory(modules);
  return {
    ...plugin,
    create(info) {
      const inner = timed(info.languageService, (ms) => {
        below += ms;
      });
      const made = plugin.create(
        new Proxy(info, {
          get(target, key) {
            if (key === "languageService") return inner;
            return key === "serverHost" ? timedHost(target.serverHost) : target[key];
          },
        }),
      );
      return timed(made, (ms, before, method) => {
        if (method === "getSemanticDiagnostics" || own.length === 0) own.push(0);
        own[own.length - 1] += ms - (below - before);
      });
    },
  };
};

/** The host whose timers are timed. */
function timedHost(host) {
  return {
    ...host,
    setTimeout: (callback, ...rest) =>
      host.setTimeout(
        () => {
          const start = performance.now();
          callback();
          later += performance.now() - start;
        },
        ...rest,
      ),
  };
}

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
              add(performance.now() - start, before, key);
            }
          };
  }
  return methods;
}
