import type { Command } from "../session.ts";

/** Brings the map into view. */
export const showServiceMap: Command = {
  id: "hardpath.showServiceMap",
  title: "Show Service Map",
  run: (session) => session.map.show(),
};
