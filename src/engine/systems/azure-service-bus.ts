// https://learn.microsoft.com/javascript/api/@azure/service-bus/servicebussender · https://learn.microsoft.com/azure/service-bus-messaging/duplicate-detection
// The messageId counts where the queue detects duplicates, which is set outside of the code.
import { defineSystem } from "./define-system.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Azure Service Bus",
  category: "queue",
  packages: ["@azure/service-bus"],
  clients: ["new ServiceBusClient().createSender()", "new ServiceBusSender()"],
  calls: {
    "sendMessages|scheduleMessages": (call) => {
      const [message] = call.arguments;
      const key = field(message, "messageId");
      return {
        access: "publish",
        target: "$createSender().0",
        data: "$0.body",
        ...(message?.kind === "object" && { key: key ?? "$0.messageId" }),
      };
    },
  },
});
