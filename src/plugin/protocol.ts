/** `_hardpath`: a request by which the extension asks whether the plugin is alive, and for which files. */
import type ts from "typescript";
import type { Session } from "./session.ts";

/** The request's name; VS Code passes on requests that begin with an underscore. */
const REQUEST = "_hardpath";

export interface HardpathAnswer {
  readonly alive: true;
  /** TypeScript's version. */
  readonly typescript: string;
  /** Who supplies the fixes. */
  readonly fixes: Session["fixes"];
  /** Open files that the plugin has findings of, or knows to have none: absolute names. */
  readonly files: readonly string[];
}

const answering = new WeakSet<object>();

export function answerRequests(info: ts.server.PluginCreateInfo, session: Session): void {
  const server = info.session as
    | (ts.server.Session<unknown> & { addProtocolHandler?: ts.server.Session["addProtocolHandler"] })
    | undefined;
  if (!server?.addProtocolHandler || answering.has(server)) return;
  answering.add(server);
  const { projectService } = info.project;
  try {
    server.addProtocolHandler(REQUEST, () => ({ response: answer(projectService, session), responseRequired: true }));
  } catch (error) {
    // Registered already, by a second copy of the plugin.
    projectService.logger.info(`[hardpath] ${error instanceof Error ? error.message : error}`);
  }
}

function answer(projectService: ts.server.ProjectService, session: Session): HardpathAnswer {
  const open = [...projectService.openFiles.keys()].flatMap(
    (path) => projectService.getScriptInfoForPath(path as ts.Path)?.fileName ?? [],
  );
  return {
    alive: true,
    typescript: session.typescript.version,
    fixes: session.fixes,
    files: open.filter((fileName) => session.locate(fileName)?.analysis.ready === true),
  };
}
