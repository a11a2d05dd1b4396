// https://github.com/web-push-libs/web-push · https://docs.expo.dev/push-notifications/sending-notifications/ · https://firebase.google.com/docs/cloud-messaging/send/admin-sdk
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Push notifications",
  category: "externalApi",
  packages: [
    "web-push",
    "expo-server-sdk",
    "firebase-admin",
    "firebase-admin/messaging",
    "onesignal-node",
    "@parse/node-apn",
    "apn",
  ],
  clients: [
    "",
    "default",
    "new default()",
    "new Expo()",
    "messaging()",
    "initializeApp()|app().messaging()",
    "getMessaging()",
    "new Client()",
    "new Provider()",
  ],
  calls: {
    "sendNotification|sendPushNotificationsAsync|createNotification": { access: "call", operation: "send", data: "$0" },
    "send|sendEach|sendMulticast|sendEachForMulticast|sendAll|sendToDevice|sendToTopic": {
      access: "call",
      operation: "send",
      data: "$0",
    },
    getPushNotificationReceiptsAsync: { access: "read" },
    "subscribeToTopic|unsubscribeFromTopic": { access: "write", operation: "set", data: "$0" },
  },
});
