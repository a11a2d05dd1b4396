// Addresses that are secrets: who knows one can post, deploy or start a workflow.
export const chat = "https://chat.harbour.dev/hooks/k«24h»r"; // expect: provider-token
export const room = "https://talk.harbour.dev/hooks/«17»/«43»"; // expect: provider-token
export const deploy =
  "https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/«8h»-«4h»-«4h»-«4h»-«12h»"; // expect: provider-token
export const table = "https://hooks.airtable.com/workflows/v1/genericWebhook/app«14»/wfl«14»/wtr«14»"; // expect: provider-token
export const flow = "https://e«14h».m.pipedream.net/order"; // expect: provider-token
export const page = "https://harbour.dev/hooks/use-state"; // silent: a page
export const answer = "https://hooks.slack.com/response/123"; // silent: not a hook's address
export const longer = "https://chat.harbour.dev/hooks/«40h»"; // silent: longer than such an address is
