/** Chat, e-mail, telephony, social networks. */
import { defineProvider } from "./define-provider.ts";

export default [
  // https://docs.slack.dev/authentication/tokens
  ...defineProvider(
    "Slack",
    [
      "slack-token",
      "xoxb-|xoxp-|xoxa-|xoxr-|xoxs-|xoxo-|xoxe-|xoxd-|xoxc-",
      "w:12-300",
      { variable: "SLACK_BOT_TOKEN" },
    ],
    ["slack-app-token", "xapp-", "an:8-60 - an:8-60", { variable: "SLACK_APP_TOKEN" }],
    ["slack-config-token", "xoxe.xoxb-|xoxe.xoxp-", "w:20-300", { variable: "SLACK_CONFIG_TOKEN" }],
    ["slack-app-token", "xapp-", "d:1-3 - an:4-24 - an:1-20 - an:1-128", { variable: "SLACK_APP_TOKEN" }],
    [
      "slack-webhook-url",
      "hooks.slack.com/services/|hooks.slack-gov.com/services/|hooks.slack.com/workflows/|hooks.slack.com/triggers/",
      "w:7-14 / w:7-24 / w:16-48",
      { variable: "SLACK_WEBHOOK_URL" },
    ],
    [
      "slack-webhook-url",
      "hooks.slack.com/services/|hooks.slack.com/workflows/|hooks.slack.com/triggers/",
      "an:43-60",
      { variable: "SLACK_WEBHOOK_URL" },
    ],
    [
      "slack-webhook-url",
      "hooks.slack.com/workflows/|hooks.slack.com/triggers/",
      "w:7-14 / w:7-24 / w:10-48 / w:10-48",
      { variable: "SLACK_WEBHOOK_URL" },
    ],
  ),
  ...defineProvider(
    "Discord",
    [
      "discord-webhook-url",
      "discord.com/api/webhooks/|discordapp.com/api/webhooks/|ptb.discord.com/api/webhooks/|canary.discord.com/api/webhooks/",
      "d:16-21 / w:60-72",
      { variable: "DISCORD_WEBHOOK_URL" },
    ],
    [
      "discord-webhook-url",
      "discord.com/api/v10/webhooks/|discord.com/api/v9/webhooks/|discord.com/api/v8/webhooks/",
      "d:16-21 / w:60-72",
      { variable: "DISCORD_WEBHOOK_URL" },
    ],
    ["discord-mfa-token", "mfa.", "w:84", { variable: "DISCORD_TOKEN" }],
  ),
  ...defineProvider("Microsoft Teams", [
    "teams-webhook-url",
    ".webhook.office.com/webhookb2/|outlook.office.com/webhook/|outlook.office365.com/webhook/",
    "w:36 @ w:36 /IncomingWebhook/ an:32",
    { variable: "TEAMS_WEBHOOK_URL" },
  ]),
  ...defineProvider("Google Chat", [
    "google-chat-webhook-url",
    "chat.googleapis.com/v1/spaces/",
    "w:8-24 /messages?key= w:30-50",
    { variable: "GOOGLE_CHAT_WEBHOOK_URL" },
  ]),
  ...defineProvider(
    "Zapier",
    ["zapier-webhook-url", "hooks.zapier.com/hooks/catch/", "an:4-12 / an:4-24", { variable: "ZAPIER_WEBHOOK_URL" }],
    ["zapier-webhook-url", "hooks.zapier.com/hooks/catch/", "an:14-24", { variable: "ZAPIER_WEBHOOK_URL" }],
  ),
  ...defineProvider("Smooch", ["smooch-key", "act_", "low:24", { variable: "SMOOCH_KEY_ID" }]),
  ...defineProvider(
    "Klaviyo",
    ["klaviyo-key", "pk_", "an:6 _ hex:34", { variable: "KLAVIYO_API_KEY" }],
    ["klaviyo-key", "pk_", "hex:34", { variable: "KLAVIYO_API_KEY" }],
  ),
  ...defineProvider("Make", [
    "make-webhook-url",
    "hook.eu1.make.com/|hook.eu2.make.com/|hook.us1.make.com/|hook.us2.make.com/|hook.integromat.com/",
    "low:28-36",
    { variable: "MAKE_WEBHOOK_URL" },
  ]),
  ...defineProvider(
    "IFTTT",
    ["ifttt-webhook-url", "maker.ifttt.com/trigger/", "an_:1-60 /with/key/ w:20-46", { variable: "IFTTT_WEBHOOK_URL" }],
    [
      "ifttt-webhook-url",
      "maker.ifttt.com/trigger/",
      "an_:1-60 /json/with/key/ w:20-46",
      { variable: "IFTTT_WEBHOOK_URL" },
    ],
  ),
  ...defineProvider("Tines", [
    "tines-webhook-url",
    ".tines.com/webhook/",
    "low:32 / low:32",
    { variable: "TINES_WEBHOOK_URL" },
  ]),
  // https://vercel.com/docs/deploy-hooks · https://docs.netlify.com/configure-builds/build-hooks · https://render.com/docs/deploy-hooks
  ...defineProvider("Vercel", ["vercel-webhook-url", "api.vercel.com/v1/integrations/deploy/", "w:8-40 / w:6-40"]),
  ...defineProvider("Netlify", ["netlify-webhook-url", "api.netlify.com/build_hooks/", "hex:24"]),
  ...defineProvider("Render", ["render-webhook-url", "api.render.com/deploy/", "w:8-40 ?key= w:8-40"]),
  // https://support.pagerduty.com/main/docs/services-and-integrations
  ...defineProvider("PagerDuty", ["pagerduty-webhook-url", "events.pagerduty.com/integration/", "hex:32"]),
  // https://docs.rocket.chat/docs/integrations
  ...defineProvider("Rocket.Chat", ["rocketchat-webhook-url", ".rocket.chat/hooks/", "an:17-24 / w:40-80"]),
  ...defineProvider("DingTalk", [
    "dingtalk-webhook-url",
    "oapi.dingtalk.com/robot/send?access_token=",
    "hex:64",
    { variable: "DINGTALK_WEBHOOK_URL" },
  ]),
  ...defineProvider("WeCom", [
    "wecom-webhook-url",
    "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
    "hex:8 - hex:4 - hex:4 - hex:4 - hex:12",
    { variable: "WECOM_WEBHOOK_URL" },
  ]),
  ...defineProvider(
    "Twilio",
    [
      "twilio-api-key",
      "SK0|SK1|SK2|SK3|SK4|SK5|SK6|SK7|SK8|SK9|SKa|SKb|SKc|SKd|SKe|SKf",
      "hex:31",
      { variable: "TWILIO_API_KEY" },
    ],
    ["twilio-account-sid", "AC", "hex:32", { publishable: true }],
  ),
  ...defineProvider(
    "SendGrid",
    ["sendgrid-key", "SG.", "w:20-24 . w:39-50", { variable: "SENDGRID_API_KEY" }],
    ["sendgrid-key", "SG.", "wd:66", { variable: "SENDGRID_API_KEY" }],
  ),
  ...defineProvider(
    "Mailgun",
    ["mailgun-key", "key-", "low:32", { variable: "MAILGUN_API_KEY" }],
    ["mailgun-public-key", "pubkey-", "low:32", { publishable: true }],
  ),
  ...defineProvider("Brevo", ["brevo-key", "xkeysib-|xsmtpsib-", "hex:64 - an:16", { variable: "BREVO_API_KEY" }]),
  ...defineProvider("Resend", ["resend-key", "re_", "an:6-12 _ an:20-32", { variable: "RESEND_API_KEY" }]),
  ...defineProvider("Mandrill", ["mandrill-key", "md-", "w:22", { keywords: ["mandrill", "mailchimp"] }]),
  ...defineProvider("MailerSend", ["mailersend-token", "mlsn.", "an:30-100", { variable: "MAILERSEND_API_KEY" }]),
  ...defineProvider("Plunk", ["plunk-key", "sk_", "hex:48", { keywords: ["plunk"] }]),
  ...defineProvider("Knock", ["knock-secret-key", "sk_", "w:43", { keywords: ["knock"] }]),
  ...defineProvider(
    "Courier",
    ["courier-key", "pk_prod_|pk_test_", "up:28", { variable: "COURIER_AUTH_TOKEN" }],
    ["courier-key", "dk_prod_|dk_test_", "up:28"],
  ),
  ...defineProvider("OneSignal", [
    "onesignal-key",
    "os_v2_app_|os_v2_org_",
    "low:60-120",
    { variable: "ONESIGNAL_API_KEY" },
  ]),
  ...defineProvider("Pushbullet", ["pushbullet-token", "o.", "an:32", { keywords: ["pushbullet"] }]),
  ...defineProvider(
    "Telnyx",
    ["telnyx-key", "KEY0", "hex:31 _ an:22", { variable: "TELNYX_API_KEY" }],
    ["telnyx-key", "KEY", "an_:54-56", { keywords: ["telnyx"], variable: "TELNYX_API_KEY" }],
  ),
  ...defineProvider(
    "Facebook",
    ["facebook-access-token", "EAA", "an:60-", { variable: "FACEBOOK_ACCESS_TOKEN" }],
    [
      "facebook-access-token",
      "EAAC|EAAM|EAAG|EAAB",
      "an:28-59",
      { keywords: ["facebook", "fb_", "fb", "instagram", "meta", "whatsapp"], variable: "FACEBOOK_ACCESS_TOKEN" },
    ],
  ),
  ...defineProvider("Instagram", ["instagram-token", "IGQV|IGAA", "w:60-250", { variable: "INSTAGRAM_ACCESS_TOKEN" }]),
  ...defineProvider(
    "X (Twitter)",
    ["twitter-bearer-token", "AAAAAAAAAAAAAAAAAAAAA", "an:1-8 wd:0-2 b64:40-110", { variable: "TWITTER_BEARER_TOKEN" }],
    ["twitter-bearer-token", "AAAAAAAAAAAAAAAAAAAAAA", "an:20-80 % wd:10-90", { variable: "TWITTER_BEARER_TOKEN" }],
    ["twitter-bearer-token", "AAAAAAAAAAAAAAAAAAAAAA", "an:80-100", { variable: "TWITTER_BEARER_TOKEN" }],
  ),
  ...defineProvider("LinkedIn", [
    "linkedin-token",
    "WPL_AP1.|WPL_AP0.",
    "w:12-20 . w:4-12",
    { variable: "LINKEDIN_CLIENT_SECRET" },
  ]),
  ...defineProvider(
    "Twitch",
    ["twitch-oauth-token", "oauth:", "low:30", { variable: "TWITCH_OAUTH_TOKEN" }],
    ["twitch-stream-key", "live_", "d:6-12 _ an:30", { variable: "TWITCH_STREAM_KEY" }],
  ),
  ...defineProvider("TikTok", ["tiktok-token", "act.|rft.", "w:40-100", { keywords: ["tiktok"] }]),
  ...defineProvider("Intercom", [
    "intercom-token",
    "dG9rO",
    "b64:40-80 b64p:0-2",
    { variable: "INTERCOM_ACCESS_TOKEN" },
  ]),
  ...defineProvider("Front", ["front-token", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzY29wZXMiOls", "wd:80-"]),
  ...defineProvider("Webex", ["webex-bot-token", "ZD", "an:60-64 _ an:4 _ w:36", { keywords: ["webex", "cisco"] }]),
  ...defineProvider("Liveblocks", [
    "liveblocks-secret-key",
    "sk_dev_|sk_prod_",
    "w:40-80",
    { variable: "LIVEBLOCKS_SECRET_KEY" },
  ]),
  ...defineProvider(
    "Svix",
    ["svix-token", "testsk_|sk_", "w:32-64 .eu", { keywords: ["svix"] }],
    ["svix-token", "testsk_", "w:24-64", { keywords: ["svix"] }],
  ),
  ...defineProvider("LiveKit", ["livekit-key", "API", "an:12", { keywords: ["livekit"] }]),
  ...defineProvider(
    "PubNub",
    ["pubnub-secret-key", "sec-c-", "b64p:40-60", { variable: "PUBNUB_SECRET_KEY" }],
    ["pubnub-publish-key", "pub-c-", "low:8 - low:4 - low:4 - low:4 - low:12", { variable: "PUBNUB_PUBLISH_KEY" }],
    ["pubnub-subscribe-key", "sub-c-", "low:8 - low:4 - low:4 - low:4 - low:12", { variable: "PUBNUB_SUBSCRIBE_KEY" }],
  ),
];
