// Types that a file of server actions exports are no actions.
// file: app/actions/contact.ts
"use server";
import { z } from "zod";

const Contact = z.object({ mail: z.string() });

export type ContactInput = z.infer<typeof Contact>;
export type Answer = { success: boolean };

export async function contact(input: z.infer<typeof Contact>): Promise<Answer> { // entry: ACTION contact
  return { success: Contact.safeParse(input).success };
}
