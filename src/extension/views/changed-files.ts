/**
 * Files that differ from the last commit, from VS Code's own Git extension where it runs.
 * https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts
 */
import * as vscode from "vscode";

/** The part of the Git extension's API that is used. */
interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
}

interface GitRepository {
  readonly state: {
    readonly workingTreeChanges: readonly GitChange[];
    readonly indexChanges: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange: vscode.Event<void>;
  };
}

interface GitChange {
  readonly uri: vscode.Uri;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Paths inside the folder, with forward slashes; undefined where Git is not there. */
export function changedFiles(folder: vscode.Uri): readonly string[] | undefined {
  const api = gitApi();
  if (!api || api.repositories.length === 0) return undefined;
  const root = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  const changes = api.repositories.flatMap(({ state }) => [
    ...state.workingTreeChanges,
    ...state.indexChanges,
    ...(state.untrackedChanges ?? []),
  ]);
  const paths = changes.map(({ uri }) => uri.path).filter((path) => path.startsWith(root));
  return [...new Set(paths.map((path) => path.slice(root.length)))].sort();
}

/** Calls back when what Git sees may have changed. */
export function onDidChangeGit(listener: () => void): vscode.Disposable {
  const disposables: vscode.Disposable[] = [];
  const api = gitApi();
  if (api) {
    const watch = (repository: GitRepository) => disposables.push(repository.state.onDidChange(listener));
    for (const repository of api.repositories) watch(repository);
    disposables.push(api.onDidOpenRepository(watch));
  }
  return { dispose: () => vscode.Disposable.from(...disposables).dispose() };
}

/** Only where the extension is active already: the map is no reason to start Git. */
function gitApi(): GitApi | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  if (!extension?.isActive || !extension.exports.enabled) return undefined;
  try {
    return extension.exports.getAPI(1);
  } catch {
    return undefined;
  }
}
