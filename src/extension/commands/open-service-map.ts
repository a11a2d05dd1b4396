import type { Command } from "../session.ts";

/** Opens the large map as an editor tab. */
export const openServiceMap: Command = {
  id: "hardpath.openServiceMap",
  title: "Open Service Map in Editor",
  run: (session) => session.map.openTab(undefined, undefined),
};
