/**
 * Addresses that are secrets themselves: who knows one can post, deploy or start a workflow.
 *
 * The formats are those of each service's page on incoming webhooks, deploy hooks or alert integrations.
 */
import { defineProvider } from "./define-provider.ts";

const UUID = "hex:8 - hex:4 - hex:4 - hex:4 - hex:12";

export default [
  // Chats.
  ...defineProvider("Guilded", ["guilded-webhook-url", "media.guilded.gg/webhooks/", `${UUID} / w:60-100`]),
  ...defineProvider("Webex", [
    "webex-webhook-url",
    "webexapis.com/v1/webhooks/incoming/|api.ciscospark.com/v1/webhooks/incoming/",
    "w:60-120",
  ]),
  ...defineProvider("Flock", ["flock-webhook-url", "api.flock.com/hooks/sendMessage/", UUID]),
  ...defineProvider("Feishu", ["feishu-webhook-url", "open.feishu.cn/open-apis/bot/v2/hook/", UUID]),
  ...defineProvider("Lark", ["lark-webhook-url", "open.larksuite.com/open-apis/bot/v2/hook/", UUID]),
  ...defineProvider("Pumble", [
    "pumble-webhook-url",
    "api.pumble.com/workspaces/",
    "an:16-32 /incomingWebhooks/postMessage/ an:16-40",
  ]),
  ...defineProvider("Chanty", ["chanty-webhook-url", "api.chanty.com/webhooks/", "an:24-64"]),
  ...defineProvider("JANDI", ["jandi-webhook-url", "wh.jandi.com/connect-api/webhook/", "d:4-12 / hex:32"]),
  ...defineProvider("Ryver", ["ryver-webhook-url", ".ryver.com/application/webhook/", "w:16-80"]),
  ...defineProvider("Swit", ["swit-webhook-url", "hook.swit.io/chat/", "an:8-40 / an:8-40"]),
  ...defineProvider("Discord", [
    "discord-webhook-url",
    "discord.com/api/v6/webhooks/|discord.com/api/v7/webhooks/",
    "d:16-21 / w:60-72",
    { variable: "DISCORD_WEBHOOK_URL" },
  ]),
  // Automation.
  ...defineProvider("Airtable", [
    "airtable-webhook-url",
    "hooks.airtable.com/workflows/v1/genericWebhook/",
    "an:17 / an:17 / an:17",
  ]),
  ...defineProvider("Activepieces", ["activepieces-webhook-url", "cloud.activepieces.com/api/v1/webhooks/", "an:21"]),
  ...defineProvider("n8n", ["n8n-webhook-url", ".app.n8n.cloud/webhook/|.app.n8n.cloud/webhook-test/", UUID]),
  ...defineProvider("Pabbly", ["pabbly-webhook-url", "connect.pabbly.com/workflow/sendwebhookdata/", "w:20-160"]),
  ...defineProvider("Workato", [
    "workato-webhook-url",
    "www.workato.com/webhooks/rest/|webhooks.workato.com/webhooks/rest/",
    `${UUID} / w:2-80`,
  ]),
  ...defineProvider("Hookdeck", [
    "hookdeck-webhook-url",
    "hkdk.events/|events.hookdeck.com/e/src_|events.hookdeck.com/e/",
    "an:12-32",
  ]),
  ...defineProvider("Zapier", [
    "zapier-webhook-url",
    "hooks.zapier.com/hooks/standard/",
    "an:4-12 / an:4-36",
    { variable: "ZAPIER_WEBHOOK_URL" },
  ]),
  ...defineProvider("Make", [
    "make-webhook-url",
    "hook.make.com/|hook.eu1.make.celonis.com/|hook.us1.make.celonis.com/|hook.eu1.integromat.celonis.com/",
    "low:28-36",
    { variable: "MAKE_WEBHOOK_URL" },
  ]),
  ...defineProvider("Relay.app", ["relay-webhook-url", "hook.relay.app/api/v1/playbook/", "w:16-40 /trigger/ w:16-40"]),
  ...defineProvider("Jira", ["jira-webhook-url", "automation.atlassian.com/pro/hooks/", "hex:40"]),
  ...defineProvider("Home Assistant", ["homeassistant-webhook-url", "hooks.nabu.casa/", "w:60-140"]),
  // Deployment: https://developers.cloudflare.com/pages/configuration/deploy-hooks
  ...defineProvider("Cloudflare", [
    "cloudflare-webhook-url",
    "api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/|api.cloudflare.com/client/v4/workers/builds/deploy_hooks/",
    UUID,
  ]),
  ...defineProvider("Docker Hub", [
    "dockerhub-webhook-url",
    "hub.docker.com/api/build/v1/source/|cloud.docker.com/api/build/v1/source/",
    `${UUID} /trigger/ ${UUID}`,
  ]),
  ...defineProvider("Gatsby", [
    "gatsby-webhook-url",
    "webhook.gatsbyjs.com/hooks/data_source/publish/|webhook.gatsbyjs.com/hooks/builds/trigger/",
    UUID,
  ]),
  ...defineProvider("Bitrise", [
    "bitrise-webhook-url",
    "hooks.bitrise.io/h/github/|hooks.bitrise.io/h/gitlab/",
    "hex:16 / w:20-40",
  ]),
  // Alerts and heartbeats.
  ...defineProvider("Better Stack", [
    "betterstack-webhook-url",
    "uptime.betterstack.com/api/v1/heartbeat/|betteruptime.com/api/v1/heartbeat/|uptime.betterstack.com/api/v1/incoming-webhook/",
    "an:20-32",
  ]),
  ...defineProvider("Splunk On-Call", [
    "splunk-oncall-webhook-url",
    "alert.victorops.com/integrations/generic/20131114/alert/",
    UUID,
  ]),
  ...defineProvider("Squadcast", [
    "squadcast-webhook-url",
    "api.squadcast.com/v2/incidents/api/|api.squadcast.com/v1/incidents/api/",
    "hex:40",
  ]),
  ...defineProvider("Grafana", [
    "grafana-webhook-url",
    ".grafana.net/oncall/integrations/v1/webhook/|.grafana.net/oncall/integrations/v1/alertmanager/|.grafana.net/oncall/integrations/v1/grafana/|.grafana.net/integrations/v1/webhook/|.grafana.net/integrations/v1/alertmanager/|.grafana.net/integrations/v1/formatted_webhook/",
    "an:20-32",
  ]),
  ...defineProvider("Zenduty", [
    "zenduty-webhook-url",
    "www.zenduty.com/api/events/|events.zenduty.com/api/events/",
    UUID,
  ]),
  ...defineProvider("Dead Man's Snitch", ["deadmanssnitch-webhook-url", "nosnch.in/", "hex:10"]),
  ...defineProvider("UptimeRobot", ["uptimerobot-webhook-url", "heartbeat.uptimerobot.com/m", "d:8-10 - hex:40"]),
  ...defineProvider("Healthchecks", ["healthchecks-webhook-url", "hc-ping.com/", UUID]),
];
