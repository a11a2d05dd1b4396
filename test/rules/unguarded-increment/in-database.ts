// file: supabase/migrations/1_init.sql
create table vouchers (code text primary key, used int not null default 0);
create table grants (request_id uuid primary key, owner uuid);
create table purses (id uuid primary key, points int);
create or replace function take_voucher(p_code text) returns boolean language plpgsql as $$
declare
  v_id uuid;
begin
  update vouchers set used = used + 1 where code = p_code and used < 10 returning id into v_id;
  if v_id is null then
    return false;
  end if;
  return true;
end $$;
create function give_points(p_request uuid, p_owner uuid, p_points int) returns boolean language plpgsql as $$
begin
  insert into grants (request_id, owner) values (p_request, p_owner) on conflict do nothing;
  if not found then return false; end if;
  update purses set points = points + p_points where id = p_owner;
  return true;
end $$;
create function pay_once(p_owner uuid, p_request uuid) returns void language plpgsql as $$
begin
  if exists (select 1 from grants where request_id = p_request) then
    return;
  end if;
  update purses set points = points - 1 where id = p_owner;
end $$;
// file: src/hooks.server.ts
import { createServerClient } from "@supabase/ssr";
import { sequence } from "@sveltejs/kit/hooks";
const store = async ({ event, resolve }) => {
  event.locals.store = createServerClient(process.env.URL, process.env.KEY, {});
  return resolve(event);
};
const other = async ({ event, resolve }) => resolve(event);
export const handle = sequence(store, other);
// file: src/routes/vouchers/+page.server.ts
import { fail } from "@sveltejs/kit";
export const actions = {
  take: async ({ request, locals }) => {
    const code = String((await request.formData()).get("code"));
    const { data } = await locals.store.rpc("take_voucher", { p_code: code }); // expect: unguarded-increment
    if (!data) return fail(404);
  },
  give: async ({ request, locals }) => {
    const form = await request.formData();
    await locals.store.rpc("give_points", { p_request: form.get("request"), p_owner: form.get("owner"), p_points: 5 }); // silent: the grant is claimed first
  },
  pay: async ({ request, locals: { store } }) => {
    const form = await request.formData();
    await store.rpc("pay_once", { p_owner: form.get("owner"), p_request: form.get("request") }); // silent: it is looked up first
  },
  other: async ({ request, locals }) => {
    await locals.store.rpc("of_another_schema", {}); // silent: nobody knows what it does
  },
};
// file: src/routes/likes/[id]/+server.ts
export const POST = async ({ locals, params }) => {
  const row = { post_id: params.id, user_id: locals.user.id };
  const { data: liked } = await locals.store.from("likes").select("post_id").match(row).maybeSingle();
  if (liked) await locals.store.from("likes").delete().match(row);
  else await locals.store.from("likes").insert(row); // expect: unguarded-increment
  return new Response();
};
