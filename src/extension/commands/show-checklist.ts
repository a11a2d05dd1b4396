import { offerRemembered } from "../fixes/checklist.ts";
import type { Command } from "../session.ts";

/** After a fix: says which steps remain for a person. Run by the light bulb, so it stands in no menu. */
export const showChecklist: Command = {
  id: "hardpath.showChecklist",
  title: "Show Steps After a Fix",
  run() {
    // The light bulb is done when the command is: nobody waits for the answer.
    void offerRemembered();
  },
};
