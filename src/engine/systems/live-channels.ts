// https://pusher.com/docs/channels/server_api/http-api · https://ably.com/docs/api/rest-sdk/channels · https://getstream.io/chat/docs/node/send_message
// https://docs.novu.co/platform/sdks/server/typescript · https://docs.knock.app/sdks/node/overview
import type { CallDefinition } from "./define-system.ts";
import { defineSystem } from "./define-system.ts";

const sends: CallDefinition = { access: "call", operation: "send", target: "$0", data: "$1" };

export default defineSystem({
  title: "Live channels and notifications",
  category: "externalApi",
  packages: ["pusher", "ably", "stream-chat", "@novu/node", "@novu/api", "@knocklabs/node", "@trycourier/courier"],
  clients: [
    "new default()",
    "new Rest()",
    "new Realtime()",
    "new default.Rest()",
    "new default.Realtime()",
    "new StreamChat()",
    "StreamChat.getInstance()",
    "new Novu()",
    "new Knock()",
    "new CourierClient()",
    "CourierClient()",
  ],
  calls: {
    "trigger|triggerBatch|triggerBulk|notify|send": sends,
    "channels.get().publish": { access: "call", operation: "send", data: "$0" },
    // The chat keeps it: everybody in the channel has it twice.
    "channel().sendMessage": { access: "call", operation: "send", data: "$0" },
    "workflows.trigger": sends,
    "channel().create|watch|query": { access: "write", operation: "set" },
    "upsertUser|upsertUsers": { access: "write", operation: "set", data: "$0" },
    "channel().addMembers|removeMembers|update|updatePartial": { access: "write", operation: "set" },
    "subscribers.identify|update|create": { access: "write", operation: "set", where: "$0" },
  },
});
