// https://docs.adonisjs.com/guides/digging-deeper/mail
import mail from "@adonisjs/mail/services/main";
import router from "@adonisjs/core/services/router";

router.post("/tell", async ({ request }) => {
  await mail.use("smtp").send((message) => message.to(request.input("to"))); // effect: call smtp, send
});
