// https://octokit.github.io/rest.js/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "GitHub",
  category: "externalApi",
  packages: ["@octokit/rest", "@octokit/core", "octokit", "@octokit/request", "@octokit/graphql", "@octokit/app"],
  clients: ["new Octokit()", "new App().getInstallationOctokit()", ""],
  calls: {
    "request|graphql": (call) => {
      const verb = literalText(call.arguments[0])?.split(" ")[0] ?? "";
      return { access: "call", operation: verb === "GET" || /^\s*(?:query\b|\{)/.test(verb) ? "read" : "call" };
    },
    "rest.*.*": endpoint,
    "*.*": endpoint,
  },
});

function endpoint(call: CallView): CallDefinition | undefined {
  const [area = "", method = ""] = call.path.slice(-2);
  if (/^(?:get|list|check|search|compare|download)/.test(method))
    return { access: "call", operation: "read", target: `=${area}` };
  return { access: "call", target: `=${area}` };
}
