// file: src/hooks.server.ts
import { createServerClient } from "@supabase/ssr";
import { redirect } from "@sveltejs/kit";
export const handle = async ({ event, resolve }) => {
  event.locals.supabase = createServerClient("https://x.supabase.co", "public", { cookies: event.cookies });
  const { data } = await event.locals.supabase.auth.getUser();
  event.locals.user = data.user;
  if (!data.user) redirect(303, "/sign-in");
  return resolve(event);
};

// file: src/routes/account/+page.server.ts
import type { Actions } from "./$types";
export const actions: Actions = {
  save: async ({ request, locals }) => {
    const fields = Object.fromEntries(await request.formData());
    await locals.supabase.from("profiles").update(fields).eq("id", locals.user.id); // expect: mass-assignment
  },
  rename: async ({ request, locals }) => {
    const { name } = Object.fromEntries(await request.formData());
    await locals.supabase.from("profiles").update({ name }).eq("id", locals.user.id); // silent: the name alone
  },
};
