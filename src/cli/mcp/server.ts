/**
 * The Model Context Protocol for one workspace.
 * https://modelcontextprotocol.io/specification/2025-06-18
 */
import type { OpenedWorkspace } from "../../node/open-workspace.ts";
import { programVersion } from "../program-version.ts";
import { assertConfiguration } from "../results.ts";
import { ERRORS, RpcError } from "./json-rpc.ts";
import { TOOLS, ToolError } from "./tools.ts";

const PROTOCOL = "2025-06-18";
/** Older revisions differ in nothing that is used here. */
const SUPPORTED = [PROTOCOL, "2025-03-26", "2024-11-05"];

const INSTRUCTIONS =
  "Hardpath reads TypeScript and JavaScript back ends. Call check after changing a handler, a query or a guard: every finding " +
  "is meant to be mended, not silenced. map shows the whole path of an entry point before you change it. explain tells what a " +
  "rule means. fix shows the edits for one finding, and applies them when asked to.";

/** Gives the result of a method. Throws {@link RpcError}. */
export function createServer(open: () => OpenedWorkspace) {
  let opened: OpenedWorkspace | undefined;

  return function handle(method: string, params: Readonly<Record<string, unknown>>): unknown {
    switch (method) {
      case "initialize": {
        const wanted = params["protocolVersion"];
        return {
          protocolVersion: typeof wanted === "string" && SUPPORTED.includes(wanted) ? wanted : PROTOCOL,
          capabilities: { tools: {} },
          serverInfo: { name: "hardpath", title: "Hardpath", version: programVersion() },
          instructions: INSTRUCTIONS,
        };
      }
      case "ping":
        return {};
      case "tools/list":
        return { tools: TOOLS.map(({ run: _, ...description }) => description) };
      case "tools/call":
        return callTool(params);
      default:
        if (method.startsWith("notifications/")) return undefined;
        throw new RpcError(ERRORS.method, `There is no method ${method}.`);
    }
  };

  function callTool(params: Readonly<Record<string, unknown>>): unknown {
    const tool = TOOLS.find(({ name }) => name === params["name"]);
    if (tool === undefined) throw new RpcError(ERRORS.parameters, `There is no tool ${params["name"]}.`);
    const given = params["arguments"] ?? {};
    if (typeof given !== "object" || given === null)
      throw new RpcError(ERRORS.parameters, "The arguments must be an object.");
    try {
      const result = tool.run(given as Readonly<Record<string, unknown>>, workspace);
      const structured = typeof result === "string" ? undefined : result;
      return {
        content: [{ type: "text", text: structured === undefined ? result : JSON.stringify(structured) }],
        ...(structured === undefined ? {} : { structuredContent: structured }),
      };
    } catch (error) {
      // What the agent can mend is an answer, not a failure of the protocol.
      if (!(error instanceof ToolError)) throw error;
      return { content: [{ type: "text", text: error.message }], isError: true };
    }
  }

  /** The workspace as it is on disk now. */
  function workspace(): OpenedWorkspace {
    if (opened === undefined) {
      try {
        opened = open();
      } catch (error) {
        throw new ToolError((error as Error).message);
      }
    } else {
      opened.refreshAll();
    }
    try {
      assertConfiguration(opened);
    } catch (error) {
      throw new ToolError((error as Error).message);
    }
    return opened;
  }
}
