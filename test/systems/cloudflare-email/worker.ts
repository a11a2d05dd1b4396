// file: wrangler.toml
send_email = [{ name = "MAIL" }]
// file: src/index.ts
export default {
  async fetch(request: Request, env) {
    await env.MAIL.send({ from: "a@example.com", to: "b@example.com", text: "Hello" }); // effect: call cloudflare-email b@example.com, send, unsafe
    return new Response("");
  },
};
