/** Addresses that are secrets themselves, known by their path or by the end of their host: services that run anywhere. */
import type { InfixFormat } from "./infix-formats.ts";

export const ADDRESS_FORMATS: readonly InfixFormat[] = [
  // https://developers.mattermost.com/integrate/webhooks/incoming
  {
    id: "mattermost-webhook-url",
    title: "Mattermost",
    marker: "/hooks/",
    before: 100,
    head: /[\w.:-]/,
    variable: "MATTERMOST_WEBHOOK_URL",
    expression: /(?<=:\/\/)[\w.-]{4,90}(?::\d{2,5})?\/hooks\/[a-z0-9]{26}(?![\w/-])/y,
    accept: (address) => /\d.*\d/.test(address.slice(-26)) && /[a-z].*[a-z]/.test(address.slice(-26)),
  },
  // https://docs.rocket.chat/docs/integrations
  {
    id: "rocketchat-webhook-url",
    title: "Rocket.Chat",
    marker: "/hooks/",
    before: 100,
    head: /[\w.:-]/,
    variable: "ROCKETCHAT_WEBHOOK_URL",
    expression: /(?<=:\/\/)[\w.-]{4,90}(?::\d{2,5})?\/hooks\/[A-Za-z0-9]{17,24}\/[A-Za-z0-9]{40,64}(?![\w/-])/y,
  },
  // https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook
  {
    id: "n8n-webhook-url",
    title: "n8n",
    marker: "/webhook/",
    before: 100,
    head: /[\w.:-]/,
    variable: "N8N_WEBHOOK_URL",
    expression:
      /(?<=:\/\/)(?=[\w.-]{0,60}n8n)[\w.-]{4,90}(?::\d{2,5})?\/webhook\/[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}(?![\w-])/y,
  },
  // The name of the host is the key. https://pipedream.com/docs/workflows/triggers
  {
    id: "pipedream-webhook-url",
    title: "Pipedream",
    marker: ".m.pipedream.net",
    before: 30,
    head: /[a-z0-9]/,
    variable: "PIPEDREAM_WEBHOOK_URL",
    expression: /(?<=:\/\/)e[a-z0-9]{12,24}\.m\.pipedream\.net(?:\/[\w/-]{0,80})?/y,
  },
  // https://learn.microsoft.com/power-automate/triggers-introduction: the signature opens the flow.
  ...[".logic.azure.com", ".powerplatform.com"].map(
    (marker): InfixFormat => ({
      id: "power-automate-webhook-url",
      title: "Power Automate",
      marker,
      before: 90,
      head: /[\w.-]/,
      variable: "POWER_AUTOMATE_WEBHOOK_URL",
      expression: new RegExp(
        String.raw`(?<=:\/\/)[\w.-]{4,80}${marker.replaceAll(".", "\\.")}(?::\d{2,5})?\/[^\s"'\x60<>\\]{20,400}?&sig=[\w%.~-]{20,90}`,
        "y",
      ),
    }),
  ),
  // https://www.zoho.com/cliq/help/platform/webhook-tokens.html
  ...["cliq.zoho.com/api/", "cliq.zoho.eu/api/", "cliq.zoho.in/api/"].map(
    (marker): InfixFormat => ({
      id: "zoho-webhook-url",
      title: "Zoho",
      marker,
      before: 0,
      head: /[^\s\S]/,
      variable: "ZOHO_CLIQ_WEBHOOK_URL",
      expression: /cliq\.zoho\.(?:com|eu|in)\/api\/[\w/.-]{4,160}\?zapikey=1001\.[a-f0-9]{32}\.[a-f0-9]{32}(?!\w)/y,
    }),
  ),
];
