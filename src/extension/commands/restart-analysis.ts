import type { Command } from "../session.ts";

/** Ends the worker and reads everything again. */
export const restartAnalysis: Command = {
  id: "hardpath.restartAnalysis",
  title: "Restart Analysis",
  run: (session) => session.client.restart(),
};
