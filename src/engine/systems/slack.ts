// https://docs.slack.dev/tools/node-slack-sdk/web-api · https://docs.slack.dev/authentication/verifying-requests-from-slack
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Slack",
  category: "externalApi",
  packages: ["@slack/web-api", "@slack/webhook", "@slack/bolt"],
  clients: ["new WebClient()", "new IncomingWebhook()", "new App().client", "new default().client"],
  calls: {
    "chat.postMessage|postEphemeral|scheduleMessage|meMessage": {
      access: "call",
      operation: "send",
      target: "$0.channel",
      data: "$0",
    },
    "chat.update|delete|unfurl": { access: "write", operation: "set", target: "$0.channel" },
    send: { access: "call", operation: "send", data: "$0" },
    filesUploadV2: { access: "call", operation: "send" },
    "files.upload|uploadV2": { access: "call", operation: "send" },
    "reactions|pins|stars.add": { access: "write", operation: "set" },
    "users|team|search|emoji|bots|auth.*": { access: "call", operation: "read" },
    "views.open|update|publish|push": { access: "call" },
    "conversations.create|invite|join|open": { access: "write", operation: "set" },
    "conversations.*": { access: "call", operation: "read" },
  },
  guards: {
    "verifySlackRequest()": { kind: "signature", how: "throws" },
    "isValidSlackRequest()": { kind: "signature", how: "returns" },
  },
});
