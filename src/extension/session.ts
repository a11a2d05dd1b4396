/** What commands work with: the parts of a running extension, by name. */
import type * as vscode from "vscode";
import type { Atlases } from "./atlases.ts";
import type { PathsView } from "./views/paths.ts";
import type { ServiceMapView } from "./views/service-map.ts";
import type { AnalysisClient } from "./worker/client.ts";

export interface Session {
  readonly client: AnalysisClient;
  readonly atlases: Atlases;
  readonly map: ServiceMapView;
  readonly paths: PathsView;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** A command: one file each in `commands/`. `title` is what the palette shows, as in `package.nls.json`. */
export interface Command {
  readonly id: string;
  readonly title: string;
  run(session: Session, ...parameters: never[]): unknown;
}
