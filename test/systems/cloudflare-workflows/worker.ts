// file: wrangler.toml
[[workflows]]
name = "sign-up"
binding = "SIGN_UP"
class_name = "SignUp"
// file: src/index.ts
export default {
  async fetch(request: Request, env) {
    const { id } = await request.json();
    await env.SIGN_UP.create({ id, params: {} }); // effect: publish cloudflare-workflows sign-up, publish, safe
    await env.SIGN_UP.create({ params: {} }); // effect: publish cloudflare-workflows sign-up, publish, unsafe
    await env.SIGN_UP.get(id); // effect: read cloudflare-workflows sign-up, read
    return new Response("");
  },
};
