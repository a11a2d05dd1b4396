/**
 * The tsserver plugin: findings in open TypeScript and JavaScript files while somebody types, in every editor that speaks
 * with tsserver.
 *
 * tsserver calls the factory, and `create`, once per project; what is known is shared by all projects of a process, for
 * one workspace folder has often many. Nothing is done before the first diagnostics are asked for.
 */
import type ts from "typescript";
import { getCodeFixesAtPosition } from "./methods/get-code-fixes-at-position.ts";
import { getCombinedCodeFix } from "./methods/get-combined-code-fix.ts";
import { getRegionSemanticDiagnostics } from "./methods/get-region-semantic-diagnostics.ts";
import { getSemanticDiagnostics } from "./methods/get-semantic-diagnostics.ts";
import { answerRequests } from "./protocol.ts";
import { createSession, type Session } from "./session.ts";
import { registerCodes } from "./supported-codes.ts";

/** tsserver's `LanguageServiceMode.Semantic`; the others are servers that answer no questions of meaning. */
const SEMANTIC = 0;

let session: Session | undefined;

/** What tsserver loads: the build makes it the module itself. */
export default function factory(modules: { typescript: typeof ts }): ts.server.PluginModule {
  return {
    create(info) {
      const { languageService, project } = info;
      try {
        if (project.projectService.serverMode !== SEMANTIC) return languageService;
        session ??= createSession(modules.typescript, info.serverHost, (line) =>
          project.projectService.logger.info(`[hardpath] ${line}`),
        );
        session.configure(info.config);
        registerCodes(modules.typescript);
        answerRequests(info, session);
        return withMethods(info, session);
      } catch (error) {
        project.projectService.logger.info(`[hardpath] not started: ${error instanceof Error ? error.stack : error}`);
        return languageService;
      }
    },
    onConfigurationChanged(config) {
      session?.configure(config);
    },
  };
}

/** The language service with our methods in place of some; the others are passed on. */
function withMethods(info: ts.server.PluginCreateInfo, session: Session): ts.LanguageService {
  const below = info.languageService as unknown as Record<string, (...args: unknown[]) => unknown>;
  const service: Record<string, unknown> = {};
  for (const key of Object.keys(below)) {
    const method = below[key];
    service[key] = typeof method === "function" ? (...args: unknown[]) => method.apply(below, args) : method;
  }
  return Object.assign(service, {
    getSemanticDiagnostics: getSemanticDiagnostics(info, session),
    ...getRegionSemanticDiagnostics(info, session),
    getCodeFixesAtPosition: getCodeFixesAtPosition(info, session),
    getCombinedCodeFix: getCombinedCodeFix(info, session),
  }) as unknown as ts.LanguageService;
}
