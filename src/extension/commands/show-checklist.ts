import { offerRemembered, openChecklist } from "../fixes/checklist.ts";
import type { Command, Session } from "../session.ts";

/**
 * After a fix: says which steps remain for a person. With a title and steps: opens them. Run by the light bulb, so it
 * stands in no menu.
 */
export const showChecklist: Command = {
  id: "hardpath.showChecklist",
  title: "Show Steps After a Fix",
  async run(_session: Session, title?: unknown, steps?: unknown) {
    if (typeof title === "string" && Array.isArray(steps)) return openChecklist(title, steps.map(String));
    // The light bulb is done when the command is: nobody waits for the answer.
    void offerRemembered();
  },
};
