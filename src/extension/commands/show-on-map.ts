import type { Command, Session } from "../session.ts";
import { choosePath } from "./pick.ts";

/** Selects a path on the map. */
export const showOnMap: Command = {
  id: "hardpath.showOnMap",
  title: "Show Path on Map",
  async run(session: Session, from?: unknown, id?: unknown) {
    const chosen = await choosePath(session, "Show Path on Map", from, id);
    if (chosen) await session.map.show(chosen.folder.uri, chosen.entry.entry.id);
  },
};
