import type { Command } from "../session.ts";

/** Opens the log. */
export const showOutput: Command = {
  id: "hardpath.showOutput",
  title: "Show Output",
  run: (session) => session.log.show(),
};
