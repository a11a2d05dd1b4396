// https://github.com/yagop/node-telegram-bot-api/blob/master/doc/api.md · https://telegraf.js.org/classes/Telegram.html · https://grammy.dev/ref/core/api
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Telegram",
  category: "externalApi",
  packages: ["node-telegram-bot-api", "telegraf", "grammy"],
  clients: ["new default()", "new Telegraf().telegram", "new Telegram()", "new Bot().api", "new Api()"],
  calls: {
    "sendMessage|sendPhoto|sendDocument|sendVideo|sendAudio|sendVoice|sendAnimation|sendSticker|sendLocation|sendMediaGroup|sendPoll|sendInvoice|forwardMessage|copyMessage":
      { access: "call", operation: "send", data: "$1" },
    "editMessageText|editMessageReplyMarkup|deleteMessage|answerCallbackQuery|pinChatMessage|setWebHook|setWebhook|setMyCommands":
      { access: "write", operation: "set" },
    "getMe|getChat|getFile|getUpdates|getWebhookInfo|getChatMember": { access: "call", operation: "read" },
  },
});
