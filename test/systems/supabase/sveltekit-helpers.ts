// https://supabase.com/docs/guides/auth/auth-helpers/sveltekit
// file: src/hooks.server.ts
import { getSupabase } from "@supabase/auth-helpers-sveltekit";

export const handle = async ({ event, resolve }) => {
  const { session, supabaseClient } = await getSupabase(event);
  event.locals.session = session;
  event.locals.supabaseClient = supabaseClient;
  return resolve(event);
};

// file: src/routes/orders/+page.server.ts
import { error } from "@sveltejs/kit";

export const load = async ({ locals }) => {
  if (!locals.session) throw error(401); // guard: authentication inline check
  const { data } = await locals.supabaseClient.from("orders").select("*"); // effect: read supabase orders, read
  return { data };
};
