// https://postmarkapp.com/developer/user-guide/send-email-with-api · no idempotency key
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Postmark",
  category: "email",
  packages: ["postmark"],
  clients: ["new ServerClient()", "new Client()", "new AccountClient()"],
  calls: {
    "sendEmail|sendEmailBatch|sendEmailWithTemplate|sendEmailBatchWithTemplates": {
      access: "call",
      operation: "send",
      data: "$0",
    },
  },
});
